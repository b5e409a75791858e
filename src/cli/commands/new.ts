import { dirname, join } from "node:path";
import { isoDate, parseInstant } from "../../core/calendar.ts";
import { UsageError } from "../../core/errors.ts";
import { suggest } from "../../core/suggest.ts";
import type { Term } from "../../core/taxonomy.ts";
import { findTerm } from "../../core/taxonomy.ts";
import { RULES } from "../../lint/rules/index.ts";
import type { Project } from "../../project.ts";
import { openProject, SHIPPED } from "../../project.ts";
import { shownPath } from "../../read/find-files.ts";
import { findTemplates } from "../../read/find-templates.ts";
import { readSourceFile } from "../../read/read-file.ts";
import { schemaPath, withModeline } from "../../schema/modeline.ts";
import { fillTemplate, slugOf } from "../../template.ts";
import type { AddCommand } from "../command.ts";
import type { Ask, Choice, Io } from "../io.ts";
import type { LocationOptions } from "../options.ts";
import { addLocationOptions } from "../options.ts";
import { exists, writeNewFile } from "../write.ts";

interface NewOptions extends LocationOptions {
  readonly title?: string;
  readonly severity?: string;
  readonly service: readonly string[];
  readonly started?: string;
  readonly template?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
}

interface Answers {
  readonly title: string;
  readonly severity: string;
  readonly services: readonly string[];
  readonly startedAt: number;
}

const DEFAULT_TEMPLATE = "full";
const MS_PER_MINUTE = 60_000;

function named(kind: string, written: string, terms: readonly Term[]): string {
  const term = findTerm(terms, written);
  if (term || terms.length === 0) return term?.id ?? written;
  const near = suggest(
    written,
    terms.map(({ id }) => id),
  );
  const known = `Known: ${terms.map(({ id }) => id).join(", ")}.`;
  throw new UsageError(
    `Unknown ${kind} \`${written}\``,
    near ? `Did you mean \`${near}\`?` : known,
  );
}

function startOf(written: string | undefined, io: Io): number {
  if (written === undefined) return Math.floor(io.now() / MS_PER_MINUTE) * MS_PER_MINUTE;
  const at = parseInstant(written.trim());
  if (at !== null) return at;
  throw new UsageError(
    `Unexpected start time "${written}"`,
    "Give an instant with an offset: 2026-03-14T02:15Z or 2026-03-14T02:15+01:00.",
  );
}

function isoMinute(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

function choicesOf(terms: readonly Term[]): readonly Choice[] {
  return terms.map(({ id, name }) => ({ value: id, name: name === id ? id : `${id}  ${name}` }));
}

async function askAll(ask: Ask, project: Project, io: Io): Promise<Answers> {
  const { severities, services } = project.taxonomy;
  const required = (value: string) =>
    value.trim() !== "" || "A title, please: what broke, for whom?";
  const title = await ask.text("Title (what broke, for whom)", { validate: required });
  const severity = severities.length === 0 ? "" : await ask.one("Severity", choicesOf(severities));
  const affected =
    services.length === 0
      ? (await ask.text("Services (ids, with commas)", {})).split(",").map((id) => id.trim())
      : await ask.many("Services that failed", choicesOf(services));
  const readable = (value: string) =>
    parseInstant(value.trim()) !== null || "An instant with an offset, such as 2026-03-14T02:15Z.";
  const now = isoMinute(startOf(undefined, io));
  const started = await ask.text("Started at", { default: now, validate: readable });
  return {
    title: title.trim(),
    severity,
    services: affected.filter((id) => id !== ""),
    startedAt: startOf(started, io),
  };
}

function fromOptions(
  title: string | undefined,
  options: NewOptions,
  project: Project,
  io: Io,
): Answers {
  const { severities, services } = project.taxonomy;
  return {
    title: title ?? options.title ?? "Untitled incident",
    severity: options.severity === undefined ? "" : named("severity", options.severity, severities),
    services: options.service.map((service) => named("service", service, services)),
    startedAt: startOf(options.started, io),
  };
}

/** Paths of the templates that `pm new` knows, by name: the project's own, and those that ship with `pm`. */
export async function templatesOf({ config }: Project): Promise<ReadonlyMap<string, string>> {
  const own = config.templatesPath;
  return new Map([
    ...(await findTemplates(join(SHIPPED, "templates"))),
    ...(own === null ? [] : await findTemplates(own)),
  ]);
}

async function templateText(wanted: string, project: Project): Promise<string> {
  const templates = await templatesOf(project);
  const path = templates.get(wanted);
  if (path === undefined) {
    const known = [...templates.keys()].toSorted().join(", ");
    throw new UsageError(`Unknown template \`${wanted}\``, `There are: ${known}.`);
  }
  const read = await readSourceFile(path, shownPath(path, project.cwd));
  if (!read.ok) throw new UsageError(`${read.unreadable.path}: ${read.unreadable.message}`);
  return read.file.text;
}

/** The document as editors understand it, where the project has the schema that `pm init` writes. */
async function wiredUp(text: string, path: string, { config }: Project): Promise<string> {
  if (config.path === null) return text;
  const schema = join(dirname(config.path), schemaPath("frontmatter"));
  return (await exists(schema)) ? withModeline(text, shownPath(schema, dirname(path))) : text;
}

async function createDocument(
  title: string | undefined,
  options: NewOptions,
  io: Io,
): Promise<void> {
  const { dir = null, config: configPath = null } = options;
  const project = await openProject({ cwd: io.cwd, dir, configPath }, RULES);
  const given =
    options.yes === true ||
    title !== undefined ||
    [options.title, options.severity, options.started, options.template].some(Boolean) ||
    options.service.length > 0;
  const answers =
    given || io.ask === null
      ? fromOptions(title, options, project, io)
      : await askAll(io.ask, project, io);
  const { config, taxonomy } = project;
  const template =
    options.template ?? config.templateBySeverity.get(answers.severity) ?? DEFAULT_TEMPLATE;
  const kinds = taxonomy.kinds.map(({ id }) => id);
  const started = isoMinute(answers.startedAt);
  const text = fillTemplate(
    await templateText(template, project),
    { ...answers, started, kinds },
    template,
  );
  const name = `${isoDate(answers.startedAt, config.timeZone)}-${slugOf(answers.title)}.md`;
  const path = join(config.folder, name);
  const shown = shownPath(path, io.cwd);
  await writeNewFile(path, shown, await wiredUp(text, path, project), options.force === true);
  await io.stdout.write(`${shown}\n`);
  await io.stderr.write(
    `Written from template ${template}. Fill it in, then: pm lint "${shown}"\n`,
  );
}

/** `pm new`: writes a postmortem to fill in. */
export const addNewCommand: AddCommand = (program, io) => {
  const command = program
    .command("new")
    .summary("Start a postmortem: asks at a terminal, or takes flags")
    .description(
      "Start a postmortem from a template. At a terminal and without flags it asks; with a title, any\n" +
        "flag, or --yes it asks nothing. Prints the path of the new file.",
    )
    .argument("[title]", "what broke, for whom")
    .option("--title <text>", "the same as the argument")
    .option("--severity <id>", "from the taxonomy")
    .option(
      "--service <id>",
      "a service that failed; may be repeated",
      (value: string, before: readonly string[]) => [...before, ...value.split(",")],
      [],
    )
    .option("--started <instant>", "when it began, 2026-03-14T02:15Z (default: now)")
    .option("--template <name>", "full, light, narrative or one of your own")
    .option("--yes", "ask nothing")
    .option("--force", "replace a file of that name");
  addLocationOptions(command).action((title: string | undefined, options: NewOptions) =>
    createDocument(title, options, io),
  );
};

import { dirname, join } from "node:path";
import { isoDate } from "../../../core/calendar.ts";
import { UsageError } from "../../../core/errors.ts";
import { similarIncidents } from "../../../jobs/likeness.ts";
import { fillTemplate, slugOf } from "../../../jobs/template.ts";
import { type Project, projectFolders } from "../../../project/project.ts";
import { readNeeded, SHIPPED } from "../../../project/shipped.ts";
import { shownPath } from "../../../read/find-files.ts";
import { findTemplates } from "../../../read/find-templates.ts";
import { schemaPath, withModeline } from "../../../schema/modeline.ts";
import { exists, writeNewFile } from "../../../write/write-file.ts";
import type { AddCommand } from "../../command.ts";
import type { Io } from "../../io.ts";
import { progressOn } from "../../messages.ts";
import { openFor } from "../../open.ts";
import { addLocationOptions, type LocationOptions } from "../../options.ts";
import { type AnswerOptions, askAll, fromOptions, isoMinute } from "./answers.ts";

interface NewOptions extends LocationOptions, AnswerOptions {
  readonly template?: string;
  readonly similar: boolean;
  readonly yes?: boolean;
  readonly force?: boolean;
}

const DEFAULT_TEMPLATE = "full";

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
  return (await readNeeded(path, project.cwd)).text;
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
  const project = await openFor(options, io);
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
  const name = `${isoDate(answers.startedAt, config.timeZone)}-${slugOf(answers.title)}.md`;
  const path = join(config.folder, name);
  // Without a configuration the folder is whatever lies here.
  const isKnown = config.path !== null || options.dir !== undefined;
  const known = [answers.title, ...answers.services].join(" ");
  const similar =
    options.similar && isKnown ? await similarIncidents(known, path, project, progressOn(io)) : [];
  const text = fillTemplate(
    await templateText(template, project),
    { ...answers, started, kinds, similar },
    template,
  );
  const shown = shownPath(path, io.cwd);
  const place = { path: shown, absolutePath: path, folders: projectFolders(project) };
  await writeNewFile(place, await wiredUp(text, path, project), options.force === true);
  await io.print(shown);
  await io.say(`Written from template ${template}. Fill it in, then: pm lint "${shown}"`);
}

/** `pm new`: writes a postmortem to fill in. */
export const addNewCommand: AddCommand = (program, io) => {
  const command = program
    .command("new")
    .summary("Start a postmortem: asks at a terminal, or takes flags")
    .description(
      "Start a postmortem from a template. At a terminal and without flags it asks; with a title, any\n" +
        "flag, or --yes it asks nothing. Prints the path of the new file. With a pm.yaml or --dir it lists\n" +
        "at most three incidents that are like the title and the services, if there are such.",
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
    .option("--no-similar", "do not list the incidents that are like it")
    .option("--yes", "ask nothing")
    .option("--force", "replace a file of that name");
  addLocationOptions(command).action((title: string | undefined, options: NewOptions) =>
    createDocument(title, options, io),
  );
};

import { dirname, join } from "node:path";
import { Option } from "commander";
import { UsageError } from "../../../core/errors.ts";
import type { LanguageModel } from "../../../core/settings/language-model.ts";
import { isoDate } from "../../../core/time/calendar.ts";
import { similarIncidents } from "../../../jobs/likeness/likeness.ts";
import type { Draft } from "../../../jobs/new/draft.ts";
import { exampleTerms } from "../../../jobs/new/example-terms.ts";
import { newPath } from "../../../jobs/new/new-path.ts";
import { fillTemplate, slugOf, type TemplateValues } from "../../../jobs/new/template.ts";
import { type Project, projectFolders } from "../../../project/project.ts";
import { readNeeded, SHIPPED } from "../../../project/shipped.ts";
import { shownPath } from "../../../read/find-files.ts";
import { findTemplates } from "../../../read/find-templates.ts";
import { schemaPath, withModeline } from "../../../schema/modeline.ts";
import { exists, refuseExisting, writeNewFile } from "../../../write/write-file.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Io } from "../../io.ts";
import { progressOn } from "../../messages.ts";
import { openFor } from "../../open.ts";
import { addLocationOptions, type LocationOptions } from "../../options.ts";
import { type AnswerOptions, type Answers, askAll, fromOptions } from "./answers.ts";
import type { AskedWording, DocumentToWord } from "./draft-wording.ts";
import { draftOf, type FromOptions } from "./from.ts";
import type { Start } from "./start.ts";

interface NewOptions extends LocationOptions, AnswerOptions, FromOptions {
  readonly template?: string;
  readonly similar: boolean;
  readonly edit?: boolean;
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly draft?: boolean;
  readonly showPrompt?: boolean;
}

const DEFAULT_TEMPLATE = "full";

/** Paths of the available templates by name: those that ship with `pm`, and the project's own. */
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
    throw new UsageError(`Unknown template \`${wanted}\``, `Available: ${known}.`);
  }
  return (await readNeeded(path, project.cwd)).text;
}

/** The document as editors understand it, where the project has the schema that `pm init` writes. */
async function wiredUp(text: string, path: string, { config }: Project): Promise<string> {
  if (config.path === null) return text;
  const schema = join(dirname(config.path), schemaPath("frontmatter"));
  return (await exists(schema)) ? withModeline(text, shownPath(schema, dirname(path))) : text;
}

/** The command that opens an editor. Throws a UsageError where the user named none. */
function editorOf({ env }: Io): string {
  const editor = env["VISUAL"]?.trim() || env["EDITOR"]?.trim();
  if (editor) return editor;
  throw new UsageError("--edit needs an editor", "Set $VISUAL or $EDITOR, such as EDITOR=vim.");
}

/**
 * The language model that is to be asked for a first wording; null where none is.
 * @throws {UsageError} where there is nothing to ask, or none is set up.
 */
async function modelFor(
  { draft, showPrompt, from = [] }: NewOptions,
  project: Project,
): Promise<LanguageModel | null> {
  if (showPrompt === true && draft !== true) {
    throw new UsageError("--show-prompt needs --draft", "Nothing else sends anything.");
  }
  if (draft !== true) return null;
  if (from.length === 0) {
    throw new UsageError("--draft needs --from", "It words the timeline that the exports make.");
  }
  const { modelOf } = await import("../../language-model.ts");
  return modelOf(project, "--draft");
}

/** What a language model was asked; loaded only where one is to be. */
async function wordingOf(
  draft: Draft | null,
  model: LanguageModel | null,
  document: DocumentToWord,
  project: Project,
  io: Io,
): Promise<AskedWording | null> {
  if (model === null || draft === null) return { wording: null, isFailed: false };
  const { askWording } = await import("./draft-wording.ts");
  return askWording(draft, model, document, project, io);
}

/** Whether the options say enough not to ask. */
function isAnswered(title: string | undefined, options: NewOptions): boolean {
  const { yes, severity, started, template, service } = options;
  const isSaid = [severity, started, template].some(Boolean) || service.length > 0;
  return yes === true || title !== undefined || isSaid;
}

/** What a new document says, and by which template. */
interface NewDocument {
  readonly answers: Answers;
  /** Null where no exports were given. */
  readonly draft: Draft | null;
  readonly template: string;
  /** The start after which the document is named, and by which its examples of times are written. */
  readonly start: Start;
  /** Whether that start stands in the document: one that only exports tell is proposed there. */
  readonly isStated: boolean;
}

/** What is to be written, by the exports, the options and the answers to questions. */
async function documentToWrite(
  title: string | undefined,
  options: NewOptions,
  project: Project,
  io: Io,
): Promise<NewDocument> {
  const { draft, started } = await draftOf(options, project, io);
  const answers =
    isAnswered(title, options) || draft !== null || io.ask === null
      ? fromOptions(title ?? draft?.title ?? undefined, { ...options, started }, project)
      : await askAll(io.ask, project, io);
  const { templateBySeverity } = project.config;
  const template = options.template ?? templateBySeverity.get(answers.severity) ?? DEFAULT_TEMPLATE;
  const isStated = draft === null || options.started !== undefined;
  const start = isStated ? answers.started : draft.start;
  return { answers, draft, template, start, isStated };
}

/** What stands at the placeholders of the template, but for links to other incidents and a first wording. */
function valuesOf(
  { answers, draft, start: { text: exampleTime }, isStated }: NewDocument,
  { wording }: AskedWording,
  { taxonomy }: Project,
): Omit<TemplateValues, "similar"> {
  const worded = wording === null ? {} : { wording };
  return {
    ...answers,
    started: isStated ? exampleTime : null,
    exampleTime,
    ...exampleTerms(taxonomy),
    ...(draft === null ? {} : { exports: { ...draft.exports, ...worded } }),
  };
}

async function createDocument(
  title: string | undefined,
  options: NewOptions,
  io: Io,
): Promise<ExitCode> {
  const named = title ?? options.title;
  if (named?.trim() === "") {
    throw new UsageError("The title is empty", 'Say what broke: pm new "Checkout stalled".');
  }
  const project = await openFor(options, io);
  const model = await modelFor(options, project);
  const editor = options.edit ? editorOf(io) : null;
  const document = await documentToWrite(named, options, project, io);
  const { answers, draft, template, start } = document;
  const { config } = project;
  const path = await newPath(
    `${isoDate(start.at, config.timeZone)}-${slugOf(answers.title)}`,
    project,
  );
  const shown = shownPath(path, io.cwd);
  const place = { path: shown, absolutePath: path, folders: projectFolders(project) };
  const written = await templateText(template, project);
  // What keeps the document from being written shows before a model is asked for its wording.
  const isShown = options.showPrompt === true;
  if (!isShown) {
    const hint = "Give another --title, or add --force.";
    await refuseExisting(place, options.force === true, hint);
  }
  const toWord = { title: answers.title, path: shown, isShown };
  const asked = await wordingOf(draft, model, toWord, project, io);
  if (asked === null) return EXIT.ok;
  // Without a configuration, the folder is just the current one.
  const isKnown = config.path !== null || options.dir !== undefined;
  const known = [answers.title, ...answers.services, draft?.subject ?? ""].join(" ");
  const similar =
    options.similar && isKnown ? await similarIncidents(known, path, project, progressOn(io)) : [];
  const text = fillTemplate(written, { ...valuesOf(document, asked, project), similar }, template);
  await writeNewFile(place, await wiredUp(text, path, project), options.force === true);
  await io.print(shown);
  await io.say(`Written from the template ${template}. Fill it in, then run:`);
  await io.say(`  pm lint "${shown}"`);
  if (editor !== null && !(await io.edit(editor, path))) {
    throw new UsageError(`${editor} could not be run, or failed`, `${shown} is written.`);
  }
  return asked.isFailed ? EXIT.usage : EXIT.ok;
}

/** `pm new`: writes a postmortem to fill in. */
export const addNewCommand: AddCommand = (program, io, finish) => {
  const command = program
    .command("new")
    .helpGroup(GROUPS.write)
    .summary("Start a postmortem from a template")
    .description(
      "Start a postmortem from a template, and print the path of the new file.\n\n" +
        "At a terminal and without arguments, it asks for the facts; with a title, an option or --yes it " +
        "does not ask. In a project, the new document ends with links to up to three similar incidents.\n\n" +
        "--from drafts it from exports of PagerDuty, Opsgenie, incident.io, FireHydrant, Rootly, Datadog, Jira, Slack, GitHub, " +
        "GitLab, Alertmanager, Grafana, Statuspage or a CSV (time,text): one timeline without names of people, " +
        "and milestones as comments for you to decide.",
    )
    .argument("[title]", "what broke, for whom")
    .option("--title <text>", "the same as the argument")
    .option("--severity <id>", "from the taxonomy")
    .addOption(
      new Option(
        "--service <id>",
        "a service that failed; repeat the option, or separate ids by commas",
      )
        .argParser((value: string, before: readonly string[]) => [...before, ...value.split(",")])
        .default([], "none"),
    )
    .option(
      "--started <time>",
      "when it started: 10:15, 2026-03-14 02:15 or an instant (default: now)",
    )
    .option(
      "--from <files...>",
      "exports of tools to draft it from: a file, a folder or a zip each (slack:FILE names the tool)",
    )
    .option("--ended <time>", "when it ended: later events of the exports are left out")
    .option("--draft", "have the language model in pm.yaml draft summary and factors, as comments")
    .option("--show-prompt", "with --draft: print exactly what would be sent, and send nothing")
    .option("--template <name>", "full, light, narrative or your own")
    .option("--no-similar", "leave out links to similar incidents")
    .option("--edit", "open the new file in $VISUAL or $EDITOR")
    .option("--yes", "do not ask")
    .option("--force", "replace an existing file");
  addLocationOptions(command).action(async (title: string | undefined, options: NewOptions) => {
    finish(await createDocument(title, options, io));
  });
};

import { basename, dirname, extname, resolve } from "node:path";
import { Option } from "commander";
import { counted } from "../../core/counted.ts";
import { UsageError } from "../../core/errors.ts";
import { capitalised } from "../../core/text/capitalised.ts";
import { printableLines } from "../../core/text/printable.ts";
import { leaksOfFile, type Shared, sharePostmortem } from "../../jobs/share.ts";
import { RULES } from "../../lint/rules/index.ts";
import { kindOfPath, shownPath } from "../../read/find-files.ts";
import {
  type EditionName,
  EDITIONS,
  WITHHELD_KINDS,
  type WithheldKind,
} from "../../share/index.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { noteEnglishOnly, writeFolderNotes } from "../messages.ts";
import { openFor } from "../open.ts";
import { addLocationOptions, type LocationOptions, readRepoUrl } from "../options.ts";
import { writeOutput } from "../output.ts";

/** Where a card goes: GitHub and GitLab read markdown, Jira its own markup. */
const TRACKERS = ["github", "gitlab", "jira"] as const;

interface ShareOptions extends LocationOptions {
  readonly as?: EditionName;
  readonly for?: (typeof TRACKERS)[number];
  readonly check?: boolean;
  readonly output?: string;
  readonly force?: boolean;
  readonly repoUrl?: string;
}

const DETAILS = [
  ...EDITIONS.map(({ name, summary }) => `${name.padEnd(8)}${summary}`),
  "",
  "Exit code 1: --check found a leak, or pm lint finds wording that an edition refuses; 2: wrong usage.",
].join("\n");

function numbers(kinds: readonly WithheldKind[]): string {
  return WITHHELD_KINDS.flatMap((kind) => {
    const count = kinds.filter((one) => one === kind).length;
    if (count === 0) return [];
    return [`${count} ${count === 1 ? kind.noun : kind.plural}`];
  }).join(", ");
}

/** That an edition is refused, as a sentence: `Story not written: reword these 5 passages first`. */
function notWritten(edition: string, findings: number): string {
  const passages = findings === 1 ? "this passage" : `these ${findings} passages`;
  return `${capitalised(edition)} not written: reword ${passages} first`;
}

async function check(file: string, options: ShareOptions, io: Io): Promise<ExitCode> {
  const project = await openFor(options, io, dirname(resolve(io.cwd, file)));
  const leaks = await leaksOfFile(file, project);
  // What leaked is not repeated: logs of CI are read by many.
  for (const { path, at, kind } of leaks) {
    await io.print(`${path}:${at.line}:${at.column}: ${kind.noun}`);
  }
  const found = leaks.length === 0 ? "" : `: ${numbers(leaks.map(({ kind }) => kind))}`;
  await io.say(
    `${counted(leaks.length, "leak")} in ${shownPath(resolve(io.cwd, file), io.cwd)}${found}`,
  );
  return leaks.length > 0 ? EXIT.findings : EXIT.ok;
}

/** Where the picture of a timeline lies beside slides in a file of markdown; null for all others. */
function pictureFor({ as, output }: ShareOptions): string | null {
  if (as !== "slides" || output === undefined || isPresentation(output)) return null;
  return `${output.slice(0, output.length - extname(output).length)}-timeline.svg`;
}

function isPresentation(output: string): boolean {
  return extname(output).toLowerCase() === ".pptx";
}

/** Refuses options that say nothing of the edition. */
function checkOptions({ as, for: tracker, output }: ShareOptions): void {
  if (tracker !== undefined && as !== "card") {
    throw new UsageError("--for says where a card goes", "Add --as card.");
  }
  if (output !== undefined && isPresentation(output) && as !== "slides") {
    throw new UsageError("Only slides can be a presentation", "Add --as slides.");
  }
}

/** Writes an edition to standard output, or to its file with the picture of its timeline beside it. */
async function write(shared: Shared, text: string, options: ShareOptions, io: Io): Promise<void> {
  const { output } = options;
  if (output === undefined) return io.result(printableLines(text));
  if (isPresentation(output) && shared.deck !== null) {
    const { deckSlides } = await import("../../formats/pptx/deck.ts");
    return writeOutput(output, await deckSlides(shared.deck), options, io);
  }
  await writeOutput(output, text, options, io);
  const picture = pictureFor(options);
  const timeline = shared.deck?.slides.find((slide) => slide.timeline)?.timeline;
  if (picture === null || timeline === undefined) return;
  const { timelineSvg } = await import("../../formats/charts/timeline-plot.ts");
  await writeOutput(picture, timelineSvg(timeline), options, io);
}

async function share(file: string, options: ShareOptions, io: Io): Promise<ExitCode> {
  checkOptions(options);
  const edition = EDITIONS.find(({ name }) => name === options.as);
  if (!edition) {
    const hint = `Add --as ${EDITIONS.map(({ name }) => name).join("|")}, or --check.`;
    throw new UsageError("Nothing to do", hint);
  }
  const absolutePath = resolve(io.cwd, file);
  if ((await kindOfPath(absolutePath)) === "folder") {
    throw new UsageError(`${file}: this is a folder`, "Give one postmortem.");
  }
  const project = await openFor(options, io, dirname(absolutePath));
  const path = shownPath(absolutePath, io.cwd);
  const repoUrl = readRepoUrl(options);
  const link = repoUrl === undefined ? path : `${repoUrl.replace(/\/$/, "")}/${encodeURI(path)}`;
  const picture = pictureFor(options);
  const shared = await sharePostmortem(file, edition, project, {
    ...{ check: { rules: RULES, now: io.now() }, link },
    ...(picture === null ? {} : { picture: basename(picture) }),
    ...(options.for === "jira" ? { markup: "jira" as const } : {}),
  });
  await writeFolderNotes(shared.read, io);
  if (edition.refusedBy.length > 0) {
    await noteEnglishOnly(shared.read.foreign, "Rules on wording work", io);
  }
  for (const { range, message, ruleId } of shared.findings) {
    const { line, column } = range.start;
    await io.say(`${path}:${line}:${column}: ${message} (${ruleId})`);
  }
  if (shared.findings.length > 0) {
    await io.say(notWritten(edition.name, shared.findings.length));
    return EXIT.findings;
  }
  if (shared.edition === null) return EXIT.usage;
  const { edition: made, doubted } = shared;
  if (doubted.length > 0) {
    const asks = `pm import --interactive --write "${path}" asks about them`;
    await io.note(`left out, because pm is not sure when: ${doubted.join(", ")} (${asks})`);
  }
  const { text, removed } = made;
  await write(shared, text, options, io);
  if (removed !== null) {
    await io.say(`Withheld: ${numbers(removed) || "nothing"}`);
  }
  return EXIT.ok;
}

/** `pm share`: writes an edition of one postmortem for others, or checks a file for leaks. */
export const addShareCommand: AddCommand = (program, io, finish) => {
  const summary = "Write an edition of one postmortem for others, or check one for leaks";
  const command = program
    .command("share")
    .helpGroup(GROUPS.write)
    .summary(summary)
    .description(`${summary}.\n\n${DETAILS}`)
    .argument("<file>", "a postmortem; with --check, any text file")
    .addOption(
      new Option("--as <edition>", "which edition").choices(EDITIONS.map(({ name }) => name)),
    )
    .addOption(
      new Option("--for <tracker>", "where a card goes (default: github)").choices([...TRACKERS]),
    )
    .addOption(
      new Option(
        "--check",
        "list secrets, people, hosts, IP addresses, internal links and listed words in the file",
      ).conflicts(["as", "output", "repoUrl"]),
    )
    .option("--output <file>", "write to a file instead of standard output; slides also to x.pptx")
    .option("--force", "let --output replace an existing file")
    .option("--repo-url <url>", "name the document by its address below this one");
  addLocationOptions(command).action(async (file: string, options: ShareOptions) => {
    finish(await (options.check === true ? check : share)(file, options, io));
  });
};

import { counted } from "../../../core/counted.ts";
import { UsageError } from "../../../core/errors.ts";
import { printable } from "../../../core/printable.ts";
import {
  decisionKey,
  mergeDecisions,
  type SuggestionDecision,
} from "../../../core/suggestion-decisions.ts";
import { type SuggestedProject, suggestProject } from "../../../jobs/suggest.ts";
import {
  type Accepted,
  type AcceptedFile,
  type AcceptedProject,
  applyAccepted,
} from "../../../jobs/write-suggestions.ts";
import { RULES } from "../../../lint/rules/index.ts";
import { openProject, type Project } from "../../../project/project.ts";
import {
  type DecisionFile,
  decisionsText,
  readDecisions,
} from "../../../project/suggestion-file.ts";
import type { Suggestion } from "../../../suggest/define.ts";
import { suggestionReport } from "../../../suggest/report.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { deliver } from "../../deliver.ts";
import { showDiffs } from "../../diff.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import { type Io, isInterruption } from "../../io.ts";
import { progressOn, usageText, writeFolderNotes } from "../../messages.ts";
import { rewriteEach, rewriteFile } from "../../write.ts";
import {
  addSuggestOptions,
  checkSuggestOptions,
  type SuggestOptions,
  wantsChange,
} from "./options.ts";
import { walkSuggestions } from "./walk.ts";

function decidedIn({ decisions, entryPath }: DecisionFile) {
  const made = new Map(decisions.map((one) => [decisionKey(one), one]));
  return ({ path, fingerprint, type }: Suggestion): SuggestionDecision | null =>
    made.get(decisionKey({ path: entryPath(path), fingerprint, type })) ?? null;
}

/** Asks about each open suggestion; each answer is written at once. */
async function decide(
  open: readonly Suggestion[],
  file: DecisionFile,
  project: Project,
  io: Io,
): Promise<DecisionFile> {
  let answers = 0;
  try {
    await walkSuggestions(open, project.taxonomy, io, async ({ path, fingerprint }, answer) => {
      const decision = { path: file.entryPath(path), fingerprint, ...answer };
      // Read again each time: answers may also come from another window.
      const { decisions } = await readDecisions(project);
      const text = decisionsText(mergeDecisions(decisions, [decision]));
      await rewriteFile(file.path, file.shown, text);
      answers += 1;
    });
  } catch (error) {
    if (!isInterruption(error) || answers === 0) throw error;
    const kept = `${counted(answers, "answer")} kept in ${file.shown}`;
    throw new UsageError(
      `stopped: ${kept}, no documents changed`,
      "Run the command again to continue.",
    );
  }
  if (open.length === 0) await io.stderr.write("No suggestions are left to decide on\n");
  return readDecisions(project);
}

function amount(files: readonly AcceptedFile[]): string {
  const total = (of: "gaps" | "escalations") => files.reduce((sum, file) => sum + file[of], 0);
  const [gaps, escalations] = [total("gaps"), total("escalations")];
  const what = [
    ...(gaps > 0 ? [counted(gaps, "suggested gap")] : []),
    ...(escalations > 0 ? [counted(escalations, "suggested escalation")] : []),
  ];
  if (what.length === 0) return "nothing";
  return `${what.join(" and ")} into ${counted(files.length, "file")}`;
}

function outcome(
  { files, skipped, lost }: AcceptedProject,
  isWritten: boolean,
  failed: number,
): readonly string[] {
  const done = isWritten ? `Wrote ${amount(files)}` : `Would write ${amount(files)}; add --write`;
  const gone = ({ path, count }: (typeof lost)[number]) => {
    const its = count === 1 ? "its sentence is" : "their sentences are";
    return `warning: ${path}: ${counted(count, "accepted suggestion")} left out: ${its} no longer there`;
  };
  return [
    ...skipped.map(({ path, message }) => `warning: ${path} is unchanged: ${message}`),
    ...lost.map(gone),
    files.length + failed > 0
      ? done
      : "Nothing to write: everything accepted is already in the documents",
  ];
}

async function change(
  suggested: SuggestedProject,
  { decisions, entryPath }: DecisionFile,
  { acceptAbove, write }: SuggestOptions,
  project: Project,
  io: Io,
): Promise<ExitCode> {
  const accepted: Accepted = {
    decisionsFor: (path) => decisions.filter((one) => one.path === entryPath(path)),
    acceptAbove: acceptAbove ?? null,
  };
  const changed = await applyAccepted(suggested, accepted, project);
  if (!write) await showDiffs(changed.files, io);
  const { written, failures } = write
    ? await rewriteEach(changed.files, project)
    : { written: changed.files, failures: [] };
  for (const failure of failures) await io.stderr.write(usageText(failure));
  const lines = outcome({ ...changed, files: written }, write === true, failures.length);
  for (const line of lines) await io.stderr.write(`${printable(line)}\n`);
  return failures.length > 0 ? EXIT.usage : EXIT.ok;
}

function decisionNotes(decided: readonly SuggestionDecision[], { shown }: DecisionFile) {
  const count = (wanted: string) => decided.filter(({ decision }) => decision === wanted).length;
  const [accepted, rejected] = [count("accepted"), count("rejected")];
  return [
    ...(accepted > 0
      ? [`${accepted} accepted in ${shown} but not written yet: run pm suggest --write.`]
      : []),
    ...(rejected > 0 ? [`${rejected} rejected in ${shown} and left out.`] : []),
  ];
}

async function suggest(
  paths: readonly string[],
  options: SuggestOptions,
  io: Io,
): Promise<ExitCode> {
  checkSuggestOptions(options);
  const { dir = null, config: configPath = null, minConfidence } = options;
  const project = await openProject({ cwd: io.cwd, dir, configPath }, RULES);
  const file = await readDecisions(project);
  const suggested = await suggestProject(project, paths, progressOn(io));
  const { read, suggestions, notes } = suggested;
  await writeFolderNotes(read, io);
  const decisionOn = decidedIn(file);
  const sure = suggestions.filter(({ confidence }) => confidence >= minConfidence);
  const open = sure.filter((one) => decisionOn(one) === null);
  if (wantsChange(options)) {
    const decided = options.interactive ? await decide(open, file, project, io) : file;
    return change(suggested, decided, options, project, io);
  }
  const decided = suggestions.flatMap((one) => decisionOn(one) ?? []);
  const documents = read.postmortems.length;
  const all = [...notes, ...decisionNotes(decided, file)];
  const report = suggestionReport({ suggestions: open, documents, minConfidence, notes: all });
  await deliver(report, options, io);
  return EXIT.ok;
}

/** `pm suggest`: proposes gaps and escalations from prose. */
export const addSuggestCommand: AddCommand = (program, io, finish) => {
  const command = program
    .command("suggest")
    .helpGroup(GROUPS.write)
    .summary("Propose gaps and escalations that the prose describes but nobody has tagged")
    .description(
      "Propose gaps and escalations from the prose of postmortems, each with its sentence and the reason.\n\n" +
        "Existing tags are left out, and nothing leaves your machine. Documents change only with --write; " +
        "--interactive and --accept-above alone show how they would change.",
    )
    .argument("[paths...]", "files, folders or patterns (default: the folder in pm.yaml)");
  addSuggestOptions(command).action(async (paths: string[], options: SuggestOptions) => {
    finish(await suggest(paths, options, io));
  });
};

import { counted } from "../../core/counted.ts";
import { printable } from "../../core/printable.ts";
import type { SuggestionDecision } from "../../core/suggestion-decisions.ts";
import { mergeDecisions } from "../../core/suggestion-decisions.ts";
import type { FixedProject } from "../../fix-project.ts";
import { RULES } from "../../lint/rules/index.ts";
import type { Project } from "../../project.ts";
import { openProject } from "../../project.ts";
import type { SuggestedProject } from "../../suggest-project.ts";
import { suggestProject } from "../../suggest-project.ts";
import type { Acceptance } from "../../suggest-write.ts";
import { applyAccepted } from "../../suggest-write.ts";
import type { Suggestion } from "../../suggest/define.ts";
import { suggestionReport } from "../../suggest/report.ts";
import type { DecisionFile } from "../../suggestion-file.ts";
import { decisionsText, readDecisions } from "../../suggestion-file.ts";
import type { AddCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import { showDiffs } from "../diff.ts";
import type { Io } from "../io.ts";
import { progressOn, writeFolderNotes } from "../messages.ts";
import type { SuggestOptions } from "../suggest-options.ts";
import { addSuggestOptions, checkSuggestOptions, wantsChange } from "../suggest-options.ts";
import { walkSuggestions } from "../suggest-walk.ts";
import { rewriteFile } from "../write.ts";

function decidedIn({ decisions, entryPath }: DecisionFile) {
  const keys = new Map(decisions.map((one) => [`${one.path}\0${one.fingerprint}`, one]));
  return ({ path, fingerprint, type }: Suggestion): SuggestionDecision | null =>
    type === "gap" ? (keys.get(`${entryPath(path)}\0${fingerprint}`) ?? null) : null;
}

/** Walks through what nobody has decided on; each answer is written at once. */
async function decide(
  open: readonly Suggestion[],
  file: DecisionFile,
  project: Project,
  io: Io,
): Promise<DecisionFile> {
  const gaps = open.filter((one) => one.type === "gap");
  let { decisions } = file;
  await walkSuggestions(gaps, project.taxonomy, io, async ({ path, fingerprint }, answer) => {
    const decision = { path: file.entryPath(path), fingerprint, ...answer };
    decisions = mergeDecisions(decisions, [decision]);
    await rewriteFile(file.path, file.shown, decisionsText(decisions));
  });
  return { ...file, decisions };
}

function outcome({ files, skipped }: FixedProject, isWritten: boolean): readonly string[] {
  const count = files.reduce((sum, file) => sum + file.count, 0);
  const what = `${counted(count, "suggested gap")} into ${counted(files.length, "file")}`;
  const done = isWritten ? `Wrote ${what}` : `Would write ${what}; --write does it`;
  return [
    ...skipped.map(({ path, message }) => `warning: ${path} is left as it is: ${message}`),
    files.length > 0
      ? done
      : "Nothing to write: no suggested gap is accepted that is not there yet",
  ];
}

async function change(
  suggested: SuggestedProject,
  { decisions, entryPath }: DecisionFile,
  { acceptAbove, write }: SuggestOptions,
  project: Project,
  io: Io,
): Promise<void> {
  const acceptance: Acceptance = {
    decisionsFor: (path) => decisions.filter((one) => one.path === entryPath(path)),
    acceptAbove: acceptAbove ?? null,
  };
  const changed = await applyAccepted(suggested, acceptance, project);
  if (write) {
    for (const { absolutePath, path, bytes } of changed.files) {
      await rewriteFile(absolutePath, path, bytes);
    }
  } else {
    await showDiffs(changed.files, io);
  }
  for (const line of outcome(changed, write === true)) {
    await io.stderr.write(`${printable(line)}\n`);
  }
}

function decisionNotes(decided: readonly SuggestionDecision[], { shown }: DecisionFile) {
  const count = (wanted: string) => decided.filter(({ decision }) => decision === wanted).length;
  const [accepted, rejected] = [count("accepted"), count("rejected")];
  return [
    ...(accepted > 0
      ? [`${accepted} accepted in ${shown} and not written yet: pm suggest --write.`]
      : []),
    ...(rejected > 0 ? [`${rejected} rejected in ${shown} and left out.`] : []),
  ];
}

async function suggest(paths: readonly string[], options: SuggestOptions, io: Io): Promise<void> {
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
  return deliver(report, options, io);
}

/** `pm suggest`: proposes gaps and escalations from prose. */
export const addSuggestCommand: AddCommand = (program, io) => {
  const command = program
    .command("suggest")
    .summary("Propose gaps and escalations that the prose tells of and nobody has tagged")
    .description(
      "Propose gaps and escalations from the prose of postmortems, each with its sentence and the reason.\n" +
        "What is tagged already is left out, and nothing leaves the machine. Documents change only with\n" +
        "--write; --interactive and --accept-above alone show how they would.",
    )
    .argument("[paths...]", "files, folders or patterns (default: the folder of pm.yaml)");
  addSuggestOptions(command).action((paths: string[], options: SuggestOptions) =>
    suggest(paths, options, io),
  );
};

import { counted } from "../../../core/counted.ts";
import type { LanguageModel } from "../../../core/settings/language-model.ts";
import { confirmSuggestions } from "../../../jobs/suggest/confirm-suggestions.ts";
import { questionsOf } from "../../../jobs/suggest/questions.ts";
import {
  type OpenProject,
  openProject,
  openSuggestions,
  reportOpen,
  type SuggestedProject,
  suggestProject,
} from "../../../jobs/suggest/suggest.ts";
import {
  type Accepted,
  type AcceptedFile,
  type AcceptedProject,
  applyAccepted,
} from "../../../jobs/suggest/write-suggestions.ts";
import { writeEach } from "../../../jobs/write-files.ts";
import type { Project } from "../../../project/project.ts";
import { readAsWritten } from "../../../project/read-postmortems.ts";
import { type DecisionFile, readDecisions } from "../../../project/suggestion-file.ts";
import type { EditedFile } from "../../../write/edit-document.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { deliver } from "../../deliver.ts";
import { showDiffs } from "../../diff.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Io } from "../../io.ts";
import { noteEnglishOnly, progressOn, writeFolderNotes } from "../../messages.ts";
import { openFor } from "../../open.ts";
import { decide } from "./decide.ts";
import type { JudgedSuggestions } from "./judge.ts";
import {
  addSuggestOptions,
  checkSuggestOptions,
  minConfidenceOf,
  type SuggestOptions,
  wantsChange,
} from "./options.ts";

function amount(files: readonly AcceptedFile[]): string {
  const total = (of: "gaps" | "escalations") => files.reduce((sum, file) => sum + file[of], 0);
  const [gaps, escalations] = [total("gaps"), total("escalations")];
  const what = [
    ...(gaps > 0 ? [counted(gaps, "gap")] : []),
    ...(escalations > 0 ? [counted(escalations, "escalation")] : []),
  ];
  if (what.length === 0) return "nothing";
  return `${what.join(" and ")} into ${counted(files.length, "file")}`;
}

/** Why there is nothing to write. */
function whyNothing({ suggestions }: SuggestedProject, acceptAbove: number | undefined): string {
  const known = "everything accepted is already in the documents";
  if (acceptAbove === undefined) return known;
  const most = Math.max(...suggestions.map(({ confidence }) => confidence), 0);
  if (most >= acceptAbove) return known;
  const highest = suggestions.length === 0 ? "" : `; the highest is ${most.toFixed(2)}`;
  return `no suggestion has a confidence of ${acceptAbove} or more${highest}`;
}

/** Says what was written, or would be, and what was not. */
async function sayOutcome(
  { files, skipped, lost }: AcceptedProject,
  { failed, why }: { readonly failed: number; readonly why: string },
  { write, acceptAbove }: SuggestOptions,
  io: Io,
): Promise<void> {
  const isWritten = write === true;
  const done = isWritten ? `Wrote ${amount(files)}` : `Would write ${amount(files)}; add --write`;
  for (const { path, message } of skipped) await io.warn(`${path} is unchanged: ${message}`);
  for (const { path, count } of lost) {
    const its = count === 1 ? "its sentence is" : "their sentences are";
    const left = `${counted(count, "accepted suggestion")} left out`;
    await io.warn(`${path}: ${left}: ${its} no longer there`);
  }
  const isNothing = files.length + failed === 0;
  await io.say(isNothing ? `Nothing to write: ${why}` : done);
  if (isWritten && files.length > 0 && acceptAbove !== undefined) {
    await io.say(
      "Reports do not count what nobody confirmed: pm gaps --include-suggested shows it, pm suggest --confirm --write confirms it.",
    );
  }
}

/** Writes files that can be written, or without --write shows how they would change. */
async function writeOrShow<File extends EditedFile>(
  files: readonly File[],
  { write }: SuggestOptions,
  project: Project,
  io: Io,
): Promise<{ readonly written: readonly File[]; readonly failed: number }> {
  if (write !== true) {
    await showDiffs(files, io);
    return { written: files, failed: 0 };
  }
  const { written, failures } = await writeEach(files, project);
  for (const failure of failures) await io.fail(failure);
  return { written, failed: failures.length };
}

/** Writes what was accepted; without --write shows how documents would change. */
async function change(
  suggested: OpenProject,
  { decisions, entryPath }: DecisionFile,
  options: SuggestOptions,
  project: Project,
  io: Io,
): Promise<ExitCode> {
  const { acceptAbove } = options;
  const accepted: Accepted = {
    decisionsFor: (path) => decisions.filter((one) => one.path === entryPath(path)),
    acceptAbove: acceptAbove ?? null,
  };
  const changed = await applyAccepted(suggested, accepted, project);
  const { written, failed } = await writeOrShow(changed.files, options, project, io);
  const why = whyNothing(suggested, acceptAbove);
  await sayOutcome({ ...changed, files: written }, { failed, why }, options, io);
  return failed > 0 ? EXIT.usage : EXIT.ok;
}

/** Confirms what was written before; without --write shows how documents would change. */
async function confirm(
  paths: readonly string[],
  options: SuggestOptions,
  project: Project,
  io: Io,
): Promise<ExitCode> {
  const read = await readAsWritten(project, paths, [], progressOn(io));
  await writeFolderNotes(read, io);
  const { files, skipped } = await confirmSuggestions(read.texts, project);
  for (const { path, message } of skipped) await io.warn(`${path} is unchanged: ${message}`);
  const { written, failed } = await writeOrShow(files, options, project, io);
  const total = written.reduce((sum, { count }) => sum + count, 0);
  const what = `${counted(total, "suggestion")} in ${counted(written.length, "file")}`;
  const done = options.write === true ? `Confirmed ${what}` : `Would confirm ${what}; add --write`;
  const isNothing = files.length === 0;
  await io.say(
    isNothing ? "Nothing to confirm: no document holds a suggested gap or escalation" : done,
  );
  return failed > 0 ? EXIT.usage : EXIT.ok;
}

/**
 * The language model that is to be asked; null where none is.
 * @throws {UsageError} where none is set up.
 */
async function modelFor(
  { judge }: SuggestOptions,
  project: Project,
): Promise<LanguageModel | null> {
  if (judge !== true) return null;
  const { modelOf } = await import("../../language-model.ts");
  return modelOf(project, "--judge");
}

/** Loaded only where a language model is to be asked. */
async function judged(
  suggested: OpenProject,
  file: DecisionFile,
  asking: { readonly model: LanguageModel | null; readonly isShown: boolean },
  project: Project,
  io: Io,
): Promise<JudgedSuggestions | null> {
  const { model, isShown } = asking;
  if (model === null) return { suggested, isFailed: false };
  const { judgeSuggestions } = await import("./judge.ts");
  return judgeSuggestions(suggested, file, { model, isShown }, project, io);
}

async function noteRead({ read }: SuggestedProject, io: Io): Promise<void> {
  await writeFolderNotes(read, io);
  await noteEnglishOnly(read.foreign, "Suggestions work", io);
}

async function suggest(
  paths: readonly string[],
  options: SuggestOptions,
  io: Io,
): Promise<ExitCode> {
  checkSuggestOptions(options);
  const minConfidence = minConfidenceOf(options);
  const project = await openFor(options, io);
  if (options.confirm === true) return confirm(paths, options, project, io);
  const file = await readDecisions(project);
  const asking = { model: await modelFor(options, project), isShown: options.showPrompt === true };
  if (!wantsChange(options) && asking.model === null) {
    const found = await suggestProject(project, paths, progressOn(io));
    await noteRead(found, io);
    await deliver(reportOpen(found, file, minConfidence), found.read.redact, options, io);
    return EXIT.ok;
  }
  const found = await openProject(project, paths, progressOn(io));
  await noteRead(found, io);
  const judging = await judged(found, file, asking, project, io);
  if (judging === null) return EXIT.ok;
  const { suggested, isFailed } = judging;
  const done = isFailed ? EXIT.usage : EXIT.ok;
  if (wantsChange(options)) {
    const open = openSuggestions(suggested, file, minConfidence);
    const questions = questionsOf(open, suggested.read.postmortems, project.taxonomy);
    const decided = options.interactive ? await decide(questions, file, project, io) : file;
    const changed = await change(suggested, decided, options, project, io);
    return changed === EXIT.ok ? done : changed;
  }
  await deliver(reportOpen(suggested, file, minConfidence), suggested.read.redact, options, io);
  return done;
}

/** `pm suggest`: proposes gaps and escalations from prose. */
export const addSuggestCommand: AddCommand = (program, io, finish) => {
  const command = program
    .command("suggest")
    .helpGroup(GROUPS.write)
    .summary("Propose gaps and escalations that the prose describes but nobody has tagged")
    .description(
      "Propose gaps and escalations from the prose of postmortems, each with its sentence and the reason.\n\n" +
        "Existing tags are left out, and nothing leaves your machine unless you add --judge. Documents change only with --write; " +
        "--interactive, --accept-above and --confirm alone show how they would change.",
    )
    .argument("[paths...]", "files, folders or patterns (default: the folder in pm.yaml)");
  addSuggestOptions(command, io).action(async (paths: string[], options: SuggestOptions) => {
    finish(await suggest(paths, options, io));
  });
};

import { counted } from "../../../core/counted.ts";
import type { LanguageModel } from "../../../core/settings/language-model.ts";
import { applyVerdicts } from "../../../jobs/suggest/apply-verdicts.ts";
import {
  judge,
  type Judged,
  type Judging,
  openQuestions,
  prepareJudging,
} from "../../../jobs/suggest/judge.ts";
import type { OpenProject } from "../../../jobs/suggest/suggest.ts";
import type { Project } from "../../../project/project.ts";
import type { DecisionFile } from "../../../project/suggestion-file.ts";
import type { Io } from "../../io.ts";
import { openModel, showPrompts } from "../../language-model.ts";

/** So many dropped answers are named one by one. */
const MOST_NAMED = 5;

/** Says what became of the questions. */
async function reportJudging(
  { verdicts, dropped, stopped }: Judged,
  { known, file, questions }: Judging,
  io: Io,
): Promise<void> {
  if (verdicts.size > known.size) {
    await io.say(`${counted(verdicts.size - known.size, "answer")} kept in ${file.path}`);
  }
  if (dropped.length > 0) {
    const named = dropped.slice(0, MOST_NAMED).map(({ place, why }) => `${place} (${why})`);
    const more = dropped.length - named.length;
    const list = [...named, ...(more > 0 ? [`${more} more`] : [])].join(", ");
    const what = dropped.length === 1 ? "its proposal stays as it was" : "their proposals stay";
    await io.warn(`${counted(dropped.length, "answer")} of the model dropped, ${what}: ${list}`);
  }
  if (stopped !== null) {
    const left = questions.length - verdicts.size - dropped.length;
    await io.warn(
      `the language model was asked no further: ${stopped.message}; ${counted(left, "proposal")} not judged`,
    );
  }
}

/** Suggestions as a language model judged the doubtful ones, and whether it could be asked. */
export interface JudgedSuggestions {
  readonly suggested: OpenProject;
  readonly isFailed: boolean;
}

/**
 * Has a language model decide on doubtful suggestions.
 * @returns null where it was only shown what would be sent.
 */
export async function judgeSuggestions(
  suggested: OpenProject,
  decisions: DecisionFile,
  { model, isShown }: { readonly model: LanguageModel; readonly isShown: boolean },
  project: Project,
  io: Io,
): Promise<JudgedSuggestions | null> {
  const judging = await prepareJudging(suggested, decisions, model, project);
  const open = openQuestions(judging);
  if (isShown) {
    await showPrompts(
      model,
      open.map(({ sent }) => sent),
      io,
    );
    return null;
  }
  const { known: verdicts } = judging;
  let judged: Judged = { verdicts, dropped: [], stopped: null };
  if (open.length > 0) {
    const ask = await openModel(model, open.length, io);
    judged = await judge(judging, ask, project, (done) => {
      io.show(`asking the language model, ${done} of ${open.length} …`);
    }).finally(() => {
      io.show("");
    });
    await reportJudging(judged, judging, io);
  }
  const isFailed = judged.stopped !== null;
  return { suggested: applyVerdicts(suggested, judging, judged), isFailed };
}

import type { Sentence } from "../core/postmortem.ts";
import { isQuestion } from "../prose/sentences.ts";
import type { SuggestContext } from "./define.ts";

type Setup = Pick<SuggestContext, "cues">;

/** Whether a sentence stands in a section that tells of no gap and no hand-over. */
export function isSilent({ section }: Pick<Sentence, "section">, { cues }: Setup): boolean {
  return section !== null && cues.silentSections.has(section);
}

/** Whether a sentence may tell of a gap or a hand-over: a question does not, nor do some sections. */
export function canTell(sentence: Sentence, context: Setup): boolean {
  return !isSilent(sentence, context) && !isQuestion(sentence);
}

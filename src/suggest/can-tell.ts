import type { Cues } from "../core/cues.ts";
import { memo, memoLast } from "../core/memo.ts";
import type { Postmortem, Sentence } from "../core/postmortem.ts";
import { isQuestion } from "../prose/sentences.ts";
import type { SuggestContext } from "./define.ts";
import { type CueText, readForCues } from "./sentence-text.ts";

type Setup = Pick<SuggestContext, "cues">;

/** Whether a sentence stands in a section that tells of no gap and no hand-over. */
export function isSilent({ section }: Pick<Sentence, "section">, { cues }: Setup): boolean {
  return section !== null && cues.silentSections.has(section);
}

/** Whether a sentence may tell of a gap or a hand-over: a question does not, nor do some sections. */
export function canTell(sentence: Sentence, context: Setup): boolean {
  return !isSilent(sentence, context) && !isQuestion(sentence);
}

/** A sentence that may tell of a gap or a hand-over, as cues and what was learned are compared with it. */
export interface TellingSentence {
  readonly sentence: Sentence;
  readonly text: CueText;
}

const tellingIn = memo((cues: Cues) =>
  memoLast(({ sentences, namedPeople }: Postmortem): readonly TellingSentence[] =>
    sentences
      .filter((sentence) => canTell(sentence, { cues }))
      .map((sentence) => ({ sentence, text: readForCues(sentence.tokens, namedPeople) })),
  ),
);

/** The sentences of a postmortem that may tell of a gap or a hand-over. */
export function tellingSentences(
  postmortem: Postmortem,
  { cues }: Setup,
): readonly TellingSentence[] {
  return tellingIn(cues)(postmortem);
}

import { memo, memoLast } from "../core/memo.ts";
import type { Postmortem, Sentence, Token } from "../core/postmortem.ts";
import type { Cues } from "../core/settings/cues.ts";
import { BARRIER } from "../prose/phrases.ts";
import { isQuestion } from "../prose/sentences.ts";
import { assertedText, assertedTokens, concedingAs } from "./asserted-words.ts";
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
  /** The kind of section as which it counts. */
  readonly section: Sentence["section"];
  readonly text: CueText;
  /** Its tokens; those of what it does not assert as marks. */
  readonly asserted: readonly Token[];
}

/** A sentence as cues are compared with it; null where it may tell of nothing. */
function tellingText(
  sentence: Sentence,
  { namedPeople }: Postmortem,
  context: Setup,
): TellingSentence | null {
  const { tokens, section } = sentence;
  const counted = isQuestion(sentence) ? null : concedingAs(section, context);
  if (counted === null && !canTell(sentence, context)) return null;
  const read = readForCues(tokens, namedPeople);
  const text = assertedText(read, section, context);
  if (text === read) return { sentence, section, text, asserted: tokens };
  return text.words.some((word) => word !== BARRIER)
    ? { sentence, section: counted ?? section, text, asserted: assertedTokens(tokens, read, text) }
    : null;
}

const tellingIn = memo((cues: Cues) =>
  memoLast((postmortem: Postmortem): readonly TellingSentence[] =>
    postmortem.sentences.flatMap((sentence) => tellingText(sentence, postmortem, { cues }) ?? []),
  ),
);

/** The sentences of a postmortem that may tell of a gap or a hand-over. */
export function tellingSentences(
  postmortem: Postmortem,
  { cues }: Setup,
): readonly TellingSentence[] {
  return tellingIn(cues)(postmortem);
}

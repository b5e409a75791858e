import { memoLast } from "../core/memo.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { EscalationCue } from "../core/settings/cues.ts";
import { findPhrases, foldedWords, type PhraseMatch } from "../prose/phrases.ts";
import type { Folded } from "./asker.ts";
import type { SuggestContext } from "./define.ts";
import type { Asked } from "./stranger.ts";
import { clauseAt } from "./subject.ts";

/** Words that a sentence begins with among which the one who acts is looked for. */
const SUBJECT_REACH = 3;
/** Words behind a cue among which the one who was told is looked for. */
const TOLD_REACH = 4;
const WORD = /^\p{L}/u;

type Acting = Pick<Postmortem, "sentences">;

/** How often words stand where a sentence says who acts. */
const actsIn = memoLast(({ sentences }: Acting): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { tokens } of sentences) {
    const words = foldedWords(tokens.filter(({ text }) => WORD.test(text)).slice(0, SUBJECT_REACH));
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
});

/** The words that tell one name from another, without what any team or person is called. */
function namesIn(words: readonly string[], { cues }: SuggestContext): readonly string[] {
  const { adverbs, asked, determiners, groups, object_ends: ends } = cues.words;
  const { people, prepositions, unnamed } = cues.words;
  const end = words.findIndex((word, at) => at > 0 && ends.has(word));
  const plain = [adverbs, asked, determiners, groups, people, prepositions, unnamed];
  return words
    .slice(0, end === -1 ? words.length : end)
    .filter((word) => WORD.test(word) && !plain.some((list) => list.has(word)));
}

/**
 * Whether one who is named tells it to another who does more of what the document tells of, and so is one of those
 * whose document it is: "Northwind notified the Kestrel team".
 */
function areUs(
  { start, end }: PhraseMatch<EscalationCue>,
  { words, tokens }: Folded,
  postmortem: Acting,
  context: SuggestContext,
): boolean {
  const written = foldedWords(tokens);
  const clause = clauseAt(words, start, context).map((place) => written[place] ?? "");
  const tellers = namesIn(clause, context);
  if (tellers.length === 0) return false;
  const told = namesIn(written.slice(end, end + TOLD_REACH), context);
  const acts = actsIn(postmortem);
  const most = (names: readonly string[], others: readonly string[]) =>
    Math.max(0, ...names.map((name) => (others.includes(name) ? 0 : (acts.get(name) ?? 0))));
  return most(told, tellers) > most(tellers, told);
}

/** Whether those whom a cue names were told and no more: nobody was asked to go on with it. */
export function areOnlyTold(
  match: PhraseMatch<EscalationCue>,
  { id, isOutside }: Asked,
  folded: Folded,
  postmortem: Acting,
  context: SuggestContext,
): boolean {
  if (!match.group.tells || id !== null || isOutside) return false;
  return match.group.to === "before" || areUs(match, folded, postmortem, context);
}

/** Whether a sentence says that somebody was spoken to only to let them know. */
export function isToTell(words: readonly string[], { cues }: SuggestContext): boolean {
  return findPhrases(words, [cues.toldOnly], cues.words).length > 0;
}

import type { SectionKind } from "../core/document/body-parts.ts";
import { memo } from "../core/memo.ts";
import type { Cue } from "../core/settings/cues.ts";
import type { Phrases } from "../core/settings/language.ts";
import { acceptedOf, findPhrases, matchesOfEach, type PhraseMatch } from "../prose/phrases.ts";
import type { SuggestContext } from "./define.ts";
import { type CueText, PERSON } from "./sentence-text.ts";
import { NO_WORD, ownerAt } from "./subject.ts";

/** Words before a cue among which a negation turns it round: "we were not at all unaware". */
const NEGATION_REACH = 3;

/** Whether the words right before a place say that it is not so. */
export function isNegated(
  folded: readonly string[],
  at: number,
  { cues }: SuggestContext,
): boolean {
  for (let index = at - 1; index >= Math.max(0, at - NEGATION_REACH); index -= 1) {
    const word = folded[index] ?? "";
    if (cues.words.not.has(word)) return true;
    const isPassedOver = cues.words.adverbs.has(word) || cues.words.auxiliaries.has(word);
    if (!isPassedOver) return false;
  }
  return false;
}

function isOurs(cue: Cue, folded: readonly string[], at: number, context: SuggestContext): boolean {
  const owner = ownerAt(folded, at, context);
  if (cue.subject === "ours") return owner === "ours" || owner === "left-out";
  return owner !== "theirs" && !(cue.subject === "own" && owner === "name");
}

function countsIn({ in: only, notIn }: Cue, section: SectionKind | null): boolean {
  if (only.length > 0) return section !== null && only.includes(section);
  return section === null || !notIn.includes(section);
}

/** Whether only the time of a row, or who is to do it, stands before a place. */
function beginsAt(folded: readonly string[], at: number, { cues }: SuggestContext): boolean {
  return folded.slice(0, at).every((word) => {
    return word === "" || word === PERSON || NO_WORD.test(word) || cues.words.clock.has(word);
  });
}

/** What cancels a cue wherever it stands; made once for each, as cues never change. */
const cancelling = memo(({ unless }: Cue): Phrases => ({ phrases: unless, except: [] }));

function isCancelled(cue: Cue, folded: readonly string[], { cues }: SuggestContext): boolean {
  if (cue.unless.length === 0) return false;
  return findPhrases(folded, [cancelling(cue)], cues.words).length > 0;
}

/** The cues of gaps in a sentence: not negated, and about us. */
export function cueMatches(
  { words: folded }: Pick<CueText, "words">,
  section: SectionKind | null,
  context: SuggestContext,
): readonly PhraseMatch<Cue>[] {
  const { cues } = context;
  // Each cue by itself: that one has a phrase must not keep a cue of another kind from it.
  return matchesOfEach(folded, cues.gaps, cues.words).flatMap(({ group: cue, matches }) => {
    if (!countsIn(cue, section)) return [];
    const found = acceptedOf(matches, ({ start }) => {
      if (cue.begins && !beginsAt(folded, start, context)) return false;
      return !isNegated(folded, start, context) && isOurs(cue, folded, start, context);
    });
    return found.length > 0 && isCancelled(cue, folded, context) ? [] : found;
  });
}

import { memo, memoText } from "../core/memo.ts";
import type { Cues } from "../core/settings/cues.ts";
import { wordsOfPhrases } from "../prose/phrases.ts";

/** Shorter words are one letter from many others. */
const SHORTEST_WORD = 7;

/** A word with each of its letters but the first and the last two left out in turn. */
function withoutOne(word: string): readonly string[] {
  return Array.from({ length: word.length - 3 }, (_, index) => {
    return word.slice(0, index + 1) + word.slice(index + 2);
  });
}

interface Dictionary {
  readonly words: ReadonlySet<string>;
  /** By what is left of a word without one letter: the word. */
  readonly byRest: ReadonlyMap<string, string>;
}

/** The long words of the cues (Garbe's symmetric deletes: two words one slip apart share a rest). */
const dictionaryOf = memo(({ words, gaps }: Cues): Dictionary => {
  const phrases = gaps.flatMap((cue) => [...cue.phrases, ...cue.except]);
  const known = new Set([
    ...Object.values(words).flatMap((list) => [...list]),
    ...wordsOfPhrases(phrases),
  ]);
  const byRest = new Map<string, string>();
  for (const word of known) {
    if (word.length < SHORTEST_WORD) continue;
    for (const rest of [word, ...withoutOne(word)]) {
      if (!byRest.has(rest)) byRest.set(rest, word);
    }
  }
  return { words: known, byRest };
});

function mended(word: string, { words, byRest }: Dictionary): string {
  if (words.has(word)) return word;
  for (const rest of [word, ...withoutOne(word)]) {
    const found = byRest.get(rest);
    if (found?.startsWith(word.slice(0, 1)) && found.endsWith(word.slice(-2))) return found;
  }
  return word;
}

/**
 * What gives a long word as the cues write it, where it is one letter too many, too few or wrong within, or
 * has two changed round; any other word as it is. Endings stay, as they tell who did what.
 */
export const wordMender = memo((cues: Cues): ((word: string) => string) => {
  const dictionary = dictionaryOf(cues);
  const mendedLong = memoText((word) => mended(word, dictionary));
  return (word) => (word.length < SHORTEST_WORD - 1 ? word : mendedLong(word));
});

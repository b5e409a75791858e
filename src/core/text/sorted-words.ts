import { memoText } from "../memo.ts";

/** Words that are looked up in the text that lists them: no start has to take thousands apart. */
export interface SortedWords {
  readonly has: (word: string) => boolean;
}

/** The places between which the word around a place stands. */
function wordAround(text: string, at: number): { readonly start: number; readonly end: number } {
  const end = text.indexOf(" ", at);
  return { start: text.lastIndexOf(" ", at - 1) + 1, end: end === -1 ? text.length : end };
}

/**
 * Words to look up.
 * @param text the words in the order of their letters, with a blank between each two.
 */
export function sortedWords(text: string): SortedWords {
  const has = (word: string): boolean => {
    let [low, high] = [0, text.length];
    while (low < high) {
      const { start, end } = wordAround(text, Math.floor((low + high) / 2));
      const found = text.slice(start, end);
      if (found === word) return word !== "";
      if (found < word) low = end + 1;
      else high = start - 1;
    }
    return false;
  };
  return { has: memoText(has) };
}

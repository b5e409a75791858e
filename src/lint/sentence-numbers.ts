import type { PhraseMatch } from "../prose/phrases.ts";
import type { Clause } from "./subjects.ts";

/** Clock times, dates, years, ordinals and classes of status codes count nothing. */
const NO_AMOUNT = /^\d{1,2}[:.]\d{2}\b|^\d{4}-\d|^(?:19|20)\d{2}$|^\d+(?:st|nd|rd|th)$|^\dxx/;

function isAmount({ folded, language }: Clause, at: number): boolean {
  const { numbers, numbered, months } = language.words;
  const word = folded[at] ?? "";
  if (numbers.has(word)) return true;
  if (!/^\d/.test(word) || NO_AMOUNT.test(word)) return false;
  const [before = "", after = ""] = [folded[at - 1], folded[at + 1]];
  return !numbered.has(after) && !months.has(before) && !months.has(after);
}

/** Whether a sentence has a number beside a phrase, which then leaves nothing open. */
export function hasNumberBeside(clause: Clause, { start, end }: PhraseMatch): boolean {
  return clause.folded.some((_, at) => (at < start || at >= end) && isAmount(clause, at));
}

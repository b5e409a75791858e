import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { isSurelyName, type NameTest } from "./name-test.ts";
import { NAME_WORD } from "./written-names.ts";

const LONGEST_BEFORE = 48;
const LONGEST_BEHIND = 120;
/** A time at the beginning of a line, and what parts it from what follows: "- **14:02 UTC** — **". */
const BEHIND_TIME =
  /(?:^|\n)[^\p{L}\n]{0,24}\d[:.]\d\d[^\p{L}\n]{0,8}(?:(?:[AaPp]\.?[Mm]\.?|\p{Lu}{1,5})[^\p{L}\n]{0,8})?$/u;
/** Fewer words that are also names head rows of other things, too. */
const LEAST_ALSO = 2;

const patternsOf = memo(({ lists }: Vocabulary) => {
  const others = String.raw`(?:(?:, | ?[&/+] ?| ${anyWord(lists.and)} )[*_]{0,2}${NAME_WORD}[*_]{0,2}){0,4}`;
  return {
    behind: new RegExp(String.raw`^[*_]{0,2}${others}[*_]{0,2}(?::[*_]{0,2}\s| [–—|-]+ )`, "u"),
    inBrackets: new RegExp(String.raw`^${others}\)[*_:]{0,3}\s`, "u"),
  };
});

/**
 * Whether a word heads a row of a timeline, behind its time: "14:02 – Ada: restarted", "14:02 (Ada) restarted".
 * @param places where it stands.
 */
export function headsRow(
  word: string,
  places: readonly number[],
  { text, vocabulary }: NameTest,
): boolean {
  const { behind, inBrackets } = patternsOf(vocabulary);
  return places.some((start) => {
    const end = start + word.length;
    const rest = text.slice(end, end + LONGEST_BEHIND);
    const before = text.slice(Math.max(start - LONGEST_BEFORE, 0), start);
    const isMarked = before.endsWith("(") ? inBrackets.test(rest) : behind.test(rest);
    return isMarked && BEHIND_TIME.test(before);
  });
}

/**
 * First names that are also words and head rows of a timeline: where others do who certainly are people, or
 * several such words do. "14:02 Hope: nothing" alone tells of no person.
 */
export function alsoHeadingRows(
  places: ReadonlyMap<string, readonly number[]>,
  test: NameTest,
): readonly string[] {
  const also = [...places].flatMap(([word, all]) =>
    test.isAlsoFirst(word) && !test.isGroup(word) && headsRow(word, all, test) ? [word] : [],
  );
  if (also.length === 0 || also.length >= LEAST_ALSO) return also;
  return [...places].some(([word, all]) => isSurelyName(word, test) && headsRow(word, all, test))
    ? also
    : [];
}

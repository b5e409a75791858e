import { memo } from "../../core/memo.ts";
import { anyPattern, anyWord } from "../../core/text/escape-pattern.ts";
import { IN_BRACKETS } from "../../people/in-brackets.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { NameTest } from "./name-test.ts";
import { isOfGroup } from "./nicks.ts";

const LONGEST_BESIDE = 60;
const PART_BEFORE = /[\p{L}\p{M}\p{N}_/.@-]$/u;
const SENTENCE_END = /(?:[.!?:]|\n[ \t>]{0,8}(?:[*+-]|\d{1,3}[.)])?)[ \t]{0,4}$/u;

const patternsOf = memo(({ people, lists, stop_words }: Vocabulary) => ({
  acts: new RegExp(
    String.raw`^(?:${IN_BRACKETS})?(?: |[*_]{0,3} {0,8}\| {0,8})${anyPattern(people.acting_alone)}`,
    "u",
  ),
  has: new RegExp(String.raw`^['’]s? ${anyWord(people.had_of_people)}(?!\p{L})`, "u"),
  /** Behind these stands a thing that is called so: "the Grant". */
  determined: new RegExp(
    String.raw`(?<![\p{L}\p{M}])(?:${anyWord([...lists.articles, ...people.said_of_groups, "a", "an"])})\s$`,
    "iu",
  ),
  stopWords: new Set(stop_words),
}));

/** Whether a word with a capital stands right before a place, as the rest of a name: "Apache Storm". */
function isInName(before: string, stopWords: ReadonlySet<string>): boolean {
  const [, word = ""] = /(?<![\p{L}\p{M}])(\p{Lu}[\p{L}\p{M}\p{N}'’-]*)\s$/u.exec(before) ?? [];
  if (word === "" || stopWords.has(word.toLowerCase())) return false;
  // "14:02 UTC Grant confirms", "14:02 PM Grant confirms".
  return !/\d\s?\p{Lu}{1,4}\s$/u.test(before);
}

/**
 * First names that are also words, which act as only people do, or have what only people have: "Grant
 * confirms the fix", "Rob's laptop". Nothing else says that they name somebody.
 * @param places where each word with a capital stands.
 */
export function actingWordsIn(
  places: ReadonlyMap<string, readonly number[]>,
  test: NameTest,
): readonly string[] {
  const { text, vocabulary } = test;
  const { acts, has, determined, stopWords } = patternsOf(vocabulary);
  return [...places].flatMap(([word, all]) => {
    if (!test.isAlsoFirst(word) || test.isGroup(word)) return [];
    const names = all.some((at) => {
      const behind = text.slice(at + word.length, at + word.length + LONGEST_BESIDE);
      if (!acts.test(behind) && !has.test(behind)) return false;
      const before = text.slice(Math.max(at - LONGEST_BESIDE, 0), at);
      if (PART_BEFORE.test(before) || determined.test(before)) return false;
      return SENTENCE_END.test(before) || !isInName(before, stopWords);
    });
    return names && !isOfGroup(word, text, vocabulary) ? [word] : [];
  });
}

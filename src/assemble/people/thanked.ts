import { memo } from "../../core/memo.ts";
import { inBothCases } from "../../core/text/capitalised.ts";
import { anyWord, longestWord } from "../../core/text/escape-pattern.ts";
import { wordIndex } from "../../core/text/word-index.ts";
import { IN_BRACKETS } from "../../people/in-brackets.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { NameTest } from "./name-test.ts";
import { WHOLE_NAME } from "./written-names.ts";

const SINGLE = /^\p{Lu}[\p{Ll}\p{M}'’]{1,30}(?:-\p{L}[\p{Ll}\p{M}'’]{1,30})?$/u;
const ROLES = new RegExp(IN_BRACKETS, "gu");
/** A word that one line gives alone is a name only where more are named beside it. */
const LEAST_SINGLE = 2;

const patternsOf = memo(({ people, lists }: Vocabulary) => {
  const { thanked_as, thanked_for } = people;
  const and = anyWord(lists.and);
  // A sentence, or a row, may begin so: "14:03 Thanks to", "14:03 | Thanks to", "Note: thanks to".
  const begin = String.raw`(?:^[ \t>*_-]{0,6}|[.!,;:|–—-][ \t]|\d[:h]\d\d(?: ?\p{Lu}{1,4})?[ \t]|\s${and}[ \t])`;
  const thanks = `${longestWord(inBothCases(thanked_as))}[*_]{0,2}:?[*_]{0,2}[ \\t]{1,4}`;
  return {
    start: new RegExp(String.raw`${begin}${thanks}(?=[\p{Lu}@*_]|the\s)`, "mu"),
    // A sentence may thank several times: "Kudos to Jane Roe, shout-out to Max Moe and thanks to Ada".
    thanks: new RegExp(String.raw`${begin}${thanks}([^\n.!?:|]{2,160})`, "gmu"),
    again: new RegExp(String.raw`(?:[,;][ \t]|,?\s${and}[ \t])${thanks}`, "u"),
    reason: new RegExp(String.raw`\s${anyWord(thanked_for)}(?!\p{L}).*$`, "u"),
    between: new RegExp(String.raw`[,;&]\s(?:${and}\s)?|\s${and}\s`, "u"),
  };
});

/** Whether a text may thank somebody, seen without parsing it. */
export function mayThank(text: string, vocabulary: Vocabulary): boolean {
  return patternsOf(vocabulary).start.test(text);
}

/** The parts of a list of names; none where it is a clause. */
export function namedParts(
  text: string,
  vocabulary: Vocabulary,
  isGroup: (name: string) => boolean,
): readonly string[] {
  const { between } = patternsOf(vocabulary);
  const parts = text
    .replaceAll(ROLES, "")
    .split(between)
    .map((part) => part.replaceAll(/[*_]/g, "").trim().replace(/[.!]$/u, ""));
  const named = parts.filter((part) => part !== "");
  return named.every((part) => /^[@\p{Lu}]/u.test(part) || isGroup(part)) ? named : [];
}

/** Whether a text writes a word small elsewhere, as it does that of a tool: `kafka`. */
export function isWrittenSmall(word: string, text: string): boolean {
  const small = word.toLowerCase();
  return wordIndex(text)
    .placesOf(small)
    .some((at) => {
      const [before, end] = [text.slice(Math.max(at - 1, 0), at), at + small.length];
      return !/[@.~/_]$/.test(before) && !/^[\p{L}@._]/u.test(text.slice(end, end + 2));
    });
}

/** The parts of what is thanked at once, and whether they are names alone, and none of a clause. */
function thankedAtOnce(list: string, { vocabulary, isGroup }: NameTest) {
  const parts = namedParts(list, vocabulary, isGroup);
  const isName = (part: string) =>
    SINGLE.test(part) || WHOLE_NAME.test(part) || part.startsWith("@");
  return { parts, areNames: parts.every((part) => isName(part) || isGroup(part)) };
}

/** Whom a sentence thanks: whole names, and single ones where several are named. */
function thankedIn(sentence: string, test: NameTest): readonly string[] {
  const { again, reason } = patternsOf(test.vocabulary);
  const lists = sentence.split(again).map((list) => list.replace(reason, ""));
  const found = lists.map((list) => thankedAtOnce(list, test));
  const full = found.flatMap(({ parts }) => parts.filter((part) => WHOLE_NAME.test(part)));
  const single = found
    .filter(({ areNames }) => areNames)
    .flatMap(({ parts }) => parts.filter((part) => SINGLE.test(part)));
  const people = single.filter((name) => !isWrittenSmall(name, test.text));
  const areKnown = single.some(
    (name) => test.isKnown(name.toLowerCase()) && !test.isAlsoFirst(name),
  );
  return full.length + single.length >= LEAST_SINGLE && !areKnown ? [...full, ...people] : full;
}

/** Whom a text thanks. */
export function thankedNames(test: NameTest): readonly string[] {
  const { thanks } = patternsOf(test.vocabulary);
  return [...test.text.matchAll(thanks)].flatMap(([, rest = ""]) => thankedIn(rest, test));
}

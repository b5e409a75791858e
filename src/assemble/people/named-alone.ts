import { memo } from "../../core/memo.ts";
import { inBothCases } from "../../core/text/capitalised.ts";
import { longestWord } from "../../core/text/escape-pattern.ts";
import { placesByMatch } from "../../core/text/word-index.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { actingWordsIn } from "./acting-words.ts";
import { namesSomebody } from "./logins.ts";
import type { NameTest } from "./name-test.ts";
import { isOfGroup } from "./nicks.ts";
import { alsoHeadingRows, headsRow } from "./row-heads.ts";
import { NAME_WORD } from "./written-names.ts";

/** Shorter last names are other words too often. */
const LEAST_LAST = 4;
/** A word that begins with a capital. */
const CAPITALISED = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*/gu;

const attributedOf = memo(({ people }: Vocabulary): RegExp => {
  const ahead = longestWord(inBothCases(people.attributed_to));
  return new RegExp(String.raw`(?<!\p{L})${ahead}\s(${NAME_WORD})(?![\p{L}\p{N}_/'’-])`, "gu");
});

/** Whether a word is a name and nothing else: a first one or a last one, and no team's. */
function isSureIn(test: NameTest): (word: string) => boolean {
  return (word) =>
    (test.isFirstName(word) || (word.length >= LEAST_LAST && test.isLastName(word))) &&
    !test.isKnown(word.toLowerCase()) &&
    !test.isGroup(word);
}

/**
 * Who acts, is acted on or said something, as only people do, or heads a row of a timeline, under a first
 * name alone: "asked Farah", "according to Farah", "14:02 – Farah: restarted".
 */
export function namedAlone(test: NameTest, mayAttribute: boolean): readonly string[] {
  const attributed = mayAttribute ? [...test.text.matchAll(attributedOf(test.vocabulary))] : [];
  const saying = new Set(attributed.map(([, name = ""]) => name));
  const places = placesByMatch(test.text, CAPITALISED);
  const isSure = isSureIn(test);
  const sure = [...places].flatMap(([word, all]) => {
    const isNamed =
      isSure(word) &&
      (saying.has(word) ||
        namesSomebody(word, test, all) ||
        all.some((at) => headsRow(at, at + word.length, test))) &&
      !isOfGroup(word, test.text, test.vocabulary);
    return isNamed ? [word] : [];
  });
  return [...sure, ...actingWordsIn(places, test), ...alsoHeadingRows(places, test, isSure)];
}

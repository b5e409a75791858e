import { memo } from "../../core/memo.ts";
import { inBothCases } from "../../core/text/capitalised.ts";
import { longestWord } from "../../core/text/escape-pattern.ts";
import { placesByMatch } from "../../core/text/word-index.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { actingWordsIn } from "./acting-words.ts";
import { namesSomebody } from "./logins.ts";
import { isSurelyName, type NameTest } from "./name-test.ts";
import { isOfGroup } from "./nicks.ts";
import { alsoHeadingRows, headsRow } from "./row-heads.ts";
import { NAME_WORD } from "./written-names.ts";

/** A word that begins with a capital. */
const CAPITALISED = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}]*/gu;

const attributedOf = memo(({ people }: Vocabulary): RegExp => {
  const ahead = longestWord(inBothCases(people.attributed_to));
  return new RegExp(String.raw`(?<!\p{L})${ahead}\s(${NAME_WORD})(?![\p{L}\p{N}_/'’-])`, "gu");
});

/**
 * Who acts, is acted on or said something, as only people do, or heads a row of a timeline, under a first
 * name alone: "asked Farah", "according to Farah", "14:02 – Farah: restarted".
 */
export function namedAlone(test: NameTest, mayAttribute: boolean): readonly string[] {
  const attributed = mayAttribute ? [...test.text.matchAll(attributedOf(test.vocabulary))] : [];
  const saying = new Set(attributed.map(([, name = ""]) => name));
  const places = placesByMatch(test.text, CAPITALISED);
  const sure = [...places].flatMap(([word, all]) => {
    const isNamed =
      isSurelyName(word, test) &&
      (saying.has(word) || namesSomebody(word, test, all) || headsRow(word, all, test)) &&
      !isOfGroup(word, test.text, test.vocabulary);
    return isNamed ? [word] : [];
  });
  return [...sure, ...actingWordsIn(places, test), ...alsoHeadingRows(places, test)];
}

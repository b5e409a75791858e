import { memo } from "../../core/memo.ts";
import { capitalised, inBothCases } from "../../core/text/capitalised.ts";
import { anyWord, longestWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { NameTest } from "./name-test.ts";
import { FULL_NAME, NAME_WORD } from "./written-names.ts";

/** Shorter titles are other words in small letters: "ms". */
const LEAST_SMALL = 5;
/** A name in a script without blanks, before what one is called: "田中さん". */
const UNSPACED = String.raw`(?<!\p{Script=Hangul})\p{Script=Hangul}{2,4}|(?<![\p{Script=Han}々])[\p{Script=Han}々]{2,5}|(?<![\p{Script=Katakana}ー・])[\p{Script=Katakana}ー・]{2,16}`;

const patternsOf = memo(({ people, lists }: Vocabulary) => {
  const { honorifics, honorific_suffixes: suffixes, greetings, name_particles: particles } = people;
  const rest = String.raw`(?: (?:${longestWord(particles)} ){0,2}${NAME_WORD}){0,2}`;
  const spelled = honorifics.flatMap((one) => [
    capitalised(one),
    ...(one.length >= LEAST_SMALL ? [one] : []),
  ]);
  const called = longestWord(inBothCases(greetings));
  const hyphened = suffixes.filter((one) => one.startsWith("-"));
  const unspaced = suffixes.filter((one) => !one.startsWith("-"));
  const determiners = inBothCases([...lists.articles, ...people.said_of_groups, "a"]);
  return {
    before: new RegExp(
      String.raw`(?<![\p{L}\p{N}.'’-])(?<!\d )${longestWord(spelled)}[ \t]{1,2}((?:${longestWord(particles)} ){0,2}${NAME_WORD}${rest})`,
      "gu",
    ),
    behind: new RegExp(
      String.raw`(${UNSPACED})[ \u3000]?${longestWord(unspaced)}(?!\p{Script=Han})`,
      "gu",
    ),
    /** `Tanaka-san` */
    hyphened: new RegExp(
      String.raw`(?<![\p{L}\p{M}\p{N}.'’_/-])(?<!(?:${anyWord(determiners)}) )(\p{Lu}\p{Ll}[\p{L}\p{M}'’]{0,30})${longestWord(hyphened)}(?![\p{L}\p{N}_/-])`,
      "gu",
    ),
    suffixes: { unspaced, hyphened },
    greeted: new RegExp(
      String.raw`^[ \t>]{0,8}${called}[ \t]{1,2}(${NAME_WORD}(?: ${NAME_WORD}){0,3})[,!:]?[ \t]{0,4}$`,
      "gmu",
    ),
    quoted: new RegExp(
      String.raw`(?<!\p{L})(${FULL_NAME})[ \t]{1,2}${anyWord(people.quoted_as)}:[ \t]{0,4}$`,
      "gmu",
    ),
    mayQuote: new RegExp(String.raw`\s${anyWord(people.quoted_as)}:`, "u"),
    mayBefore: new RegExp(`${longestWord(spelled)}[ \\t]`, "u"),
  };
});

/** The patterns of a name behind a title, and before what it says, that a text may have: most texts have none. */
function likelyIn(text: string, vocabulary: Vocabulary): readonly RegExp[] {
  const { before, quoted, mayBefore, mayQuote } = patternsOf(vocabulary);
  return [...(mayBefore.test(text) ? [before] : []), ...(mayQuote.test(text) ? [quoted] : [])];
}

/** The patterns of a name before what people are called that a text may have. */
function suffixedIn(text: string, vocabulary: Vocabulary): readonly RegExp[] {
  const { behind, hyphened, suffixes } = patternsOf(vocabulary);
  const has = (all: readonly string[]) => all.some((suffix) => text.includes(suffix));
  return [
    ...(has(suffixes.unspaced) ? [behind] : []),
    ...(has(suffixes.hyphened) ? [hyphened] : []),
  ];
}

/** Whether a text may call somebody by a title, or greet them, seen without parsing it. */
export function mayTitle(text: string, vocabulary: Vocabulary): boolean {
  const { greeted } = patternsOf(vocabulary);
  const patterns = [greeted, ...likelyIn(text, vocabulary), ...suffixedIn(text, vocabulary)];
  return patterns.some((pattern) => text.search(pattern) >= 0);
}

/** Who stands behind a title, "Mr. Roe", or before what people are called: "田中さん". */
export function titledNames(test: NameTest): readonly string[] {
  const { text, vocabulary, isGroup, isKnown } = test;
  const none = vocabulary.people.not_so_called;
  const titled = likelyIn(text, vocabulary)
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(([, name = ""]) => (isGroup(name) ? [] : [name]));
  const called = suffixedIn(text, vocabulary)
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(([, name = ""]) => {
      const isOther = none.some((word) => name.endsWith(word)) || isKnown(name.toLowerCase());
      return isOther || isGroup(name) ? [] : [name];
    });
  return [...titled, ...called];
}

/** Whom a letter greets: "Dear Jane,". */
export function greetedNames({ text, vocabulary, isKnown }: NameTest): readonly string[] {
  const { greeted } = patternsOf(vocabulary);
  return [...text.matchAll(greeted)].flatMap(([, name = ""]) =>
    name.split(" ").some((word) => isKnown(word.toLowerCase())) ? [] : [name],
  );
}

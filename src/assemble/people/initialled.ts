import { memo } from "../../core/memo.ts";
import { inBothCases } from "../../core/text/capitalised.ts";
import { longestWord } from "../../core/text/escape-pattern.ts";
import { placesByMatch } from "../../core/text/word-index.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { namesSomebody } from "./logins.ts";
import type { NameTest } from "./name-test.ts";
import { isWrittenSmall } from "./thanked.ts";
import { NAME_WORD } from "./written-names.ts";

const BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}_.'’/@-])`;
const BEHIND = String.raw`(?![\p{L}\p{M}\p{N}_/]|\.\p{L})`;
const LONGEST_BESIDE = 40;
/** A word right before an initial, of which that may be a part: "zone C. Consul noticed it". */
const WORD_BEFORE = /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}-]*)[ \t]$/u;
/** A first name with the initial of the last one: "Ada O. restarted it". */
const FIRST_AND_INITIAL = new RegExp(
  String.raw`${BEFORE}(${NAME_WORD}) (\p{Lu})\.(?=[ \t]{1,2}\p{Ll}|[,;:)'’]|[ \t]*$)`,
  "gmu",
);

const patternsOf = memo(({ people, lists, stop_words }: Vocabulary) => {
  const particle = longestWord(people.name_particles);
  const first = longestWord(inBothCases(people.name_particles));
  return {
    initialled: new RegExp(
      String.raw`${BEFORE}(?:\p{Lu}\.[ -]?){0,2}\p{Lu}\. (?:${particle} ){0,2}${NAME_WORD}${BEHIND}`,
      "gu",
    ),
    /** A last name alone that begins with small words: "van der Roe restarted it". */
    last: new RegExp(
      String.raw`${BEFORE}(?<!\p{Lu}[\p{L}\p{M}]{0,30} )${first} (?:${particle} )?${NAME_WORD}${BEHIND}`,
      "gu",
    ),
    honorifics: new Set(people.honorifics),
    beside: new Set([...stop_words, ...lists.and]),
  };
});

function lastWord(name: string): string {
  return name.split(" ").at(-1) ?? "";
}

/** Whether a word may be a last name: no other word, product or group. */
function mayBeLast(word: string, test: NameTest): boolean {
  const isOther = test.isKnown(word.toLowerCase()) || test.isGroup(word);
  return !isOther && !test.isThing(word.toLowerCase()) && !isWrittenSmall(word, test.text);
}

/** Who goes by an initial and a last name, as the last name says or what they do: "J. Roe", "J. van der Roe". */
function initialledNames(test: NameTest): readonly string[] {
  const { initialled, beside, honorifics } = patternsOf(test.vocabulary);
  const isPartAt = (place: number) => {
    const before = test.text.slice(Math.max(place - LONGEST_BESIDE, 0), place);
    const [, ahead] = WORD_BEFORE.exec(before) ?? [];
    return ahead !== undefined && !beside.has(ahead.toLowerCase());
  };
  return [...placesByMatch(test.text, initialled)].flatMap(([name, places]) => {
    // "M. Roe" of a French text is no initial.
    const isTitle = honorifics.has(name.slice(0, name.lastIndexOf(". ") + 1).toLowerCase());
    const word = lastWord(name);
    if (isTitle || !mayBeLast(word, test)) return [];
    if (test.isLastName(word) || test.isFirstName(word)) return [name];
    return !places.every(isPartAt) && namesSomebody(name, test) ? [name] : [];
  });
}

/** Who acts under a last name alone that begins with small words: "van der Roe restarted it". */
export function lastAlone(test: NameTest): readonly string[] {
  const { last: pattern } = patternsOf(test.vocabulary);
  return [...placesByMatch(test.text, pattern).keys()].flatMap((name) => {
    const word = lastWord(name);
    return mayBeLast(word, test) && namesSomebody(name, test) ? [word] : [];
  });
}

/** Whose name is given with initials: "J. Roe", "Ada O.". */
export function initialledIn(test: NameTest): readonly string[] {
  const first = [...test.text.matchAll(FIRST_AND_INITIAL)].flatMap(([, name = "", initial = ""]) =>
    test.isFirstName(name) && !test.isKnown(name.toLowerCase()) ? [`${name} ${initial}.`] : [],
  );
  return [...initialledNames(test), ...new Set(first)];
}

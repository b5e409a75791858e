import { memo } from "../../core/memo.ts";
import { inBothCases } from "../../core/text/capitalised.ts";
import { longestWord } from "../../core/text/escape-pattern.ts";
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
      String.raw`${BEFORE}((?:\p{Lu}\.[ -]?){0,2}\p{Lu}\. ((?:${particle} ){0,2}${NAME_WORD}))${BEHIND}`,
      "gu",
    ),
    /** A last name alone that begins with small words: "van der Roe restarted it". */
    last: new RegExp(
      String.raw`${BEFORE}(?<!\p{Lu}[\p{L}\p{M}]{0,30} )(${first} (?:${particle} )?(${NAME_WORD}))${BEHIND}`,
      "gu",
    ),
    honorifics: new Set(people.honorifics),
    beside: new Set([...stop_words, ...lists.and]),
  };
});

/** Whether the last word of a name may be one: no other word, product or group. */
function mayBeLast(name: string, test: NameTest): boolean {
  const word = name.split(" ").at(-1) ?? "";
  const isOther = test.isKnown(word.toLowerCase()) || test.isGroup(word);
  return !isOther && !test.isThing(word.toLowerCase()) && !isWrittenSmall(word, test.text);
}

/** Where each name that a pattern finds stands, with its last word, so that each name is looked at once. */
function foundBy(pattern: RegExp, { text }: NameTest) {
  const found = new Map<string, { readonly last: string; readonly places: number[] }>();
  for (const { index, 1: name = "", 2: last = "" } of text.matchAll(pattern)) {
    const known = found.get(name);
    if (known) known.places.push(index);
    else found.set(name, { last, places: [index] });
  }
  return [...found].map(([name, of]) => ({ name, ...of }));
}

/** Who goes by an initial and a last name, as the last name says or what they do: "J. Roe", "J. van der Roe". */
function initialledNames(test: NameTest): readonly string[] {
  const { initialled, beside, honorifics } = patternsOf(test.vocabulary);
  const isPartAt = (place: number) => {
    const before = test.text.slice(Math.max(place - LONGEST_BESIDE, 0), place);
    const [, ahead] = WORD_BEFORE.exec(before) ?? [];
    return ahead !== undefined && !beside.has(ahead.toLowerCase());
  };
  return foundBy(initialled, test).flatMap(({ name, last, places }) => {
    // "M. Roe" of a French text is no initial.
    const isTitle = honorifics.has(name.slice(0, -last.length).trim().toLowerCase());
    if (isTitle || !mayBeLast(last, test)) return [];
    const word = last.split(" ").at(-1) ?? "";
    if (test.isLastName(word) || test.isFirstName(word)) return [name];
    return !places.every(isPartAt) && namesSomebody(name, test) ? [name] : [];
  });
}

/** Who acts under a last name alone that begins with small words: "van der Roe restarted it". */
export function lastAlone(test: NameTest): readonly string[] {
  const { last: pattern } = patternsOf(test.vocabulary);
  return foundBy(pattern, test).flatMap(({ name, last }) =>
    mayBeLast(last, test) && namesSomebody(name, test) ? [last] : [],
  );
}

/** Whose name is given with initials: "J. Roe", "Ada O.". */
export function initialledIn(test: NameTest): readonly string[] {
  const first = [...test.text.matchAll(FIRST_AND_INITIAL)].flatMap(([, name = "", initial = ""]) =>
    test.isFirstName(name) && !test.isKnown(name.toLowerCase()) ? [`${name} ${initial}.`] : [],
  );
  return [...initialledNames(test), ...new Set(first)];
}

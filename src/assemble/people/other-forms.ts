import { type ListedNames } from "../../core/document/listed-names.ts";
import { capitalised } from "../../core/text/capitalised.ts";
import {
  ONE_LETTER,
  TWO_LETTERS,
  withLetters,
  withoutMarks,
} from "../../core/text/plain-letters.ts";
import { wordIndex, wordsIn } from "../../core/text/word-index.ts";
import type { NameTest } from "./name-test.ts";

/** Shorter names are other words too often, written small, in capitals or with an ending. */
const LEAST_LETTERS = 5;
/** Shorter logins are abbreviations. */
const LEAST_LOGIN = 4;
/** Shorter beginnings and endings of first names are other words. */
const LEAST_SHORT = 3;
/** What stands between a name and its initials: "Jane Roe (JR)", "JR = Jane Roe". */
const BEFORE_INITIALS = /\s?[([][*_]{0,2}$/u;
const BEHIND_INITIALS = /^[*_]{0,2}(?:\s?[=:([–—-]\s?|\s{1,4}\|\s{1,4})[*_]{0,2}/u;
const LONGEST_BETWEEN = 8;
const PART_BEHIND = /^[\p{L}\p{M}\p{N}]/u;
/** The ending of several: a word that has it is none of a person. */
const SEVERAL = /^s(?!\p{L})/u;

/** Whether a form stands in a text as a word of its own. */
function standsIn(form: string, text: string): boolean {
  return wordIndex(text)
    .placesOf(form)
    .some((at) => {
      const end = at + form.length;
      return !PART_BEHIND.test(text.slice(end, end + 2));
    });
}

/** Whether a text has a small word as a noun: with an article before it, or as one of several. */
function isNoun(word: string, text: string, { vocabulary }: NameTest): boolean {
  const { articles } = vocabulary.lists;
  const determiners = [...articles, ...vocabulary.people.said_of_groups, "a", "an"];
  return wordIndex(text)
    .placesOf(word)
    .some((at) => {
      const before =
        /(?<!\p{L})(\p{L}{1,10})\s$/u.exec(text.slice(Math.max(at - 12, 0), at))?.[1] ?? "";
      const end = at + word.length;
      return determiners.includes(before.toLowerCase()) || SEVERAL.test(text.slice(end, end + 2));
    });
}

/** A name without marks on its letters: "Mueller", "Renee". */
function plainForms(word: string): readonly string[] {
  const spelled = withLetters(word, TWO_LETTERS);
  const bare = withoutMarks(withLetters(word, ONE_LETTER));
  return [...new Set([spelled, bare])].filter((form) => form !== word);
}

/** The ways in which a name of one word is also written: small, in capitals, without marks, with an ending. */
function formsOfSingle(name: string, test: NameTest): readonly string[] {
  if (!/^\p{Lu}/u.test(name)) return [];
  const plain = plainForms(name);
  if (name.length < LEAST_LETTERS) return plain;
  const [small, capitals] = [name.toLowerCase(), name.toUpperCase()];
  const isWord = test.isKnown(small) || isNoun(small, test.text, test);
  return [
    ...plain,
    `${name}s`,
    ...(isWord ? [] : [small, capitals, ...plain.map((one) => one.toLowerCase())]),
  ];
}

/** Letters of a login: those of a name, without marks. */
function lettersOf(word: string): string {
  return (plainForms(word).at(-1) ?? word).toLowerCase().replace(/[^\p{L}]/gu, "");
}

/** Initials that stand for other things more often. */
function initialsOf(first: string, last: string, { vocabulary }: NameTest): readonly string[] {
  const [one, other] = [first.charAt(0), last.charAt(0)];
  const isOther = vocabulary.people.not_initials.includes(`${one}.${other}.`.toLowerCase());
  return isOther ? [] : [`${one}.${other}`, `${one}. ${other}`];
}

/** The logins and initials by which somebody of a whole name may go: `jroe`, `janer`, "J.R.". */
function formsOfFull(name: string, test: NameTest): readonly string[] {
  const all = name.split(" ");
  // That of an address or a login is written small: "jane roe".
  const isSmall = name === name.toLowerCase();
  const words = all.filter((word) => isSmall || /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(word));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2) return [];
  const [given, family] = [lettersOf(first), lettersOf(last)];
  const logins = [
    `${given.charAt(0)}${family}`,
    `${given}${family.charAt(0)}`,
    `${given}${family}`,
    `${family}${given.charAt(0)}`,
    `${given.charAt(0)}.${family}`,
    `${given.charAt(0)}-${family}`,
    ...last.split("-").map((half) => `${given.charAt(0)}${lettersOf(half)}`),
  ];
  const own = logins.filter((login) => login.length >= LEAST_LOGIN && !test.isKnown(login));
  const ends = isSmall ? [first, last].filter((word) => !test.isKnown(word)).map(capitalised) : [];
  return [...own, ...ends, ...initialsOf(capitalised(first), capitalised(last), test)];
}

/** "van der Berg", of "Maria van der Berg": the last name alone is only a part of it. */
function withParticles(name: string): readonly string[] {
  const parts = name.split(" ");
  const isParticle = (word: string | undefined) => word !== undefined && /^\p{Ll}/u.test(word);
  const starts = parts.flatMap((word, index) =>
    index > 0 && isParticle(word) && !isParticle(parts[index - 1]) ? [index] : [],
  );
  // "dos Santos", of "João dos Santos Lima".
  const ends = starts.flatMap((start) => {
    const next = parts.findIndex((word, index) => index > start && !isParticle(word));
    return next === -1
      ? []
      : [parts.slice(start).join(" "), parts.slice(start, next + 1).join(" ")];
  });
  return [...new Set(ends)].flatMap((end) => [end, capitalised(end)]);
}

/** Initials that the text gives with the name: "Jane Roe (JR)", "JR = Jane Roe". */
function statedInitials(name: string, { text }: NameTest): readonly string[] {
  const initials = name.match(/(?<![\p{L}\p{M}'’])\p{Lu}/gu)?.join("") ?? "";
  if (initials.length < 2 || !wordsIn(text).has(initials)) return [];
  const isStated = wordIndex(text)
    .placesOf(initials)
    .some((at) => {
      const end = at + initials.length;
      const before = text.slice(Math.max(at - name.length - LONGEST_BETWEEN, 0), at);
      const behind = text.slice(end, end + name.length + LONGEST_BETWEEN);
      const [ahead, sign] = [BEFORE_INITIALS.exec(before), BEHIND_INITIALS.exec(behind)];
      return (
        (ahead !== null && before.slice(0, ahead.index).endsWith(name)) ||
        (sign !== null && behind.slice(sign[0].length).startsWith(name))
      );
    });
  return isStated ? [initials] : [];
}

/** Whether a part of a whole name is also a word, in the text or in general: "the Smith chart", "Park the queue". */
function isAlsoWord(name: string, test: NameTest): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(name) || test.isFirstName(name) || test.isLastName(name))
    return false;
  const small = name.toLowerCase();
  return test.isKnown(small) || [name, small].some((word) => isNoun(word, test.text, test));
}

/** Short forms of a first name, "Tom" of "Tomasz", "Seun" of "Oluwaseun": they count where they act. */
function shortForms(name: string, test: NameTest): readonly string[] {
  const [first = "", ...rest] = name.split(" ");
  if (rest.length === 0 || !/^\p{Lu}[\p{L}\p{M}]+$/u.test(first)) return [];
  const words = wordsIn(test.text);
  const lengths = Array.from(
    { length: Math.max(first.length - LEAST_SHORT, 0) },
    (_, index) => index,
  );
  const forms = lengths.flatMap((index) => [
    first.slice(0, LEAST_SHORT + index),
    capitalised(first.slice(index + 1)),
  ]);
  return forms.filter(
    (form) => words.has(form) && !test.isKnown(form.toLowerCase()) && !test.isGroup(form),
  );
}

/**
 * Names with the other forms in which a text writes them: `jroe` for "Jane Roe", "J.R.", "ROE", "Mueller".
 * Only those count that stand in the text.
 */
export function withOtherForms(names: ListedNames, test: NameTest): ListedNames {
  const { full, single } = names;
  if (full.length + single.length === 0) return names;
  const initials = full.flatMap((name) => statedInitials(name, test));
  // "The HD path" is no person's, whoever HD is.
  const isOfThing = (one: string) => isNoun(one, test.text, test);
  const forms = [
    ...full.flatMap((name) => formsOfFull(name, test)),
    ...full.flatMap(plainForms),
    ...full.flatMap(withParticles),
    ...initials.filter((one) => !isOfThing(one)),
    ...single.flatMap((name) => formsOfSingle(name, test)),
  ];
  const known = new Set(single);
  const found = [...new Set(forms)].filter(
    (form) => !known.has(form) && !test.isGroup(form) && standsIn(form, test.text),
  );
  const short = [
    ...full.flatMap((name) => shortForms(name, test)).filter((form) => !known.has(form)),
    ...initials.filter(isOfThing),
  ];
  const parts = new Set(full.flatMap((name) => name.split(" ").slice(1)));
  const words = single.filter((name) => parts.has(name) && isAlsoWord(name, test));
  const acting = [...new Set([...(names.acting ?? []), ...short, ...words])];
  const sure = [...single, ...found].filter((name) => !words.includes(name));
  return { ...names, single: sure, ...(acting.length > 0 ? { acting } : {}) };
}

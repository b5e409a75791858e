import { capitalised } from "../../core/capitalised.ts";
import { type ListedNames } from "../../core/listed-names.ts";
import { wordIndex } from "../../core/word-index.ts";
import type { NameTest } from "./name-test.ts";

/** Shorter names are other words too often, written small, in capitals or with an ending. */
const LEAST_LETTERS = 5;
/** Shorter logins are abbreviations. */
const LEAST_LOGIN = 4;
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
  const umlauts: Readonly<Record<string, string>> = {
    ...{ ä: "ae", ö: "oe", ü: "ue", ß: "ss", Ä: "Ae", Ö: "Oe", Ü: "Ue" },
    ...{ ø: "oe", å: "aa", æ: "ae", Ø: "Oe", Å: "Aa", Æ: "Ae" },
  };
  const spelled = word.replace(/[äöüßÄÖÜøåæØÅÆ]/gu, (letter) => umlauts[letter] ?? letter);
  const strokes: Readonly<Record<string, string>> = {
    ...{ ø: "o", Ø: "O", ß: "ss", ł: "l", Ł: "L", đ: "d", Đ: "D", ı: "i" },
  };
  const bare = word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øØßłŁđĐı]/gu, (letter) => strokes[letter] ?? letter);
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
  ];
  const own = logins.filter((login) => login.length >= LEAST_LOGIN && !test.isKnown(login));
  const ends = isSmall ? [first, last].filter((word) => !test.isKnown(word)).map(capitalised) : [];
  return [...own, ...ends, ...initialsOf(capitalised(first), capitalised(last), test)];
}

/** "van der Berg", of "Maria van der Berg": the last name alone is only a part of it. */
function withParticles(name: string): readonly string[] {
  const parts = name.split(" ");
  const from = parts.slice(1, -1).findIndex((word) => /^\p{Ll}/u.test(word)) + 1;
  const last = parts.slice(from).join(" ");
  return from > 0 ? [last, capitalised(last)] : [];
}

/**
 * Names with the other forms in which a text writes them: `jroe` for "Jane Roe", "J.R.", "ROE", "Mueller".
 * Only those count that stand in the text.
 */
export function withOtherForms(names: ListedNames, test: NameTest): ListedNames {
  const { full, single } = names;
  if (full.length + single.length === 0) return names;
  const forms = [
    ...full.flatMap((name) => formsOfFull(name, test)),
    ...full.flatMap(plainForms),
    ...full.flatMap(withParticles),
    ...single.flatMap((name) => formsOfSingle(name, test)),
  ];
  const known = new Set(single);
  const found = [...new Set(forms)].filter(
    (form) => !known.has(form) && !test.isGroup(form) && standsIn(form, test.text),
  );
  return found.length === 0 ? names : { ...names, single: [...single, ...found] };
}

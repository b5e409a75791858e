import { compareBy, compareText } from "../core/compare.ts";
import { MILESTONES } from "../core/postmortem.ts";
import { redactPeople } from "../people/people.ts";
import { formsOf, plainApostrophes, stemOf, type Word } from "../prose/stems.ts";

/** Which words are none to compare by. */
export interface Wording {
  /** Words that say nothing, in any of their forms. */
  readonly stopWords: readonly string[];
  /** Lower-case words that name people somewhere in the documents: they are never shown. */
  readonly personWords: ReadonlySet<string>;
}

/** The words of a text that documents can be compared by. */
export type ReadWords = (text: string) => readonly Word[];

const LINK = /\b(?:\w+:\/\/|www\.)\S+/gu;
const PERSON = /\[person\]/gu;
const RUN = /[\p{L}\p{N}]+(?:'\p{L}+)?/gu;
const POSSESSIVE = /'\p{L}+$/u;
/** A word, no number such as PM2019; or an HTTP error that is hardly an amount, as 400 and 500 are. */
const WORD = /^(?:\p{L}(?!.*\p{N}{3})|(?:40[1-9]|429|499|50[234]|[45]xx)$)/iu;
/** A capital may only be there because a sentence begins. */
const CAPITALISED = /^\p{Lu}[\p{Ll}\p{N}]+$/u;
// eslint-disable-next-line regexp/no-super-linear-move -- at most nine characters
const BEGINNING = /(?:^|[.:;!?\n])[^\p{L}\p{N}]*$/u;
/** Two letters are a word only if they abbreviate one: `DB`. */
const ABBREVIATION = /^\p{Lu}[\p{Lu}\p{N}]$/u;
const SHORTEST = 3;

function isWord(written: string): boolean {
  return WORD.test(written) && (written.length >= SHORTEST || ABBREVIATION.test(written));
}

/** How the words of a text are read: links, amounts and whatever names a person are none. */
export function wordReader({ stopWords, personWords }: Wording): ReadWords {
  const stops = formsOf([...stopWords, ...MILESTONES]);
  const isLeftOut = (word: string) => personWords.has(word) || stops.has(word);
  const known = new Map<string, string>();
  const knownStem = (word: string) => {
    const stem = known.get(word) ?? stemOf(word);
    known.set(word, stem);
    return stem;
  };
  return (text) => {
    const redacted = redactPeople(plainApostrophes(text.normalize("NFC")));
    const plain = redacted.replace(PERSON, " ").replace(LINK, " ");
    return Array.from(plain.matchAll(RUN)).flatMap(({ 0: found, index }) => {
      const word = found.replace(POSSESSIVE, "");
      const stem = knownStem(word);
      const names = [found.toLowerCase(), word.toLowerCase(), stem];
      if (!isWord(word) || names.some(isLeftOut)) return [];
      const isFirst =
        CAPITALISED.test(word) && BEGINNING.test(plain.slice(Math.max(index - 9, 0), index));
      return [{ written: isFirst ? word.toLowerCase() : word, stem }];
    });
  };
}

/**
 * The form of a word that is written most often. Of equals one with a capital, as the others may be in
 * lower case only because a sentence began with them; then the shorter.
 */
export function usualForm(forms: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  const inOrder = compareBy<readonly [string, number]>(
    (a, b) => b[1] - a[1],
    (a, b) => Number(a[0] === a[0].toLowerCase()) - Number(b[0] === b[0].toLowerCase()),
    (a, b) => a[0].length - b[0].length,
    (a, b) => compareText(a[0], b[0]),
  );
  return [...counts].toSorted(inOrder)[0]?.[0] ?? "";
}

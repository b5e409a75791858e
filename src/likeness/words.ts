import { compareBy, compareText } from "../core/compare.ts";
import { MILESTONES } from "../core/postmortem.ts";
import { ownText } from "../core/text/own-text.ts";
import { redactPeople } from "../people/people.ts";
import { formsOf, plainApostrophes, stemOf, type Word } from "../prose/stems.ts";

/**
 * The words that documents can be compared by, each kept once: a document keeps the numbers of its words.
 * Stop words, links and amounts are none.
 */
export interface WordNumbers {
  /** The numbers of the words in a text, in their order; a new word gets the next number. */
  readonly read: (text: string) => readonly number[];
  /** By number. */
  readonly known: readonly KnownWord[];
}

interface KnownWord extends Word {
  /** What may tell that it names a person, in lower case. */
  readonly forms: readonly string[];
}

/** The words of documents, without those that name people. */
export interface Lexicon {
  /** All stems, in order. */
  readonly stems: readonly string[];
  /** The place of a word's stem among them, by the number of the word; {@link NO_STEM} for a word that is left out. */
  readonly stemOf: Int32Array;
  /** A word by its number, as it is written. */
  readonly written: (word: number) => string;
  /** The numbers of the words in a text; what was met neither in a document nor before is no word. */
  readonly read: (text: string) => readonly number[];
}

export const NO_STEM = -1;

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

/** The number of a word, and the one that it may have at the beginning of a sentence. */
interface Numbered {
  readonly number: number;
  readonly first: number | null;
}

/** Numbers the words of texts. */
export function numberWords(stopWords: readonly string[]): WordNumbers {
  const stops = formsOf([...stopWords, ...MILESTONES]);
  const known: KnownWord[] = [];
  /** By what was found in a text; null for a stop word. */
  const met = new Map<string, Numbered | null>();
  const numbered = (found: string, word: string): Numbered | null => {
    const stem = stemOf(word);
    const lower = word.toLowerCase();
    const forms = [...new Set([found.toLowerCase(), lower, stem])];
    if (forms.some((form) => stops.has(form))) return null;
    const add = (written: string) => known.push({ written, stem, forms }) - 1;
    return { number: add(word), first: CAPITALISED.test(word) ? add(lower) : null };
  };
  const numberOf = (found: string): Numbered | null => {
    const before = met.get(found);
    if (before !== undefined) return before;
    const own = ownText(found);
    const word = own.replace(POSSESSIVE, "");
    // There are as many amounts as documents: they are not worth remembering.
    if (!isWord(word)) return null;
    const made = numbered(own, word);
    met.set(own, made);
    return made;
  };
  const read = (text: string) => {
    const redacted = redactPeople(plainApostrophes(text.normalize("NFC")));
    const plain = redacted.replace(PERSON, " ").replace(LINK, " ");
    const numbers: number[] = [];
    for (const { 0: found, index } of plain.matchAll(RUN)) {
      const one = numberOf(found);
      if (one === null) continue;
      const { number, first } = one;
      const isFirst = first !== null && BEGINNING.test(plain.slice(Math.max(index - 9, 0), index));
      numbers.push(isFirst ? first : number);
    }
    return numbers;
  };
  return { read, known };
}

/**
 * The words that were numbered so far.
 * @param personWords lower-case words that name people somewhere in the documents: they are never shown.
 */
export function lexiconOf({ known, read }: WordNumbers, personWords: ReadonlySet<string>): Lexicon {
  const kept = known.map(({ forms }) => !forms.some((form) => personWords.has(form)));
  const stems = [...new Set(known.filter((_one, at) => kept[at]).map(({ stem }) => stem))];
  stems.sort(compareText);
  const places = new Map(stems.map((stem, at) => [stem, at]));
  const stemPlace = ({ stem }: KnownWord, at: number) =>
    kept[at] ? (places.get(stem) ?? NO_STEM) : NO_STEM;
  return {
    stems,
    stemOf: Int32Array.from(known.map(stemPlace)),
    written: (word) => known[word]?.written ?? "",
    read: (text) => read(text).filter((word) => word < kept.length && kept[word]),
  };
}

/** The places of the stems of some words, each once. */
export function stemsOf(words: Iterable<number>, { stemOf }: Lexicon): ReadonlySet<number> {
  const stems = new Set(Array.from(words, (word) => stemOf[word] ?? NO_STEM));
  stems.delete(NO_STEM);
  return stems;
}

const usualFirst = compareBy<readonly [string, number]>(
  (a, b) => b[1] - a[1],
  (a, b) => Number(a[0] === a[0].toLowerCase()) - Number(b[0] === b[0].toLowerCase()),
  (a, b) => a[0].length - b[0].length,
  (a, b) => compareText(a[0], b[0]),
);

/**
 * The form of a word that is written most often. Of equals one with a capital, as the others may be in
 * lower case only because a sentence began with them; then the shorter.
 */
function usualForm(counts: ReadonlyMap<string, number>): string {
  return [...counts].toSorted(usualFirst)[0]?.[0] ?? "";
}

/** How each of some stems is written most often among words, by the place of the stem. */
export function usualForms(
  stems: readonly number[],
  words: Iterable<Int32Array>,
  { stemOf: stemOfWord, written }: Lexicon,
): ReadonlyMap<number, string> {
  const counts = new Map(stems.map((stem) => [stem, new Map<string, number>()]));
  for (const some of words) {
    for (const word of some) {
      const forms = counts.get(stemOfWord[word] ?? NO_STEM);
      if (!forms) continue;
      const form = written(word);
      forms.set(form, (forms.get(form) ?? 0) + 1);
    }
  }
  return new Map(stems.map((stem) => [stem, usualForm(counts.get(stem) ?? new Map())]));
}

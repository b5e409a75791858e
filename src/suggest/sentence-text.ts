import { memoText } from "../core/memo.ts";
import type { Range } from "../core/position.ts";
import type { Token } from "../core/postmortem.ts";
import { sha256 } from "../core/sha256.ts";
import { foldedWords } from "../prose/phrases.ts";
import { namedAmong, namesPersonAt, plainText } from "../prose/sentences.ts";
import { wordsIn } from "../prose/stems.ts";

/** Marks between words that belong together: `metrics/alerts`. */
const JOINING: ReadonlySet<string> = new Set(["/", "&", "+", "-"]);
/** Some word, but none in particular. */
export const ANY_WORD = "\uFFFC";

/** Somebody who is named, as a word of the lists: who it is does not matter to a cue. */
export const PERSON = "somebody";
/** What chats and trackers put before a name. */
const HANDLE = "@";
/** A link, which to phrases is but some word, with what it shows. */
const LINK = /^\[([^\]]+)\]\(/;

/** Whether a mark stands apart from the word before it, as a dash does. */
function isApart(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return token?.text === "-" && before?.end !== token.start;
}

/**
 * The tokens as cues are compared with them: a mark that joins two words is no end of a phrase, a dash
 * with a blank before it is.
 */
export function foldForCues(tokens: readonly Token[]): readonly string[] {
  const words = foldedWords(tokens);
  // Few sentences have such a mark.
  const isPlain = !tokens.some(({ text }) => JOINING.has(text));
  if (isPlain) return words;
  return words.map((word, at) => {
    return JOINING.has(tokens[at]?.text ?? "") && !isApart(tokens, at) ? ANY_WORD : word;
  });
}

/** The words of a sentence as cues are compared with them, each with the token that it stands in. */
export interface CueText {
  readonly words: readonly string[];
  readonly tokens: readonly number[];
}

/** A sentence with other words in the place of its own, if they are any other. */
export function withWords(text: CueText, words: readonly string[]): CueText {
  return words.every((word, at) => word === text.words[at]) ? text : { ...text, words };
}

/** The words of a link that is all that a sentence says: "[Add an alert](https://…)". */
function linkWords(tokens: readonly Token[]): readonly string[] | null {
  const isWord = ({ type }: Token) => type !== "punctuation";
  const first = tokens.findIndex(isWord);
  const link = tokens[first];
  if (
    !link?.text.startsWith("[") ||
    tokens.findIndex((one, at) => at > first && isWord(one)) !== -1
  )
    return null;
  const label = LINK.exec(link.text)?.[1];
  return (
    label
      ?.toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}'-]+/gu) ?? null
  );
}

/** The words of a sentence with those that name somebody as such. */
function withPeople(
  words: readonly string[],
  tokens: readonly Token[],
  people: readonly Range[],
): readonly string[] {
  return words.map((word, at) => {
    const token = tokens[at];
    if (!token || word === "" || word === ANY_WORD) return word;
    const isNamed = namesPersonAt(token, people);
    return isNamed || tokens[at - 1]?.text === HANDLE ? PERSON : word;
  });
}

const places: (readonly number[])[] = [];

/** The places of tokens, which all sentences of as many share; none has very many. */
function placesOf({ length }: readonly Token[]): readonly number[] {
  return (places[length] ??= Array.from({ length }, (_, at) => at));
}

/** A sentence as cues of gaps are compared with it, whoever is named in it. */
export function readForCues(tokens: readonly Token[], people: readonly Range[]): CueText {
  const label = linkWords(tokens);
  if (label) {
    const at = tokens.findIndex(({ type }) => type !== "punctuation");
    return { words: label, tokens: label.map(() => at) };
  }
  const here = namedAmong(tokens, people);
  const words = foldForCues(tokens);
  const isPlain = here.length === 0 && !tokens.some(({ text }) => text === HANDLE);
  return { words: isPlain ? words : withPeople(words, tokens, here), tokens: placesOf(tokens) };
}

/** A sentence's own words, as they are compared with others: without case and marks. */
export function comparable(text: string): string {
  return wordsIn(text).join(" ");
}

/** A letter whose small form depends on the letters around it. */
const SIGMA = "Σ";
const BEGINS_WITH_WORD = /^[\p{L}\p{N}]/u;
const ENDS_WITH_WORD = /[\p{L}\p{N}]$/u;

/** The words of a token as they are compared, and whether it begins and ends with one. */
const wordsOfToken = memoText((text) => ({
  words: wordsIn(text).join(" "),
  begins: BEGINS_WITH_WORD.test(text),
  ends: ENDS_WITH_WORD.test(text),
  isPlain: !text.includes(SIGMA),
}));

/** A sentence's words as they are compared with others; those of its plain text, which need not be made for it. */
export function comparableWords(tokens: readonly Token[]): string {
  let [found, end, endsWithWord] = ["", -1, false];
  for (const { text, start, end: own } of tokens) {
    const { words, begins, ends, isPlain } = wordsOfToken(text);
    // Where nothing parts two of them they may be one word.
    if (!isPlain || (begins && endsWithWord && start <= end))
      return comparable(plainText(tokens, []));
    if (words !== "") found += found === "" ? words : ` ${words}`;
    [end, endsWithWord] = [own, ends];
  }
  return found;
}

/** What a decision on a sentence is remembered by: its words, whatever their case and marks. */
export function fingerprintOf(tokens: readonly Token[]): string {
  return sha256(comparableWords(tokens)).slice(0, 16);
}

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

/**
 * The tokens as cues are compared with them: a mark that joins two words is no end of a phrase, a dash
 * with a blank before it is.
 */
export function foldForCues(tokens: readonly Token[]): readonly string[] {
  const isApart = (at: number) => {
    const [before, token] = [tokens[at - 1], tokens[at]];
    return token?.text === "-" && before?.end !== token.start;
  };
  return foldedWords(tokens).map((word, at) => {
    return JOINING.has(tokens[at]?.text ?? "") && !isApart(at) ? ANY_WORD : word;
  });
}

/** The words of a sentence as cues are compared with them, each with the token that it stands in. */
export interface CueText {
  readonly words: readonly string[];
  readonly tokens: readonly number[];
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

/** A sentence as cues of gaps are compared with it, whoever is named in it. */
export function readForCues(tokens: readonly Token[], people: readonly Range[]): CueText {
  const label = linkWords(tokens);
  if (label) {
    const at = tokens.findIndex(({ type }) => type !== "punctuation");
    return { words: label, tokens: label.map(() => at) };
  }
  const here = namedAmong(tokens, people);
  const words = foldForCues(tokens).map((word, at) => {
    const token = tokens[at];
    if (!token || word === "" || word === ANY_WORD) return word;
    const isNamed = namesPersonAt(token, here);
    return isNamed || tokens[at - 1]?.text === HANDLE ? PERSON : word;
  });
  return { words, tokens: words.map((_, at) => at) };
}

/** A sentence's own words, as they are compared with others: without case and marks. */
export function comparable(text: string): string {
  return wordsIn(text).join(" ");
}

/** What a decision on a sentence is remembered by: its words, whatever their case and marks. */
export function fingerprintOf(tokens: readonly Token[]): string {
  const words = comparable(plainText(tokens, []));
  return sha256(words).slice(0, 16);
}

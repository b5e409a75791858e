import type { ProsePart } from "./english.ts";
import { isAbbreviation, mayBeAbbreviated } from "./parsed-sentences.ts";
import type { PlacedToken } from "./quoted.ts";

/** A word, with marks that join it to another: `on-call`, `02:15`, `it's`, `eu-1.example`. */
const WORD = /[\dA-Za-z]+(?:[-'’:=@&_.?][\dA-Za-z]+)*/y;
const BLANK = /[ \t]+(?:\n[ \t]*)?|\n[ \t]*/y;
/** What ends a sentence: a word with a capital, or nothing, follows. */
const STOP = /[.?!](?=(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)[A-Z]|[ \t\n]*$)/y;
/** A full stop that may be a part of the word before it: as above, but no blank ends the text. */
const STOP_WITHIN = /\.(?=(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)[A-Z]|$)/y;
/** A mark, or several that are the same. */
const MARK = /([-@:=/,;()[\]{}<>"“”–—+%$#*~|\\^§°→])\1*/y;
/** Behind a word, where some could join it to what follows. */
const MARK_BEHIND_WORD = /([,;()[\]{}<>"“”–—+%$#*~|\\^§°→])\1*|[:=](?![-'’:=@&_.?])|\/(?!\/)/y;
/** A slash behind a shorter word, or behind a shorter end of one, may join it to the next: `n/a`, `eu.w/`. */
const LONG_END = /[\dA-Za-z]{3}$/;
/** In place of each character of a part that is no prose. */
const OPAQUE = "\uFFFC";

function mayAbbreviate({ type, text }: PlacedToken): boolean {
  return type === "word" && mayBeAbbreviated(text);
}

/** Where a match that begins at a place ends; the place itself where there is none. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The parts as one text; null where the parser tells two that meet within a word apart. */
function textOfParts(parts: readonly ProsePart[]): string | null {
  let text = "";
  let before: ProsePart | null = null;
  for (const part of parts) {
    const isText = part.type === "text";
    const meets = isText && before?.type === "text";
    if (meets && /\S$/.test(text) && /^\S/.test(part.text)) return null;
    if (isText && part.text.includes(OPAQUE)) return null;
    text += isText ? part.text : OPAQUE.repeat(part.text.length);
    before = part;
  }
  return text;
}

/** Whether a mark at a place is one by itself, and where it ends. */
function markEnd(text: string, at: number, behind: PlacedToken | null): number {
  if (behind?.type !== "word") return endOf(MARK, text, at);
  if (text[at] === "/" && !LONG_END.test(behind.text)) return at;
  return endOf(MARK_BEHIND_WORD, text, at);
}

function placed(type: PlacedToken["type"], text: string, start: number, end: number): PlacedToken {
  return { type, text: text.slice(start, end), start, end };
}

/** The next token; null where the parser looks at more than what stands beside it. */
function tokenAt(
  text: string,
  start: number,
  behind: PlacedToken | null,
  opaque: string | undefined,
): PlacedToken | null {
  const word = endOf(WORD, text, start);
  if (word > start) return placed("word", text, start, word);
  if (text[start] === OPAQUE && opaque !== undefined) {
    return { type: "opaque", text: opaque, start, end: start + opaque.length };
  }
  const stop = endOf(STOP, text, start);
  if (stop > start) {
    const isDoubtful = behind === null || (text[start] === "." && mayAbbreviate(behind));
    return isDoubtful ? null : placed("punctuation", text, start, stop);
  }
  const mark = markEnd(text, start, behind);
  return mark > start ? placed("punctuation", text, start, mark) : null;
}

/** A word with the full stop behind it, which is a part of it; null where there is none, or it is not. */
function abbreviated(text: string, at: number, behind: PlacedToken | null): PlacedToken | null {
  if (behind?.type !== "word" || endOf(STOP_WITHIN, text, at) === at) return null;
  const isPart = mayBeAbbreviated(behind.text) && isAbbreviation(behind.text);
  return isPart ? placed("word", text, behind.start, at + 1) : null;
}

/** Whether a token ends a sentence: no other mark is one of these. */
function isStop({ type, text }: PlacedToken): boolean {
  return type === "punctuation" && (text === "." || text === "?" || text === "!");
}

/**
 * The tokens of parts of a run, sentence by sentence, of the kinds that most prose consists of: the same
 * that the parser gives, in a small part of its time. Null where it would have to look further.
 */
export function plainSentences(
  parts: readonly ProsePart[],
): readonly (readonly PlacedToken[])[] | null {
  const text = textOfParts(parts);
  if (text === null) return null;
  const opaque = parts.filter(({ type }) => type === "opaque");
  const sentences: PlacedToken[][] = [[]];
  let [at, opaqueAt] = [0, 0];
  let last: PlacedToken | null = null;
  while (at < text.length) {
    const blank = endOf(BLANK, text, at);
    // An empty line ends a sentence.
    if (blank > at && text[blank] === "\n") return null;
    if (blank === text.length) break;
    const behind = last?.end === blank ? last : null;
    const whole = abbreviated(text, blank, behind);
    if (whole) {
      sentences.at(-1)?.splice(-1, 1, whole);
      [last, at] = [whole, whole.end];
      continue;
    }
    const token = tokenAt(text, blank, behind, opaque[opaqueAt]?.text);
    if (token === null) return null;
    sentences.at(-1)?.push(token);
    if (isStop(token)) sentences.push([]);
    if (token.type === "opaque") opaqueAt += 1;
    last = token;
    at = token.end;
  }
  const found = sentences.filter((tokens) => tokens.length > 0);
  // The parser joins a sentence without a word to another.
  const isWhole = found.length < 2 || found[0]?.some(({ type }) => type === "word") === true;
  return isWhole ? found : null;
}

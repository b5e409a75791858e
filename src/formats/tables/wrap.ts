import { graphemes, textWidth } from "./text-width.ts";

/** Parts after which a word that is too long may break: a path, an id, a URL. */
// eslint-disable-next-line regexp/no-super-linear-move -- the second half takes what the first does not
const PIECES = /[^-./_:]*[-./_:]+|[^-./_:]+/g;
/** Parts of a path, which breaks elsewhere only where one of them is wider than a line. */
// eslint-disable-next-line regexp/no-super-linear-move -- the second half takes what the first does not
const FOLDERS = /[^/]*\/+|[^/]+/g;

/** Cuts a text into lines of at most `width` terminal columns, at any character. */
function cut(text: string, width: number): string[] {
  const lines = [""];
  let used = 0;
  for (const { segment } of graphemes(text)) {
    const line = lines.at(-1) ?? "";
    const own = textWidth(segment);
    const isFull = line !== "" && used + own > width;
    used = isFull ? own : used + own;
    if (isFull) lines.push(segment);
    else lines[lines.length - 1] = line + segment;
  }
  return lines;
}

/** Adds parts to the last line while they fit, and else begins a new one. */
function fill(
  parts: readonly string[],
  { between, fits, split }: Readonly<{ between: string; fits: Fits; split: Split }>,
): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + between + part)) {
      lines[lines.length - 1] = last + between + part;
    } else {
      lines.push(...(fits(part) ? [part] : split(part)));
    }
  }
  return lines;
}

type Fits = (line: string) => boolean;
type Split = (part: string) => string[];

/**
 * The lines of a text that is at most `width` terminal columns wide: broken at blanks, within a
 * word only where it is wider than a line.
 */
export function wrapWords(text: string, width: number): readonly string[] {
  const fits = (line: string) => textWidth(line) <= width;
  if (fits(text)) return [text];
  const breakAt = (pieces: RegExp, split: Split) => (word: string) =>
    fill(word.match(pieces) ?? [word], { between: "", fits, split });
  const breakPiece = breakAt(PIECES, (piece) => cut(piece, width));
  const breakPath = breakAt(FOLDERS, breakPiece);
  const breakWord = (word: string) => (word.includes("/") ? breakPath(word) : breakPiece(word));
  const words = text.split(" ").filter((word) => word !== "");
  return fill(words, { between: " ", fits, split: breakWord });
}

import { bisectRight } from "d3-array";
import type { Paragraph, PhrasingContent, TableCell } from "mdast";
import type { ProsePart } from "./english.ts";
import { LINE_BREAK_TAG } from "./node-text.ts";

/** What holds a run of prose: a paragraph, or a cell of a table. */
export type ProseRun = Paragraph | TableCell;

/** A run of prose as one plain text. */
export interface PlainProse {
  /** The offset in the body of a character of the text. */
  readonly offsetAt: (index: number) => number;
  /** They make up the text. */
  readonly parts: readonly ProsePart[];
}

interface Piece extends ProsePart {
  /** Of its first character, in the body. */
  readonly offset: number;
  /** Those of all characters, where one does not follow the other in the body as it does here. */
  readonly offsets: readonly number[] | null;
}

const ENTITY = /&(?:#x?[\da-f]+|[a-z][a-z\d]*);/iy;
/** The parser passes the words of one node as arguments, of which an engine takes only so many. */
const LONGEST = 8000;
const LONGEST_TEXT =
  /[\s\S]{1,8000}$|[\s\S]{4000,8000}(?<=[.!?])(?=\s)|[\s\S]{1,8000}(?!\S)|[\s\S]{1,8000}/g;
/** As GitHub reads it: what closes a sentence or a bracket after it is no part of it. */
const WEB_ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<]*[^\s<?!.,:;*_~'")\]]/gi;
/** A line that was broken on purpose ends a sentence, as an empty line does to the parser. */
const LINE_BREAK = "\n\n";
/** The end of a line where the next begins with a time of day, as those of a chat do. */
const BEFORE_TIME = String.raw`\n(?=[[(]?\d{1,2}(?:[:.]\d{2}(?![\d%])|\s?[apAP]\.?[mM]\b))`;
/** A date as trackers write one, perhaps with a time: `15/May/26 9:30 AM`. */
const STAMP = String.raw`\d{1,4}[/.-](?:\d{1,2}|\p{L}{3,9})[/.-]\d{2,4}(?:[T,]?\s?\d{1,2}:\d{2}[^\n\])]{0,12})?`;
/** The end of a line that closes with the day of a comment, as exports of trackers have it above its words. */
const BEHIND_STAMP = String.raw`\n(?<=(?:[[(]\s?${STAMP}\s?[\])]|\s[-–—|·]\s${STAMP})[^\S\n]?\n)(?=\s*[\p{Lu}"'“])`;
const LINE_ENDS = new RegExp(`${BEFORE_TIME}|${BEHIND_STAMP}`, "gu");

/** The length of the character reference at a place of `source`; 0 where none was decoded. */
function entityLength(source: string, at: number, decoded: string): number {
  if (source[at] !== "&") return 0;
  ENTITY.lastIndex = at;
  const found = ENTITY.exec(source)?.[0] ?? "";
  return decoded.startsWith(found) ? 0 : found.length;
}

/**
 * Where each character of a text stands in its source, which also has the backslashes, character
 * references and indents that markdown takes out; null where it has the same characters.
 */
function alignText(value: string, source: string, offset: number): readonly number[] | null {
  if (value === source) return null;
  let at = 0;
  return Array.from({ length: value.length }, (_, index) => {
    const reference = entityLength(source, at, value.slice(index, index + 40));
    const found = reference > 0 ? at : source.indexOf(value.charAt(index), at);
    const place = Math.min(found === -1 ? at : found, Math.max(source.length - 1, 0));
    at = place + Math.max(reference, found === -1 ? 0 : 1);
    return offset + place;
  });
}

/** Whether a node is an e-mail address in angle brackets. */
function isBareAddress(node: PhrasingContent): boolean {
  if (node.type !== "link" || !node.url.startsWith("mailto:")) return false;
  const [text] = node.children;
  return text?.type === "text" && node.url === `mailto:${text.value}`;
}

function slicePiece({ offset, offsets, text }: Piece, start: number, end: number) {
  return {
    text: text.slice(start, end),
    offset: offsets?.[start] ?? offset + start,
    offsets: offsets?.slice(start, end) ?? null,
  };
}

function shortPieces(piece: Piece): readonly Piece[] {
  if (piece.text === "") return [];
  if (piece.text.length <= LONGEST) return [piece];
  return [...piece.text.matchAll(LONGEST_TEXT)].map(({ 0: part, index }) => {
    return { type: "text", ...slicePiece(piece, index, index + part.length) };
  });
}

/** The lines of a text that begin with a time of day, or stand behind the day of a comment, apart. */
function timedLines(piece: Piece): readonly Piece[] {
  if (!piece.text.includes("\n")) return [piece];
  const pieces: Piece[] = [];
  let at = 0;
  for (const { index } of piece.text.matchAll(LINE_ENDS)) {
    const { offset } = slicePiece(piece, index, index + 1);
    pieces.push({ type: "text", ...slicePiece(piece, at, index) }, lineBreak(offset));
    at = index + 1;
  }
  return [...pieces, { type: "text", ...slicePiece(piece, at, piece.text.length) }];
}

/** The parts of a text: a web address in it is no prose. */
function piecesOfLine(text: Piece): readonly Piece[] {
  if (text.text === LINE_BREAK) return [text];
  if (!/:\/\/|www\./i.test(text.text)) return shortPieces(text);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: address, index } of text.text.matchAll(WEB_ADDRESS)) {
    const end = index + address.length;
    pieces.push(...shortPieces({ type: "text", ...slicePiece(text, at, index) }));
    pieces.push({ type: "opaque", ...slicePiece(text, index, end) });
    at = end;
  }
  const rest = slicePiece(text, at, text.text.length);
  return [...pieces, ...shortPieces({ type: "text", ...rest })];
}

function lineBreak(offset: number): Piece {
  return { type: "text", text: LINE_BREAK, offset, offsets: [offset, offset] };
}

function piecesOf(node: PhrasingContent, body: string): readonly Piece[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const source = body.slice(start, end);
  switch (node.type) {
    case "text": {
      const offsets = alignText(node.value, source, start);
      const text: Piece = { type: "text", text: node.value, offset: start, offsets };
      return timedLines(text).flatMap(piecesOfLine);
    }
    case "break":
      return [lineBreak(start)];
    case "html":
      return LINE_BREAK_TAG.test(node.value) ? [lineBreak(start)] : [];
    case "footnoteReference":
      return [];
    case "emphasis":
    case "strong":
      return piecesOfAll(node.children, body);
    case "link":
      if (isBareAddress(node)) return piecesOfAll(node.children, body);
      break;
    default:
  }
  return [{ type: "opaque", text: source, offset: start, offsets: null }];
}

function piecesOfAll(nodes: readonly PhrasingContent[], body: string): readonly Piece[] {
  return nodes.flatMap((node) => piecesOf(node, body)).filter(({ text }) => text !== "");
}

/**
 * A run of inline nodes of a body as plain text. The prose parser counts positions in what it is
 * given as if nothing had been taken out, so it gets a text of which that is true.
 */
export function plainProse({ children }: ProseRun, body: string): PlainProse {
  const pieces = piecesOfAll(children, body);
  const starts: number[] = [];
  let length = 0;
  for (const { text } of pieces) {
    starts.push(length);
    length += text.length;
  }
  const [only] = pieces;
  if (only && pieces.length === 1 && only.offsets === null) {
    return { parts: pieces, offsetAt: (index) => only.offset + index };
  }
  return {
    parts: pieces,
    offsetAt: (index) => {
      const at = bisectRight(starts, index) - 1;
      const { offset = 0, offsets = null } = pieces[at] ?? {};
      const within = index - (starts[at] ?? 0);
      return offsets?.[within] ?? offset + within;
    },
  };
}

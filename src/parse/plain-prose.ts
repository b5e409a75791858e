import type { InlineCode, Paragraph, PhrasingContent, TableCell, Text } from "mdast";

/** What holds a run of prose: a paragraph, or a cell of a table. */
export type ProseRun = Paragraph | TableCell;

/** A run of prose as one plain text, which is where its nodes have their positions. */
export interface PlainProse {
  readonly text: string;
  /** For each character, its offset in the body. */
  readonly offsets: readonly number[];
  readonly nodes: readonly (Text | InlineCode)[];
  readonly position: NonNullable<Paragraph["position"]>;
}

/** A part of a run; what is opaque counts as one word of code, whatever stands in it. */
interface Piece {
  readonly type: "text" | "opaque";
  readonly text: string;
  readonly offsets: readonly number[];
}

const ENTITY = /&(?:#x?[\da-f]+|[a-z][a-z\d]*);/iy;
/** The parser passes the words of one node as arguments, of which an engine takes only so many. */
const LONGEST_TEXT = /[\s\S]{1,8000}(?!\S)|[\s\S]{1,8000}/g;
/** A line that was broken on purpose ends a sentence, as an empty line does to the parser. */
const LINE_BREAK = "\n\n";
const LINE_BREAK_TAG = /^<br\s*\/?>$/i;

/** The length of the character reference at a place of `source`; 0 where none was decoded. */
function entityLength(source: string, at: number, decoded: string): number {
  if (source[at] !== "&") return 0;
  ENTITY.lastIndex = at;
  const found = ENTITY.exec(source)?.[0] ?? "";
  return decoded.startsWith(found) ? 0 : found.length;
}

/**
 * Where each character of a text stands in its source, which also has the backslashes, character
 * references and indents that markdown takes out.
 */
function alignText(value: string, source: string, offset: number): readonly number[] {
  let at = 0;
  return Array.from({ length: value.length }, (_, index) => {
    const reference = entityLength(source, at, value.slice(index, index + 40));
    const found = reference > 0 ? at : source.indexOf(value.charAt(index), at);
    const place = Math.min(found === -1 ? at : found, Math.max(source.length - 1, 0));
    at = place + Math.max(reference, found === -1 ? 0 : 1);
    return offset + place;
  });
}

function sequence(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(end - start, 0) }, (_, index) => start + index);
}

/** Whether a node is an e-mail address that markdown made a link of by itself. */
function isBareAddress(node: PhrasingContent): boolean {
  if (node.type !== "link" || !node.url.startsWith("mailto:")) return false;
  const [text] = node.children;
  return text?.type === "text" && node.url === `mailto:${text.value}`;
}

function piecesOfText(text: string, offsets: readonly number[]): readonly Piece[] {
  return [...text.matchAll(LONGEST_TEXT)].map(({ 0: part, index }) => {
    return { type: "text", text: part, offsets: offsets.slice(index, index + part.length) };
  });
}

function literalOf(node: PhrasingContent): string {
  if ("children" in node) return node.children.map(literalOf).join("");
  return "value" in node ? node.value : "";
}

/** Where a node stands. Links that were made of bare addresses afterwards do not know it. */
function placeOf(node: PhrasingContent, body: string, from: number) {
  const { start, end } = node.position ?? {};
  if (start?.offset !== undefined && end?.offset !== undefined) {
    return { start: start.offset, end: end.offset };
  }
  const literal = literalOf(node);
  const found = body.indexOf(literal, from);
  const at = found === -1 ? from : found;
  return { start: at, end: Math.min(at + literal.length, body.length) };
}

/** The parts of a node; `from` is where the node before it ended, for nodes without a position. */
function piecesOf(node: PhrasingContent, body: string, from: number): readonly Piece[] {
  const { start, end } = placeOf(node, body, from);
  switch (node.type) {
    case "text":
      return piecesOfText(node.value, alignText(node.value, body.slice(start, end), start));
    case "break":
      return [{ type: "text", text: LINE_BREAK, offsets: [start, start] }];
    case "html":
      return LINE_BREAK_TAG.test(node.value)
        ? [{ type: "text", text: LINE_BREAK, offsets: [start, start] }]
        : [];
    case "footnoteReference":
      return [];
    case "emphasis":
    case "strong":
      return piecesOfAll(node.children, body, start);
    case "link":
      if (isBareAddress(node)) return piecesOfAll(node.children, body, start);
      break;
    default:
  }
  return [{ type: "opaque", text: body.slice(start, end), offsets: sequence(start, end) }];
}

function piecesOfAll(
  nodes: readonly PhrasingContent[],
  body: string,
  from: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  for (const node of nodes) {
    pieces.push(...piecesOf(node, body, start));
    start = placeOf(node, body, start).end;
  }
  return pieces.filter(({ text }) => text !== "");
}

function positionOf(start: number, end: number): PlainProse["position"] {
  return {
    start: { line: 1, column: start + 1, offset: start },
    end: { line: 1, column: end + 1, offset: end },
  };
}

/**
 * A run of inline nodes of a body as plain text. The prose parser counts positions in what it is
 * given as if nothing had been taken out, so it gets a text of which that is true.
 */
export function plainProse({ children, position }: ProseRun, body: string): PlainProse {
  const pieces = piecesOfAll(children, body, position?.start.offset ?? 0);
  let length = 0;
  const placed = pieces.map(({ type, text }): Text | InlineCode => {
    const position = positionOf(length, length + text.length);
    length += text.length;
    return { type: type === "text" ? "text" : "inlineCode", value: text, position };
  });
  return {
    text: pieces.map(({ text }) => text).join(""),
    offsets: pieces.flatMap(({ offsets }) => offsets),
    nodes: placed,
    position: positionOf(0, length),
  };
}

import type { PhrasingContent } from "mdast";

export type Position = NonNullable<PhrasingContent["position"]>;
export type Point = Position["start"];

/** A stretch of one line: offsets in the text, the line from 1, and the offset where that line starts. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly lineStart: number;
}

/** Marks that may mean something wherever they stand; a bracket that closes does so behind one that opens alone. */
const MARK = /[\\`*_[<&~\p{Cc}]/u;
/** The same outside of code and of bold text. */
const OTHER_MARK = /[\\`*[<&~\p{Cc}]/u;
/** An underscore between two letters or digits is one; any other may begin or end emphasis. */
const UNDERSCORE_AT_EDGE = /(?<![a-z\d])_|_(?![a-z\d])/i;
/**
 * Code in single backticks, and bold text whose asterisks can mean nothing else.
 * https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run
 */
const SPAN =
  /`([^`\p{Cc}]+)`|(?<=^|[ (])\*\*((?=[\p{L}\p{N}])[^*`]*(?:[\p{L}\p{N}](?=\*\*(?:[ .,:;)!?]|$))|[.:!?)%](?=\*\*(?: |$))))\*\*/gu;

function isPlain(text: string): boolean {
  return !OTHER_MARK.test(text) && !UNDERSCORE_AT_EDGE.test(text);
}

function pointAt({ line, lineStart }: Stretch, offset: number): Point {
  return { line, column: offset - lineStart + 1, offset };
}

/** Where a stretch begins and ends. */
export function positionOf(stretch: Stretch, start = stretch.start, end = stretch.end): Position {
  return { start: pointAt(stretch, start), end: pointAt(stretch, end) };
}

/** The node of code or of bold text; null where it may be something else. */
function spanNode(found: RegExpExecArray, stretch: Stretch): PhrasingContent | null {
  const [whole, code, bold = ""] = found;
  const start = stretch.start + found.index;
  const position = positionOf(stretch, start, start + whole.length);
  if (code !== undefined) {
    const isPadded = code.startsWith(" ") || code.endsWith(" ");
    return isPadded ? null : { type: "inlineCode", value: code, position };
  }
  if (!isPlain(bold)) return null;
  const inner = positionOf(stretch, start + 2, start + 2 + bold.length);
  return { type: "strong", children: [{ type: "text", value: bold, position: inner }], position };
}

/**
 * The nodes of a stretch of one line, as remark has them; null where it holds anything but text, code
 * in single backticks and plain bold text.
 */
export function plainLine(text: string, stretch: Stretch): PhrasingContent[] | null {
  const written = text.slice(stretch.start, stretch.end);
  const nodes: PhrasingContent[] = [];
  let done = 0;
  const addText = (to: number): boolean => {
    if (to === done) return true;
    const value = written.slice(done, to);
    const position = positionOf(stretch, stretch.start + done, stretch.start + to);
    nodes.push({ type: "text", value, position });
    return isPlain(value);
  };
  if (!MARK.test(written)) return addText(written.length) ? nodes : null;
  if (written.includes("``")) return null;
  SPAN.lastIndex = 0;
  for (let found = SPAN.exec(written); found; found = SPAN.exec(written)) {
    if (!addText(found.index)) return null;
    const node = spanNode(found, stretch);
    if (node === null) return null;
    nodes.push(node);
    done = found.index + found[0].length;
  }
  return addText(written.length) ? nodes : null;
}

/** Adds the nodes of a further line, with the line end before it. */
function addLine(
  nodes: PhrasingContent[],
  { line, lineStart }: Stretch,
  more: readonly PhrasingContent[],
): void {
  const last = nodes.at(-1);
  const end = { line, column: 1, offset: lineStart };
  const [first, ...rest] = more;
  const goesOn = first?.type === "text" ? first : null;
  const value = `\n${goesOn?.value ?? ""}`;
  const until = goesOn?.position?.end ?? end;
  if (last?.type === "text" && last.position) {
    last.value += value;
    last.position.end = until;
  } else if (last?.position) {
    nodes.push({ type: "text", value, position: { start: last.position.end, end: until } });
  }
  nodes.push(...(goesOn || first === undefined ? rest : more));
}

/** The nodes of the lines of a paragraph; null where one of them is not plain. */
export function plainLines(text: string, lines: readonly Stretch[]): PhrasingContent[] | null {
  const nodes: PhrasingContent[] = [];
  for (const [index, stretch] of lines.entries()) {
    const own = plainLine(text, stretch);
    if (own === null) return null;
    if (index === 0) nodes.push(...own);
    else addLine(nodes, stretch, own);
  }
  return nodes;
}

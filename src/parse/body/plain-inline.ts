import type { PhrasingContent, Text } from "mdast";
import { holdsMark, isPlainText, nextSpan, type Span } from "./plain-spans.ts";

export type Position = NonNullable<PhrasingContent["position"]>;
export type Point = Position["start"];

/** A stretch of one line: offsets in the text, the line from 1, and the offset where that line starts. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly lineStart: number;
}

/** A text, and whether it may define what brackets refer to: where it does not, they are text. */
export interface Source {
  readonly text: string;
  readonly mayDefine: boolean;
}

function pointAt({ line, lineStart }: Stretch, offset: number): Point {
  return { line, column: offset - lineStart + 1, offset };
}

/** Where a stretch begins and ends. */
export function positionOf(stretch: Stretch, start = stretch.start, end = stretch.end): Position {
  return { start: pointAt(stretch, start), end: pointAt(stretch, end) };
}

/** The node of a span that is more than text; null where it may be something else. */
function spanNode(span: Span, stretch: Stretch, source: Source): PhrasingContent | null {
  const { type, text, url } = span;
  const start = stretch.start + span.start;
  const position = positionOf(stretch, start, stretch.start + span.end);
  const innerStart = start + span.inset;
  const inner = { ...stretch, start: innerStart, end: innerStart + text.length };
  switch (type) {
    case "text":
    case "html":
      return { type, value: text, position };
    case "inlineCode":
      return text.startsWith(" ") || text.endsWith(" ") ? null : { type, value: text, position };
    case "image":
      if (!isPlainText(text, source.mayDefine)) return null;
      return { type, title: null, url, alt: text, position };
    case "autolink": {
      const children: Text[] = [{ type: "text", value: text, position: positionOf(inner) }];
      return { type: "link", title: null, url, children, position };
    }
    default: {
      const children = plainLine(source, inner);
      if (children === null) return null;
      return type === "link"
        ? { type, title: null, url, children, position }
        : { type, children, position };
    }
  }
}

/** Adds a node behind others: a text to the last of them, if that is one too. */
function addNode(nodes: PhrasingContent[], added: PhrasingContent): void {
  const last = nodes.at(-1);
  const end = added.position?.end;
  if (last?.type !== "text" || added.type !== "text" || !last.position || !end) {
    nodes.push(added);
    return;
  }
  last.value += added.value;
  last.position.end = end;
}

/**
 * The nodes of a stretch of one line, as remark has them; null where it holds anything but text and
 * spans of which nothing else can be meant.
 */
export function plainLine(source: Source, stretch: Stretch): PhrasingContent[] | null {
  const written = source.text.slice(stretch.start, stretch.end);
  const nodes: PhrasingContent[] = [];
  let done = 0;
  const passText = (to: number): boolean => {
    const value = written.slice(done, to);
    if (value === "") return true;
    const position = positionOf(stretch, stretch.start + done, stretch.start + to);
    addNode(nodes, { type: "text", value, position });
    return isPlainText(value, source.mayDefine);
  };
  if (!holdsMark(written)) return passText(written.length) ? nodes : null;
  // Two of them begin code that one does not end.
  if (written.includes("``")) return null;
  for (let span = nextSpan(written, 0); span; span = nextSpan(written, done)) {
    const node = passText(span.start) ? spanNode(span, stretch, source) : null;
    if (node === null) return null;
    addNode(nodes, node);
    done = span.end;
  }
  return passText(written.length) ? nodes : null;
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
  const start = last?.position?.end;
  if (start) addNode(nodes, { type: "text", value, position: { start, end: until } });
  nodes.push(...(goesOn || first === undefined ? rest : more));
}

/** The nodes of the lines of a paragraph; null where one of them is not plain. */
export function plainLines(source: Source, lines: readonly Stretch[]): PhrasingContent[] | null {
  const nodes: PhrasingContent[] = [];
  for (const [index, stretch] of lines.entries()) {
    const own = plainLine(source, stretch);
    if (own === null) return null;
    if (index === 0) nodes.push(...own);
    else addLine(nodes, stretch, own);
  }
  return nodes;
}

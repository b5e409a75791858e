import type {
  Blockquote,
  Heading,
  Html,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import { HOLDS_BLOCKS, type HtmlBlock, readHtmlBlocks } from "./html-blocks.ts";
import { type SectionStart, sectionStart } from "./section-start.ts";

/** Deeper than a label: what is called by its own title within a section, and ends by itself. */
const CONTAINER_LEVEL = 8;

/** The parts of a body in their order, containers opened: what begins a section, and what stands in it. */
export type FlowPart =
  | ({ readonly type: "start"; readonly isTab: boolean } & SectionStart)
  | { readonly type: "block"; readonly node: RootContent }
  | { readonly type: "html"; readonly block: Exclude<HtmlBlock, { type: "heading" }> }
  | { readonly type: "html-start"; readonly block: HtmlBlock & { type: "heading" } }
  /** A container that had a title ends: what follows belongs to the section around it. */
  | { readonly type: "end"; readonly at: number; readonly level: number };

const CALLOUT = /^\[!([\w-]+)\][+-]?[ \t]*/;
const MOST_NESTED = 12;

/** The nodes of a paragraph before its first line break, and after it. */
function splitFirstLine(
  nodes: readonly PhrasingContent[],
  text: string,
): readonly [first: readonly PhrasingContent[], rest: readonly PhrasingContent[]] {
  for (const [index, node] of nodes.entries()) {
    if (node.type === "break") return [nodes.slice(0, index), nodes.slice(index + 1)];
    if (node.type !== "text" || !node.value.includes("\n")) continue;
    const at = node.value.indexOf("\n");
    const start = node.position?.start.offset ?? 0;
    const line = text.indexOf("\n", start);
    const next = line + 1 + (/^[ \t>]*/.exec(text.slice(line + 1, line + 80))?.[0].length ?? 0);
    const first = { ...node, value: node.value.slice(0, at) };
    const rest = { ...node, value: node.value.slice(at + 1) };
    const [own, other] = [
      placed(first, start, line),
      placed(rest, next, node.position?.end.offset ?? next),
    ];
    return [
      [...nodes.slice(0, index), own],
      [other, ...nodes.slice(index + 1)],
    ];
  }
  return [nodes, []];
}

function placed<Node extends { position?: Root["position"] }>(
  node: Node,
  start: number,
  end: number,
): Node {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return { ...node, position: { start: point(start), end: point(Math.max(start, end)) } };
}

function paragraphOf(nodes: readonly PhrasingContent[]): Paragraph | null {
  const said = nodes.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const [first, last] = [said[0]?.position, said.at(-1)?.position];
  if (!first || !last) return null;
  const paragraph: Paragraph = { type: "paragraph", children: [...nodes] };
  return placed(paragraph, first.start.offset ?? 0, last.end.offset ?? 0);
}

/** A quote that is a callout: its title, and what stands in it. */
function callout(quote: Blockquote, text: string) {
  const [head, ...others] = quote.children;
  if (head?.type !== "paragraph") return null;
  const [mark, ...rest] = head.children;
  const found = mark?.type === "text" ? CALLOUT.exec(mark.value) : null;
  if (mark?.type !== "text" || !found) return null;
  const start = (mark.position?.start.offset ?? 0) + found[0].length;
  const own = placed(
    { ...mark, value: mark.value.slice(found[0].length) },
    start,
    mark.position?.end.offset ?? start,
  );
  const [title, after] = splitFirstLine([own, ...rest], text);
  const body = paragraphOf(after);
  return {
    isTab: found[1] === "tab",
    title: paragraphOf(title),
    children: [...(body ? [body] : []), ...others],
  };
}

function* htmlParts(node: Html, text: string, end: number, isQuoted: boolean): Iterable<FlowPart> {
  const start = node.position?.start.offset ?? 0;
  for (const block of readHtmlBlocks(text, start, end, isQuoted)) {
    if (block.type === "heading") yield { type: "html-start", block };
    else yield { type: "html", block };
  }
}

/** Where the HTML that begins in a node ends: with its last table, which blank lines may part. */
function htmlEnd(node: Html, text: string): number {
  const end = node.position?.end.offset ?? 0;
  const lastOpen = node.value.toLowerCase().lastIndexOf("<table");
  if (lastOpen === -1 || node.value.toLowerCase().includes("</table", lastOpen)) return end;
  const close = text.toLowerCase().indexOf("</table>", end);
  return close === -1 ? end : close + "</table>".length;
}

/** The headings that a list consists of, as a word processor numbers them: "1. # Summary"; else none. */
function listedHeadings(node: RootContent): readonly Heading[] {
  if (node.type !== "list") return [];
  const headed = node.children.map(({ children: [first, ...more] }): readonly Heading[] => {
    const below = more.map(listedHeadings);
    const isHead = first?.type === "heading" && below.every(({ length }) => length > 0);
    return isHead ? [first, ...below.flat()] : [];
  });
  return headed.every(({ length }) => length > 0) ? headed.flat() : [];
}

function* partsOf(nodes: readonly RootContent[], text: string, depth: number): Iterable<FlowPart> {
  let htmlUntil = -1;
  for (const node of nodes) {
    if ((node.position?.start.offset ?? 0) < htmlUntil) continue;
    const start = sectionStart(node);
    if (start) {
      yield { type: "start", isTab: false, ...start };
      continue;
    }
    const headings = listedHeadings(node);
    for (const heading of headings) {
      // What is numbered is a part, and no title.
      yield { type: "start", isTab: false, node: heading, level: heading.depth + 1 };
    }
    if (headings.length > 0) continue;
    if (node.type === "html" && HOLDS_BLOCKS.test(node.value)) {
      htmlUntil = htmlEnd(node, text);
      yield* htmlParts(node, text, htmlUntil, depth > 0);
      continue;
    }
    const opened = node.type === "blockquote" && depth < MOST_NESTED ? callout(node, text) : null;
    if (!opened) {
      yield { type: "block", node };
      continue;
    }
    const { title, children, isTab } = opened;
    const level = CONTAINER_LEVEL + depth;
    if (title) yield { type: "start", node: title, level, isTab };
    yield* partsOf(children, text, depth + 1);
    if (title) yield { type: "end", at: node.position?.end.offset ?? 0, level };
  }
}

/** The parts of a tree over `text`. */
export function flowOf(tree: Root, text: string): readonly FlowPart[] {
  return [...partsOf(tree.children, text, 0)];
}

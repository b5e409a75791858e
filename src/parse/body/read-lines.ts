import type { Blockquote, Code, Nodes } from "mdast";
import type { Range } from "../../core/position.ts";
import type { ListItem, Text } from "./blocks.ts";
import { boldOf, boldStarts, foldBlanks, plainText } from "./node-text.ts";
import { withoutShortcodes } from "./shortcodes.ts";
import { withoutReplaced } from "./struck.ts";

/** Where nodes and lines of a body stand in the file. */
export interface Reader {
  readonly rangeOf: (node: Nodes) => Range;
  /** The range of each line that a range touches. */
  readonly linesIn: (range: Range) => readonly Range[];
}

/** A label and its value in two columns that a tab sets apart, as what is pasted from a page of notes. */
const TABBED = /^([^\t:]{2,40})\t+([^\t]+)$/;

/** The words of a line that are set as code, and nothing else, as wikis show labels: "`SEV-2` `mail`". */
function badges(node: Nodes): string | null {
  if (node.type !== "paragraph") return null;
  const { children } = node;
  const codes = children.flatMap((one) => (one.type === "inlineCode" ? [one.value] : []));
  const isAll = children.every((one) =>
    one.type === "text" ? /^[^\S\n]*$/.test(one.value) : one.type === "inlineCode",
  );
  return isAll && codes.length > 1 ? codes.join(" · ") : null;
}

/** The lines of a node as they stand; where a tag breaks a line, each has the place of the whole. */
export function readLines(node: Nodes, reader: Reader): readonly Text[] {
  const range = reader.rangeOf(node);
  const set = badges(node);
  if (set !== null) return [{ text: foldBlanks(set), range }];
  const texts = plainText(withoutReplaced(node)).split("\n");
  const ranges = reader.linesIn(range);
  const bold = boldStarts(node);
  return texts.map((line, index) => {
    const text = withoutShortcodes(foldBlanks(line.replace(TABBED, "$1: $2")));
    return {
      text,
      range: (ranges.length === texts.length ? ranges[index] : null) ?? range,
      ...boldOf(bold.get(index), text),
    };
  });
}

/** The lines of an item's first paragraph: below the question of a form stands its answer. */
export function linesOfItem(first: Nodes | undefined, reader: Reader): Pick<ListItem, "lines"> {
  if (first?.type !== "paragraph") return {};
  const { start, end } = reader.rangeOf(first);
  return start.line === end.line ? {} : { lines: readLines(first, reader) };
}

/** The lines between two fences, each with its place; none of what is set in by blanks alone. */
export function linesOfCode(
  { value }: Code,
  range: Range,
  { linesIn }: Reader,
): { readonly lines?: readonly Text[] } {
  const texts = value.split("\n");
  const ranges = linesIn(range).slice(1, -1);
  if (ranges.length !== texts.length) return {};
  return { lines: texts.map((text, index) => ({ text, range: ranges[index] ?? range })) };
}

/** The lines of the paragraphs in a quote. */
export function quotedLines({ children }: Blockquote, reader: Reader): readonly Text[] {
  return children.flatMap((child) => (child.type === "paragraph" ? readLines(child, reader) : []));
}

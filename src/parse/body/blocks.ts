import type { Range } from "../../core/position.ts";

/** Text as a reader sees it, markup left out, with its place. */
export interface Text {
  readonly text: string;
  readonly range: Range;
  /** The bold words that it begins with, where others follow: "**Severity** SEV1". */
  readonly bold?: string;
  /** The lines of a cell that `<br>` breaks. */
  readonly broken?: readonly string[];
}

export interface ListItem extends Text {
  /** Null where it is no task. */
  readonly checked: boolean | null;
  /** Whether all of its own text is struck through. */
  readonly isStruck: boolean;
  /** What follows its struck beginning: "won't do". */
  readonly afterStruck?: string;
  /** The lines of its first paragraph, where they are several. */
  readonly lines?: readonly Text[];
  readonly children: readonly ListItem[];
}

/** A text as an item of a list that has no box, no strike and nothing below it. */
export function plainItem(text: Text): ListItem {
  return { ...text, checked: null, isStruck: false, children: [] };
}

/** A paragraph, with its lines as they stand in the file, each without its markup. */
export interface ParagraphBlock extends Text {
  readonly type: "paragraph";
  readonly lines: readonly Text[];
}

/** Lines as one paragraph; null for none. */
export function paragraphOf(lines: readonly Text[]): ParagraphBlock | null {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return null;
  const range = { start: first.range.start, end: last.range.end };
  return { type: "paragraph", text: lines.map(({ text }) => text).join(" "), lines, range };
}

/** A quote, with the lines of its paragraphs, and with its blocks. */
export interface QuoteBlock extends Text {
  readonly type: "quote";
  readonly lines: readonly Text[];
  readonly blocks?: readonly Block[];
}

/** A list, with its tasks. */
export interface ListBlock {
  readonly type: "list";
  readonly items: readonly ListItem[];
  readonly range: Range;
}

/** A table, whether markdown shows it as one or pm reads it so. */
export interface TableBlock {
  readonly type: "table";
  readonly head: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
  readonly range: Range;
  /** Whether the line below its head is missing, so that others see no table. */
  readonly isUndelimited?: boolean;
  /** Whether that line is there, and has too few bars. */
  readonly isMisruled?: boolean;
}

/** What stands between fences, with each of its lines as it is written. */
export interface CodeBlock extends Text {
  readonly type: "code";
  readonly lines?: readonly Text[];
}

/** A part of a section that stands on lines of its own. */
export type Block =
  | ({ readonly type: "comment" } & Text)
  | CodeBlock
  | ParagraphBlock
  | QuoteBlock
  | ListBlock
  | TableBlock;

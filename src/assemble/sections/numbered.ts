import type { ParagraphBlock, Text } from "../../parse/body/body.ts";

/** The number or letter of a paragraph, as reports of some trades have it: "2.1 Both nodes …", "a) …". */
const NUMBER = /^\(?(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}\)|[a-z]\))\s+(?=\p{L})/u;

/** The same before a time of day, where other paragraphs show that they are numbered: "4.1 17:30 …". */
const BEFORE_TIME = /^\(?\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+(?=\d{1,2}[:.h]\d{2}(?!\d))/u;

/** A cell that numbers its row, or holds nothing: "2", "3.1)", "#4", "✓". */
const ROW_NUMBER = /^[^\p{L}\d]*(?:\d+(?:\.\d+)?)?[^\p{L}\d]*$/u;

/** Whether a cell tells nothing but, at most, the number of its row. */
export function isRowNumber(text: string): boolean {
  return ROW_NUMBER.test(text);
}

/** A row of a timeline whose paragraphs are numbered, without its number. */
export function withoutRowNumber(text: string): string {
  return text.replace(BEFORE_TIME, "");
}

/** A text without the number of its paragraph. */
export function withoutNumber(text: string): string {
  return text.replace(NUMBER, "");
}

/** Whether each line of a paragraph has a number. */
export function isNumbered({ lines }: ParagraphBlock): boolean {
  return lines.every(({ text }) => NUMBER.test(text));
}

/** The lines of a paragraph of which each has a number; the whole where that is not so. */
export function numberedLines(block: ParagraphBlock): readonly Text[] {
  const { lines } = block;
  if (!isNumbered(block)) return [block];
  return lines.map(({ text, range }) => ({ text: withoutNumber(text), range }));
}

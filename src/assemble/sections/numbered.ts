import type { Block, Text } from "../../parse/body/body.ts";

/** The number of a paragraph, as reports of some trades have it: "2.1 Both nodes …". */
const NUMBER = /^\(?\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+(?=\p{L})/u;

/** A text without the number of its paragraph. */
export function withoutNumber(text: string): string {
  return text.replace(NUMBER, "");
}

/** The lines of a paragraph of which each has a number; the whole where that is not so. */
export function numberedLines(block: Block & { readonly type: "paragraph" }): readonly Text[] {
  const { lines } = block;
  if (!lines.every(({ text }) => NUMBER.test(text))) return [block];
  return lines.map(({ text, range }) => ({ text: withoutNumber(text), range }));
}

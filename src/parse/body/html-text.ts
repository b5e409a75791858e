import type { LineIndex } from "../../core/places/line-index.ts";
import type { Range } from "../../core/position.ts";
import type { Block, ListItem, Text } from "./blocks.ts";
import type { HtmlBlock, HtmlText } from "./html-blocks.ts";

/** A text of HTML with its range in the file. */
export function htmlText({ lines, start, end }: HtmlText, rangeAt: LineIndex["rangeAt"]): Text {
  return { text: lines.join(" "), range: rangeAt(start, end) };
}

/** A block of HTML as the same block of markdown. */
export function readHtmlBlock(
  block: Exclude<HtmlBlock, { type: "heading" }>,
  rangeAt: LineIndex["rangeAt"],
): Block {
  const around = (texts: readonly Text[]): Range => {
    const [first, last] = [texts[0]?.range, texts.at(-1)?.range];
    return first && last ? { start: first.start, end: last.end } : rangeAt(0, 0);
  };
  if (block.type === "paragraph") {
    const text = htmlText(block.text, rangeAt);
    const lines = block.text.lines.map((line) => ({ text: line, range: text.range }));
    return { type: "paragraph", ...text, lines };
  }
  if (block.type === "list") {
    const items = block.items.map((item): ListItem => {
      const { checked, isStruck } = item;
      return { ...htmlText(item, rangeAt), checked, isStruck, children: [] };
    });
    return { type: "list", items, range: around(items) };
  }
  const rows = block.rows.map((row) => row.map((cell) => htmlText(cell, rangeAt)));
  const [head = [], ...others] = rows;
  return { type: "table", head, rows: others, range: around(rows.flat()) };
}

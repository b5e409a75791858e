import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { attributesOf } from "./component-attributes.ts";

/** A letter or a digit; some letters are pictures: "ℹ️". */
const SAYS = /(?!\p{Extended_Pictographic})[\p{L}\p{N}]/u;
/** HTML that breaks a line. */
export const LINE_BREAK_TAG = /^<br\s*\/?>$/i;

/** The plain text of a node, line breaks kept; other inline HTML and comments are nothing. */
export function plainText(node: Nodes): string {
  if (node.type === "html") return LINE_BREAK_TAG.test(node.value) ? "\n" : attributesOf(node);
  if (node.type === "break") return "\n";
  if ("children" in node) return node.children.map((child) => plainText(child)).join("");
  return textOf(node);
}

/** Any blank but a single one between words. */
const ODD_BLANK = /[^\S ]|\s\s|^\s|\s$/;

/** A text with one blank wherever it has several or another one, and none at its ends. */
export function foldBlanks(text: string): string {
  if (!ODD_BLANK.test(text)) return text;
  return text.replace(/\s+/g, " ").trim();
}

/** The bold words that each line of a node begins with, or with a picture before them, by the number of the line. */
export function boldStarts(node: Nodes): ReadonlyMap<number, string> {
  const starts = new Map<number, string>();
  if (!("children" in node) || !node.children.some(({ type }) => type === "strong")) return starts;
  let before = "";
  for (const child of node.children) {
    const text = plainText(child);
    const line = before.split("\n");
    const isStart = !SAYS.test(line.at(-1) ?? "");
    if (child.type === "strong" && isStart) starts.set(line.length - 1, foldBlanks(text));
    before += text;
  }
  return starts;
}

/** The bold words, where a text goes on behind them. */
export function boldOf(bold: string | undefined, text: string): { readonly bold?: string } {
  const at = bold === undefined || bold === "" ? -1 : text.indexOf(bold);
  const isStart = at !== -1 && !SAYS.test(text.slice(0, at));
  return bold !== undefined && isStart && text.length > at + bold.length ? { bold } : {};
}

/** Columns of an item that blanks set apart, parted by bars: "Cap the heap      platform   open". */
export function foldItem(text: string): string {
  return foldBlanks(text.replace(/(?<=\S)[ \u00a0]{3,}(?=\S)/g, " | "));
}

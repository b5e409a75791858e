import { toString as textOf } from "mdast-util-to-string";
import { parseMarkdown } from "./markdown.ts";

/** A text within HTML, and from where to where it stands. */
export interface HtmlText {
  readonly lines: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Whether all of it is struck through. */
  readonly isStruck: boolean;
  /** Whether its box is ticked; null where it has none. */
  readonly checked: boolean | null;
}

/** What HTML holds of what a document is made of. */
export type HtmlBlock =
  | { readonly type: "heading"; readonly level: number; readonly text: HtmlText }
  | { readonly type: "paragraph"; readonly text: HtmlText }
  | { readonly type: "list"; readonly items: readonly HtmlText[] }
  | { readonly type: "table"; readonly rows: readonly (readonly HtmlText[])[] };

const TAG = /<(\/?)([a-z][a-z\d]*)\b[^<>]*>|<!--[\s\S]*?-->/gi;
const HEADING = /^h([1-6])$/;
/** Tags around a line of text. */
const LINES: ReadonlySet<string> = new Set(["br", "p", "div", "li", "dt", "dd", "blockquote"]);

/** The tags of a list of definitions. */
const PARTS_OF_TERMS: ReadonlySet<string> = new Set(["dl", "dt", "dd"]);
const STRUCK: ReadonlySet<string> = new Set(["s", "del", "strike"]);
const BOX = /^<input\b[^<>]*\btype=["']?checkbox/i;
const TICKED = /\bchecked\b/i;

/** HTML that holds more than a run of text. */
export const HOLDS_BLOCKS = /<(?:table|h[1-6]|ul|ol|li)\b|^\s*<(?:p|div|dl|section|article)\b/i;

/** The text of a line: what it writes as `&amp;` is read as markdown reads it. */
function plainOf(written: string): string {
  const folded = written.replace(/\s+/g, " ").trim();
  if (!folded.includes("&")) return folded;
  return textOf(parseMarkdown(folded.replace(/[\\`*_[\]<>#|~+.()!-]/g, String.raw`\$&`)));
}

/** What stands before each line of a quote. */
const QUOTE_MARKS = /\n[ \t]*>[ \t>]*/g;

/** A text that grows with each piece between two tags. */
function growingText(isQuoted: boolean) {
  let lines: string[] = [""];
  let start = -1;
  let end = -1;
  let isStriking = false;
  let checked: boolean | null = null;
  let [struck, plain] = [false, false];
  return {
    strike: (isOpen: boolean) => {
      isStriking = isOpen;
    },
    tick: (isTicked: boolean) => {
      checked = isTicked;
    },
    add: (written: string, at: number) => {
      const piece = isQuoted ? written.replace(QUOTE_MARKS, "\n") : written;
      if (piece.trim() === "") {
        lines.push(`${lines.pop() ?? ""}${piece === "" ? "" : " "}`);
        return;
      }
      if (start === -1) start = at + written.indexOf(piece.trimStart().charAt(0));
      end = at + written.trimEnd().length;
      if (isStriking) struck = true;
      else if (/[\p{L}\d]/u.test(piece)) plain = true;
      lines.push(`${lines.pop() ?? ""}${piece}`);
    },
    breakLine: () => lines.push(""),
    /** All since the last time; null where that is nothing. */
    take: (): HtmlText | null => {
      const said = lines.map(plainOf).filter((line) => line !== "");
      const isStruck = struck && !plain;
      const text = start === -1 ? null : { lines: said, start, end, isStruck, checked };
      [lines, start, end] = [[""], -1, -1];
      [struck, plain, checked] = [false, false, null];
      return text;
    },
  };
}

function nothingAt(at: number): HtmlText {
  return { lines: [], start: at, end: at, isStruck: false, checked: null };
}

function isInline(name: string): boolean {
  return !LINES.has(name) && !/^(?:table|t[dhr]|ul|ol|dl|h[1-6])$/.test(name);
}

type Growing = ReturnType<typeof growingText>;

/** Reads lists of definitions: the terms, each with what is said of it, are the rows of a table. */
function termReader(growing: Growing, blocks: HtmlBlock[]) {
  let rows: (readonly HtmlText[])[] | null = null;
  let term: HtmlText | null = null;
  let part = "";
  const next = (name: string) => {
    const said = growing.take();
    if (part === "dt") term = said ?? term;
    else if (part === "dd" && term !== null && said !== null) rows?.push([term, said]);
    part = name;
  };
  return {
    isOpen: () => rows !== null,
    open: (name: string) => {
      if (name === "dl") rows = [];
      else if (PARTS_OF_TERMS.has(name)) next(name);
      else growing.breakLine();
    },
    close: (name: string) => {
      if (!PARTS_OF_TERMS.has(name)) return;
      next("");
      if (name !== "dl") return;
      if (rows !== null && rows.length > 0) blocks.push({ type: "table", rows });
      [rows, term] = [null, null];
    },
  };
}

/** Reads what the tags of HTML open and close. */
function blockReader(growing: Growing, blocks: HtmlBlock[]) {
  const terms = termReader(growing, blocks);
  let [rows, items]: [HtmlText[][] | null, HtmlText[] | null] = [null, null];
  let tables = 0;
  const paragraph = () => {
    const said = growing.take();
    if (said) blocks.push({ type: "paragraph", text: said });
  };
  const close = (name: string, at: number) => {
    if (name === "td" || name === "th") {
      rows?.at(-1)?.push(growing.take() ?? nothingAt(at));
    } else if (name === "table") {
      tables = Math.max(tables - 1, 0);
      if (tables > 0 || rows === null) return;
      blocks.push({ type: "table", rows: rows.filter((row) => row.length > 0) });
      rows = null;
    } else if (rows !== null) growing.breakLine();
    else if (terms.isOpen()) terms.close(name);
    else if (name === "li") {
      const said = growing.take();
      if (said) items?.push(said);
    } else if (name === "ul" || name === "ol") {
      if (items !== null && items.length > 0) blocks.push({ type: "list", items });
      items = null;
    } else if (HEADING.test(name)) {
      const said = growing.take();
      if (said) blocks.push({ type: "heading", level: Number(name.slice(1)), text: said });
    } else if (items === null && LINES.has(name)) paragraph();
  };
  const open = (name: string) => {
    if (name === "table") {
      if (tables === 0) {
        paragraph();
        rows = [];
      }
      tables += 1;
    } else if (name === "tr" && tables === 1) rows?.push([]);
    else if (rows !== null || name === "br") growing.breakLine();
    else if (name === "dl" || terms.isOpen()) {
      if (!terms.isOpen()) paragraph();
      terms.open(name);
    } else if (name === "ul" || name === "ol" || (name === "li" && items === null)) {
      paragraph();
      items ??= [];
    } else if (items === null && (HEADING.test(name) || LINES.has(name))) paragraph();
  };
  return { open, close, paragraph };
}

/**
 * Reads the tables, lists, headings and paragraphs of the HTML between two places of a text.
 * @param isQuoted whether it stands in a quote, so that each line begins with its mark
 */
export function readHtmlBlocks(
  text: string,
  from: number,
  to: number,
  isQuoted = false,
): readonly HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  const growing = growingText(isQuoted);
  const { open, close, paragraph } = blockReader(growing, blocks);
  let at = from;
  TAG.lastIndex = from;
  for (let tag = TAG.exec(text); tag !== null && tag.index < to; tag = TAG.exec(text)) {
    growing.add(text.slice(at, tag.index), at);
    at = tag.index + tag[0].length;
    const name = tag[2]?.toLowerCase() ?? "";
    if (STRUCK.has(name)) growing.strike(tag[1] === "");
    if (BOX.test(tag[0])) growing.tick(TICKED.test(tag[0]));
    if (name === "" || isInline(name)) continue;
    if (tag[1] === "/") close(name, tag.index);
    else open(name);
  }
  if (at < to) growing.add(text.slice(at, to), at);
  // Items may stand without the list around them.
  close("dl", to);
  close("ul", to);
  paragraph();
  return blocks;
}

import { lineEnd } from "../../core/places/line-end.ts";
/** Where the frontmatter between two equal fences lies, if the second is there. */
export interface Fenced {
  /** End of the line that opens it, without its line end. */
  readonly start: number;
  /** Start of the line that closes it. */
  readonly end: number;
  /** Start of the line after that. */
  readonly bodyOffset: number;
}

const CODE_FENCE = /\n {0,3}(?:```|~~~)/;

/**
 * What stands between the first line and the next line that is `fence` alone; null where there is
 * none before code begins, for a diff in that may hold such a line.
 */
export function findFenced(text: string, fence: string): Fenced | null {
  const start = lineEnd(text, 0);
  const closing = new RegExp(`\\n${fence.replace(/[+]/g, "\\$&")}[ \\t]*(?:\\n|$)`).exec(text);
  if (!closing) return null;
  const code = CODE_FENCE.exec(text.slice(0, closing.index));
  if (code) return null;
  return { start, end: closing.index + 1, bodyOffset: closing.index + closing[0].length };
}

const TOML_LINE = /^[ \t]*(?:\[|[\w"'.-][^=\n]*=)/;

/** Whether the first line of a text that says something could be TOML; so is one that says nothing. */
export function beginsAsToml(text: string): boolean {
  const said = text.split("\n").find((line) => !/^\s*(?:#|$)/.test(line));
  return said === undefined || TOML_LINE.test(said);
}

const JSON_START = /^\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|\}\s*(?:\n|$))/;

/** Where the body begins behind JSON at the start of a text; null where none begins it. */
export function jsonEnd(text: string): number | null {
  if (text.startsWith(";;;")) return findFenced(text, ";;;")?.bodyOffset ?? lineEnd(text, 0);
  if (!JSON_START.test(text)) return null;
  const closing = /^(?:\{.*)?\}[ \t]*$/m.exec(text);
  const end = closing ? closing.index + closing[0].length : 0;
  return isJson(text.slice(0, end)) ? Math.min(end + 1, text.length) : 0;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Frontmatter that does not begin where it must. */
export interface Misplaced {
  /** End of the line that opens it; all before is in its way, or a part of that line. */
  readonly start: number;
  /** Start of the line that closes it. */
  readonly closing: number;
  /** Start of the body. */
  readonly bodyOffset: number;
  /** Whether what is in its way is a comment, which nobody wants to lose. */
  readonly isBehindComment: boolean;
}

// Also what an editor makes of two or three hyphens, and too few of them.
const MISPLACED_OPENING =
  /^(?:(?:[ \t]*\n)+[ \t]*-{3,}|[ \t]+-{3,}|-{4,}|--|[‐-―−]{1,3}-?)[ \t]*(?=\n)/;
/** Comments that tools want at the top: "<!-- markdownlint-disable -->". */
const COMMENTS = /^(?:[ \t]*\n|<!--(?:(?!-->)[\s\S]){0,2000}-->[ \t]*\n)+(?=---[ \t]*\n)/;
/** Lines of comments as YAML has them, which markdown takes for a heading. */
const YAML_COMMENTS = /^(?:#[ \t][^\n]*\n)+(?=---\n[a-z])/;
const CLOSING = /^-{3,}[ \t]*$/;
const KEY_LINE = /^[\w.-]+:(?:\s|$)/;
const DATA_LINE = /^(?:[\w.-]+:(?:\s|$)|\s+\S|- |#|\s*$)/;
/** A line of hyphens that is longer than a fence. */
const LONG_FENCE = /^-{4,}[ \t]*$/;

/** Whether only `key: value` lines stand from a place up to the next fence, one of them at least. */
function isDataToFence(text: string, from: number): boolean {
  const lines = text.slice(from).split("\n");
  const end = lines.findIndex((line) => line.trimEnd() === "---");
  const inside = lines.slice(0, Math.max(end, 0));
  return inside.some((line) => KEY_LINE.test(line)) && inside.every((line) => DATA_LINE.test(line));
}

/** The line that closes frontmatter where it is longer than a fence, and whether data go on below it. */
export function longFence(
  text: string,
  closing: number,
): { readonly start: number; readonly end: number; readonly isWithin: boolean } | null {
  const end = lineEnd(text, closing);
  if (!LONG_FENCE.test(text.slice(closing, end))) return null;
  return { start: closing, end, isWithin: isDataToFence(text, end + 1) };
}

const ODD_CLOSING = /^(?:-{4,}|--|[‐-―−]{1,3}-?)[ \t]*$/;

/**
 * The line that was to close frontmatter and is no fence: `----`, `--`, or what an editor makes of
 * hyphens, behind `key: value` lines alone. Null where there is none.
 */
export function oddClosing(text: string): { readonly start: number; readonly end: number } | null {
  let keys = 0;
  for (let at = lineEnd(text, 0) + 1; at < text.length; at = lineEnd(text, at) + 1) {
    const line = text.slice(at, lineEnd(text, at));
    if (ODD_CLOSING.test(line)) return keys > 0 ? { start: at, end: at + line.length } : null;
    if (!DATA_LINE.test(line)) return null;
    if (KEY_LINE.test(line)) keys += 1;
  }
  return null;
}

/** One line with a colon between two rules may be prose. */
const FEWEST_KEYS = 2;

/**
 * Frontmatter below blank lines, indented, or between longer lines than `---`, which few tools read as
 * such; null where a text does not begin so. Two lines of hyphens with `key: value` lines alone
 * between them are no thematic breaks.
 */
export function misplacedFrontmatter(text: string): Misplaced | null {
  const comments = COMMENTS.exec(text)?.[0];
  const lines = YAML_COMMENTS.exec(text)?.[0];
  const behind = comments ?? lines;
  const opening =
    behind === undefined ? MISPLACED_OPENING.exec(text)?.[0] : text.slice(0, behind.length + 3);
  if (opening === undefined) return null;
  let at = lineEnd(text, opening.length) + 1;
  let keys = 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (CLOSING.test(line)) {
      return keys < FEWEST_KEYS
        ? null
        : {
            start: opening.length,
            closing: at,
            bodyOffset: Math.min(end + 1, text.length),
            isBehindComment: behind !== undefined && behind.trim() !== "",
          };
    }
    // Between two breaks of the page stand paragraphs; with a line right above the last there are none.
    if (behind !== undefined && line.trim() === "") return null;
    if (!DATA_LINE.test(line)) return null;
    if (KEY_LINE.test(line)) keys += 1;
    at = end + 1;
  }
  return null;
}

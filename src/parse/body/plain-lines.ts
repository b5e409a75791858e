import type { RootContent } from "mdast";
import type { Stretch } from "./plain-inline.ts";

/** One block, and the line that follows it. */
export interface PlainBlock {
  readonly node: RootContent;
  readonly next: Stretch | null;
}

/** A cursor over the lines of a text. */
export interface Lines {
  readonly text: string;
  readonly lineAt: (start: number, line: number) => Stretch | null;
  readonly after: (stretch: Stretch) => Stretch | null;
  readonly written: (stretch: Stretch) => string;
}

/** The lines of a text; there is none after a last line end. */
export function linesOf(text: string): Lines {
  const lineAt = (start: number, line: number): Stretch | null => {
    if (start >= text.length) return null;
    const found = text.indexOf("\n", start);
    return { start, end: found === -1 ? text.length : found, line, lineStart: start };
  };
  return {
    text,
    lineAt,
    after: ({ end, line }) => lineAt(end + 1, line + 1),
    written: ({ start, end }) => text.slice(start, end),
  };
}

/** Whether a line holds nothing but spaces. */
export function isBlank(text: string): boolean {
  return /^ *$/.test(text);
}

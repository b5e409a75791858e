import type { RootContent } from "mdast";
import type { Source, Stretch } from "./plain-inline.ts";

/** One block, and the line that follows it. */
export interface PlainBlock {
  readonly node: RootContent;
  readonly next: Stretch | null;
  /** Whether it is a list that goes on there. */
  readonly isOpen?: boolean;
}

/** A cursor over the lines of a text. */
export interface Lines {
  readonly source: Source;
  readonly lineAt: (start: number, line: number) => Stretch | null;
  readonly after: (stretch: Stretch) => Stretch | null;
  readonly written: (stretch: Stretch) => string;
}

/** The lines of a text; there is none after a last line end. */
export function linesOf(source: Source): Lines {
  const { text } = source;
  const lineAt = (start: number, line: number): Stretch | null => {
    if (start >= text.length) return null;
    const found = text.indexOf("\n", start);
    return { start, end: found === -1 ? text.length : found, line, lineStart: start };
  };
  return {
    source,
    lineAt,
    after: ({ end, line }) => lineAt(end + 1, line + 1),
    written: ({ start, end }) => text.slice(start, end),
  };
}

/** Whether a line holds nothing but spaces. */
export function isBlank(text: string): boolean {
  return /^ *$/.test(text);
}

/** The lines behind another that are indented by so many spaces, without them, up to a blank line. */
export function linesWithin(lines: Lines, indent: number): Lines {
  const spaces = " ".repeat(indent);
  return {
    ...lines,
    after: (stretch) => {
      const next = lines.after(stretch);
      const written = next ? lines.written(next) : "";
      if (!next || !written.startsWith(spaces) || isBlank(written)) return null;
      return { ...next, start: next.start + indent };
    },
  };
}

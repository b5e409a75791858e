import { joinParts, type TextView } from "./text-view.ts";

/** Fewer columns of indent make no code of a text. */
const LEAST_INDENT = 4;
/** Fewer lines may be code and nothing else. */
const LEAST_LINES = 8;

/** How many blanks each line with something in it begins with at least. */
function commonIndent(lines: readonly string[]): number {
  const said = lines.filter((line) => line.trim() !== "");
  if (said.length < LEAST_LINES) return 0;
  return Math.min(...said.map((line) => /^ */.exec(line)?.[0].length ?? 0));
}

/**
 * A document without the indent that all of its lines have, as one that is pasted from a mail or a
 * terminal: markdown would take it for code. Null where a line has less.
 */
export function withoutCommonIndent(text: string): TextView | null {
  if (!/^\s*\n? {4}/.test(text)) return null;
  const lines = text.split("\n");
  const indent = commonIndent(lines);
  if (indent < LEAST_INDENT) return null;
  let at = 0;
  const parts = lines.flatMap((line, index) => {
    const cut = Math.min(indent, line.length);
    const said = { text: line.slice(cut), at: at + cut };
    const end = { text: index < lines.length - 1 ? "\n" : "", at: at + line.length };
    at += line.length + 1;
    return [said, end];
  });
  return joinParts(parts);
}

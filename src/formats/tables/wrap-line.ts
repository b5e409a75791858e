import { textWidth } from "./text-width.ts";

/** Room that a text below an indentation needs to be read. */
const LEAST_ROOM = 24;

/** The column at which a line goes on below itself: behind its last gap, as in a list of commands, or where it begins, behind the number of a step. */
function hangingColumn(line: string, width: number): number {
  const begin = /^ *(?:\d+\. )?/.exec(line)?.[0].length ?? 0;
  const gap = [...line.slice(begin).matchAll(/\S {2,}(?=\S)/g)].at(-1);
  const behind = gap === undefined ? begin : begin + gap.index + gap[0].length;
  return behind <= width - LEAST_ROOM ? behind : begin;
}

/**
 * A line of a message, broken at blanks so that it fits `width` terminal columns; null for no bound. A
 * word is never broken: what somebody copies, such as a path or a command, stays whole.
 */
export function wrapLine(line: string, width: number | null): string {
  if (width === null || textWidth(line) <= width) return line;
  const indent = " ".repeat(hangingColumn(line, width));
  const lines: string[] = [];
  let current = "";
  for (const part of line.trimEnd().split(/(?<=\S)(?= )/)) {
    const isFirst = current === "";
    if (!isFirst && textWidth(current + part) > width) {
      lines.push(current);
      current = indent + part.trimStart();
    } else current += part;
  }
  return [...lines, current].join("\n");
}

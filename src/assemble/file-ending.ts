import type { LineIndex } from "../core/places/line-index.ts";
import type { Problem } from "../core/problem.ts";

const BLANKS = " \t\r\n";

/** Where the last line ends without the blanks of markdown; other kinds of blanks are content to it. */
function contentEnd(text: string): number {
  let end = text.length;
  while (end > 0 && BLANKS.includes(text.charAt(end - 1))) end -= 1;
  return end;
}

/** What is wrong with the end of a file: it is one line end, with nothing blank before it. */
export function endingProblems(text: string, lines: LineIndex): readonly Problem[] {
  const end = contentEnd(text);
  if (end === 0 || (end === text.length - 1 && text.endsWith("\n"))) return [];
  const range = lines.rangeAt(end, text.length);
  return [
    { kind: "file-ending", isMissing: end === text.length, range, fix: [{ range, text: "\n" }] },
  ];
}

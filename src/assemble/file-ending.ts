import type { LineIndex } from "../core/line-index.ts";
import type { Problem } from "../core/problem.ts";

/** What is wrong with the end of a file: it is one line end, with nothing blank before it. */
export function endingProblems(text: string, lines: LineIndex): readonly Problem[] {
  const content = text.trimEnd();
  if (content === "" || text === `${content}\n`) return [];
  const range = lines.rangeAt(content.length, text.length);
  const isMissing = text === content;
  return [{ kind: "file-ending", isMissing, range, fix: [{ range, text: "\n" }] }];
}

import type { LineIndex } from "../core/line-index.ts";
import type { Problem } from "../core/postmortem.ts";

/** What is wrong with the end of a document: it is one line end, with nothing blank before it. */
export function documentEndProblems(text: string, lines: LineIndex): readonly Problem[] {
  const content = text.trimEnd();
  if (content === "" || text === `${content}\n`) return [];
  const range = lines.rangeAt(content.length, text.length);
  const message =
    text === content
      ? "Missing line end at the end of the document"
      : "Unexpected blanks at the end of the document, expected one line end";
  const hint = "pm lint --fix corrects it.";
  return [{ ruleId: "document-end", message, hint, range, fix: [{ range, text: "\n" }] }];
}

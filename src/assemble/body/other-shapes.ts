import type { LineIndex } from "../../core/places/line-index.ts";
import { FILE_START } from "../../core/position.ts";
import type { Problem } from "../../core/problem.ts";
import { isWikiText } from "../../parse/body/wiki-lines.ts";
import { mergeMarksIn } from "../../parse/merge-marks.ts";

/** Marks of a merge conflict that are left in the body, which begins at an offset. */
export function conflictMarks(
  text: string,
  bodyOffset: number,
  lines: LineIndex,
): readonly Problem[] {
  const body = text.slice(bodyOffset);
  if (!body.includes("<<<<<<<")) return [];
  return mergeMarksIn(body).map(([start, end]) => {
    return { kind: "merge-mark", range: lines.rangeAt(bodyOffset + start, bodyOffset + end) };
  });
}

/** That a file is in the markup of Jira and Confluence, of which a part is read; else nothing. */
export function wikiMarkup(text: string): readonly Problem[] {
  return isWikiText(text) ? [{ kind: "wiki-text", range: FILE_START }] : [];
}

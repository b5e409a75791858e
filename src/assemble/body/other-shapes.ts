import type { LineIndex } from "../../core/line-index.ts";
import { FILE_START } from "../../core/position.ts";
import type { Problem } from "../../core/problem.ts";
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

const WIKI_HEADING = /^h[1-6]\. \S.*$/gm;
const MARKDOWN_HEADING = /^#{1,6} \S/m;
/** One such line may be a sentence. */
const LEAST_HEADINGS = 2;

/** That a file is in the markup of Jira and Confluence, of which nothing is read; else nothing. */
export function wikiMarkup(text: string): readonly Problem[] {
  if (!text.includes("h1. ") && !text.includes("h2. ") && !text.includes("h3. ")) return [];
  const headings = text.match(WIKI_HEADING) ?? [];
  if (headings.length < LEAST_HEADINGS || MARKDOWN_HEADING.test(text)) return [];
  return [{ kind: "wiki-text", range: FILE_START }];
}

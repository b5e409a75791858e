import type { Problem } from "../../core/problem.ts";
import type { Text } from "../../parse/body/body.ts";

/** The mark, to the end of its line. */
const MARK = /^\s*unverified\b[^\n]*/iu;

/** Comments that hold what a language model drafted (`pm new --draft`), until somebody has checked it. */
export function unverifiedSentences(comments: readonly Text[]): readonly Problem[] {
  return comments
    .filter(({ text }) => MARK.test(text))
    .map(({ text, range }) => {
      const sentence = text.replace(MARK, "").replace(/\s+/g, " ").trim();
      return { kind: "unverified", text: sentence.replace(/^- /u, ""), range };
    });
}

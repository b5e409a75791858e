import type { ViewPart } from "./text-view.ts";

/** A line of facts that a tracker's command line prints, of an issue or of a comment: "author:<tab>jo". */
const FACT = /^[a-z]+:\t/;
const TITLE = "title:\t";
const RULE = "--";

/**
 * What the lines become of an issue that a tracker's command line printed into a file, as `gh issue view`
 * does: facts with tabs, a rule of two hyphens, the text, and for each comment facts, a rule and its text.
 * A rule would make a heading of what stands above it. The comments stand below a heading of their own.
 */
export function issueViewLines(
  lines: readonly string[],
  starts: readonly number[],
): ReadonlyMap<number, readonly ViewPart[]> {
  const found = new Map<number, readonly ViewPart[]>();
  // Blank lines stand above it where a frontmatter was written.
  const top = lines.findIndex((line) => line.trim() !== "");
  const first = lines[top] ?? "";
  if (!first.startsWith(TITLE)) return found;
  const at = (index: number) => starts[index] ?? 0;
  found.set(top, [
    { text: "# ", at: at(top), isPutIn: true },
    { text: first.slice(TITLE.length), at: at(top) + TITLE.length },
  ]);
  let isCommented = false;
  lines.forEach((line, index) => {
    if (line === RULE) {
      found.set(index, [{ text: "", at: at(index), isPutIn: true }]);
      return;
    }
    const isComment = lines[index - 1] === RULE && line.startsWith("author:\t");
    if (!isComment || isCommented || !FACT.test(lines[index + 1] ?? "")) return;
    isCommented = true;
    found.set(index, [
      { text: "## Comments\n\n", at: at(index), isPutIn: true },
      { text: line, at: at(index) },
    ]);
  });
  return found;
}

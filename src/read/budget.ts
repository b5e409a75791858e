/** What a document may have: many times what any postmortem has, and read within seconds. */
const MOST_LINES = 100_000;
const MOST_FRONTMATTER_LINES = 20_000;
const MOST_MARKS = 5_000;

/** What may be markup, or a bracket: readers look for the other half of each. */
const MARKS = new Uint8Array(128);
for (const mark of "*_[](){}<>`~!@&^\\") MARKS[mark.charCodeAt(0)] = 1;
/** A line that begins a paragraph of its own: an item of a list, a row, a heading. */
const OWN_PARAGRAPH = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|\||#)/;
const FENCE = /^\s*(```|~~~)/;

function number(value: number): string {
  return value.toLocaleString("en");
}

function marksIn(text: string): number {
  let marks = 0;
  // Codes beyond the table are no marks.
  for (let at = 0; at < text.length; at += 1) marks += MARKS[text.charCodeAt(at)] ?? 0;
  return marks;
}

/** Whether a paragraph outside fenced code has more marks than are read. */
function hasTooManyMarks(lines: readonly string[]): boolean {
  let marks = 0;
  let fence: string | null = null;
  for (const line of lines) {
    const [, opened] = FENCE.exec(line) ?? [];
    if (fence !== null || opened !== undefined) {
      if (fence === null) fence = opened ?? null;
      else if (fence === opened) fence = null;
      marks = 0;
      continue;
    }
    if (line.trim() === "" || OWN_PARAGRAPH.test(line)) marks = 0;
    marks += marksIn(line);
    if (marks > MOST_MARKS) return true;
  }
  return false;
}

/**
 * What a document has more of than is read, in words; null for any other. Readers of markdown take
 * the square of the marks in a paragraph, so that a few KB of them would take minutes.
 */
export function excessOf(text: string): string | null {
  // Most texts have fewer characters than any of these.
  if (text.length <= Math.min(MOST_LINES, MOST_FRONTMATTER_LINES, MOST_MARKS)) return null;
  const lines = text.split("\n");
  if (lines.length > MOST_LINES) return `more than ${number(MOST_LINES)} lines`;
  const isFenced = lines[0] === "---" || lines[0] === "+++";
  const closing = isFenced ? lines.indexOf(lines[0] ?? "", 1) : -1;
  if (closing > MOST_FRONTMATTER_LINES) {
    return `more than ${number(MOST_FRONTMATTER_LINES)} lines of frontmatter`;
  }
  if (marksIn(text) <= MOST_MARKS || !hasTooManyMarks(lines.slice(closing + 1))) return null;
  return `more than ${number(MOST_MARKS)} marks such as * or [ in one paragraph`;
}

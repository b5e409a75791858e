import type { Edit } from "./edit.ts";

const WINDOWS_LINE_END = "\r\n";

/** Edits in the order of their places; of two that overlap only the first. */
function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  let end = -1;
  const ordered = edits.toSorted(
    (a, b) =>
      a.range.start.offset - b.range.start.offset || a.range.end.offset - b.range.end.offset,
  );
  for (const edit of ordered) {
    const { start } = edit.range;
    if (start.offset < end || (start.offset === end && kept.at(-1)?.range.start.offset === end)) {
      continue;
    }
    kept.push(edit);
    end = edit.range.end.offset;
  }
  return kept;
}

/** Turns an offset into the text with `\n` line ends to one into the text as it is in the file. */
function originalOffsets(text: string): (offset: number) => number {
  const shortened: number[] = [];
  for (
    let at = text.indexOf(WINDOWS_LINE_END);
    at !== -1;
    at = text.indexOf(WINDOWS_LINE_END, at + 2)
  ) {
    shortened.push(at - shortened.length);
  }
  return (offset) => offset + shortened.filter((lineEnd) => lineEnd < offset).length;
}

/**
 * The text with the edits made; where two overlap, the later is left out. Every character that no
 * edit covers stays as it is, line ends included.
 * @param text as it is in the file; `\r\n` and `\r` count as one character in the edits' ranges.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const at = originalOffsets(text);
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  let result = "";
  let done = 0;
  for (const { range, text: replacement } of withoutOverlaps(edits)) {
    result += text.slice(done, at(range.start.offset));
    result += replacement.replaceAll("\n", lineEnd);
    done = at(range.end.offset);
  }
  return result + text.slice(done);
}

import type { leaderLines } from "../../src/parse/body/leader-lines.ts";

/** Lines as a reader of lines would have them parsed, where none of them is code; those that it leaves alone as they are. */
export function rewritten(lines: readonly string[], reader: typeof leaderLines): readonly string[] {
  const starts = lines.map((_, index) => index * 100);
  const isCode = lines.map(() => false);
  const found = reader(lines, starts, isCode);
  return lines.map((line, index) => {
    const parts = found.get(index)?.map(({ text }) => text);
    return parts?.join("") ?? line;
  });
}

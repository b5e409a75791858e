import { distance } from "fastest-levenshtein";

/** Whether two texts of one length differ only in two neighbours that changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = Array.from({ length: a.length }, (_, index) => index).find((i) => a[i] !== b[i]) ?? 0;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** How many letters of a word were left out, added or mistaken; two that changed places are one. */
export function typingErrors(written: string, meant: string): number {
  const edits = distance(written, meant);
  return edits === 2 && isSwap(written, meant) ? 1 : edits;
}

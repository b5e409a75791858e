import type { Source } from "./postmortem.ts";

/** Where a value stands, in words. */
export function placeOf({ origin, range }: Source): string {
  if (origin === "file") return "file name";
  const part = origin === "body" ? "body" : "frontmatter";
  return `${part}, line ${range.start.line}`;
}

/** How a value was come by, and that it is doubtful where it is. */
export function mannerOf({ how, confidence, unsure }: Source): string {
  const doubt = unsure === undefined ? "" : `: ${unsure} unsure`;
  return confidence === "low" ? `${how}, low confidence${doubt}` : how;
}

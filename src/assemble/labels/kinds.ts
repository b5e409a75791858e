import type { SectionKind } from "../../core/document/body-parts.ts";

/** Where a document speaks of itself, and not of what happened or is to be done. */
export const KINDS: ReadonlySet<SectionKind | null> = new Set([
  null,
  "summary",
  "date",
  "impact",
  "detection",
  "stats",
  "people",
  "cause",
]);

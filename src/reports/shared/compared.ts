import { counted } from "../../core/counted.ts";
import type { Query } from "../define.ts";
import type { Selection } from "./selection.ts";
import { LEVEL, type ShareChange } from "./share-change.ts";
import { percent } from "./words.ts";

/** Whether another window was asked for to compare with. */
export function isCompared({ window }: Query): boolean {
  return window.reference !== undefined;
}

/** What a comparison that was asked for rests on; nothing where none was. */
export function comparedNotes(
  query: Query,
  { base, priorBase }: Selection,
  changes: readonly (Pick<ShareChange, "rows"> | null)[],
  where = "in each window",
): readonly string[] {
  if (!isCompared(query) || priorBase === null) return [];
  if (base.length === 0 || priorBase.length === 0) {
    return ["Nothing can be compared: one of the two windows holds no incident."];
  }
  const rows = changes.find((change) => change !== null)?.rows ?? 0;
  if (rows === 0) return [];
  return [
    `Compared: ${counted(rows, "row")}. Rising and falling hold for all rows together: if nothing changed, at most ${percent(LEVEL)} of reports name any. Incidents it takes: ${where}, to find such a difference in 4 of 5 cases.`,
  ];
}

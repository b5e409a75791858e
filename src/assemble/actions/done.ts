import type { Fact } from "../../core/postmortem.ts";
import type { Text } from "../../parse/body/body.ts";
import { cellFact, type Cells, stated } from "../sections/cells.ts";
import { readWrittenDate, resolveDate } from "../written/dates.ts";
import { type ActionContext, dateFact } from "./due.ts";

/**
 * When an action was done: in a place of its own, or beside its state ("done 2026-04-20").
 * @param marks what stands beside the title
 */
export function doneDate(
  cells: Cells,
  status: Fact<string> | null,
  marks: Text,
  context: ActionContext,
): Fact<string> | null {
  const { vocabulary } = context;
  const own = dateFact(cellFact(cells, "done"), context);
  if (own || status?.value !== "done") return own;
  for (const { text, range } of [cells.get("status") ?? marks, marks]) {
    const found = readWrittenDate(text, vocabulary.months, null);
    const day = found && resolveDate(found.date, null);
    if (day) return stated(day.toString(), range);
  }
  return null;
}

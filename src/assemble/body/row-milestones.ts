import { inDoubt, isExact } from "../../core/document/fact.ts";
import type { Fact, Postmortem } from "../../core/postmortem.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import { isClear } from "../times/beside-rows.ts";
import type { BodyTimes, LabelledMilestones } from "../times/body-times.ts";

/**
 * The rows' start, in doubt where the document's date has an earlier time of day; that time where a row
 * has it, or no row tells a start.
 */
export function withTimeOfDate(
  inRows: Postmortem["timelineMilestones"],
  dateAndTime: Fact<number> | null,
  timeline: Postmortem["timeline"],
): { readonly inRows: Postmortem["timelineMilestones"]; readonly started: Fact<number> | null } {
  const row = inRows.started;
  if (!dateAndTime) return { inRows, started: null };
  const isRow = timeline?.rows.some(
    ({ at }) => at !== null && Math.abs(at - dateAndTime.value) < MS_PER_MINUTE,
  );
  const isLater = row && isExact(row) && row.value - dateAndTime.value >= MS_PER_MINUTE;
  const isOpen = row?.source.confidence === "low" && isRow === true;
  if (row && isLater !== true && !isOpen) return { inRows, started: null };
  const isSure = isRow === true && isClear(dateAndTime) && !isClear(row);
  const started = isSure ? dateAndTime : inDoubt(dateAndTime);
  return { inRows: row ? { ...inRows, started: inDoubt(row) } : inRows, started };
}

/**
 * The rows with their detection in doubt where it is read at the very start and the incident was declared
 * later; and the declaration as the detection where nothing else tells one.
 */
export function withDeclared(
  inRows: Postmortem["timelineMilestones"],
  { times, declared }: LabelledMilestones,
): { readonly inRows: Postmortem["timelineMilestones"]; readonly detected: BodyTimes } {
  const row = inRows.detected;
  if (!declared || !isExact(declared)) return { inRows, detected: {} };
  if (!row) return { inRows, detected: { detected: declared } };
  const start = times.started ?? inRows.started;
  const isAtStart = start !== undefined && Math.abs(row.value - start.value) < MS_PER_MINUTE;
  const isLater = declared.value - row.value >= MS_PER_MINUTE;
  const isOpen = row.source.how === "inferred" && isAtStart && isLater;
  return { inRows: isOpen ? { ...inRows, detected: inDoubt(row) } : inRows, detected: {} };
}

import { inDoubt, isExact } from "../../core/document/fact.ts";
import type { EpochMs, Fact, Postmortem, Timeline } from "../../core/postmortem.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import { SAME_TIME_MS } from "../../core/time/same-time.ts";
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

/** Whether a row stands well before an instant. */
function isAfterRow(at: EpochMs, timeline: Timeline | null): boolean {
  return timeline?.rows.some((row) => row.at !== null && at - row.at > SAME_TIME_MS) === true;
}

/**
 * The start that a time or a span beside the date tells, in doubt where rows tell an earlier one, which comes before it
 * where it is clear, or stand before it and tell none: the span may be that of the work on the incident.
 */
export function startBesideDate(
  { startOfDate: stated }: LabelledMilestones,
  { started: row }: BodyTimes,
  timeline: Timeline | null,
): BodyTimes {
  if (!stated) return {};
  if (!row || !isExact(row))
    return isAfterRow(stated.value, timeline) ? { started: inDoubt(stated) } : {};
  if (stated.value - row.value <= SAME_TIME_MS) return {};
  return { started: inDoubt(isClear(row) ? row : stated) };
}

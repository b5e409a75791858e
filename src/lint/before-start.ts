import type { Postmortem } from "../core/postmortem.ts";
import { isCalendarDate } from "../core/time/calendar.ts";
import { MS_PER_DAY } from "../core/time/milliseconds.ts";
import { contradictedMilestones } from "./milestone-contradictions.ts";

/** A date may be that of another zone, or of a plan that the incident only made public. */
const LEEWAY_DAYS = 7;

/** Whether a date lies so long before the start of an incident that it is a slip of the pen. */
export function isBeforeStart(date: string, postmortem: Postmortem): boolean {
  const { started, resolved } = postmortem.milestones;
  if (started === null || !isCalendarDate(date)) return false;
  if (Date.parse(`${date}T00:00Z`) >= started.value - LEEWAY_DAYS * MS_PER_DAY) return false;
  // Then the start itself is probably wrong, which is reported.
  const isOdd = resolved !== null && resolved.value < started.value;
  return !isOdd && !contradictedMilestones(postmortem).has("started");
}

import { Temporal } from "temporal-polyfill";
import { type EpochMs, type Fact, MILESTONES, type Postmortem } from "../../core/postmortem.ts";
import { isSameTime } from "../../core/time/same-time.ts";
import type { BodyTimes } from "../times/body-times.ts";
import type { LocalTime } from "./local-times.ts";

/** What a body tells of times. */
type InBody = Pick<Postmortem, "timeline" | "timelineMilestones"> & { readonly times: BodyTimes };

/** A local time as if it were of UTC. */
function inUtc(local: string): EpochMs | null {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime("UTC").epochMilliseconds;
  } catch {
    return null;
  }
}

function isSure(fact: Fact<EpochMs> | undefined): fact is Fact<EpochMs> {
  return (
    fact?.source.how === "stated" && fact.source.confidence !== "low" && !fact.source.precision
  );
}

/**
 * Whether what a body tells refutes that a time of the frontmatter is meant in the zone of the timeline: the
 * milestone stands elsewhere there; or no row has that time, and one has it as UTC.
 */
export function isRefuted(
  { path: [within, name] }: Pick<LocalTime, "path">,
  local: string,
  at: EpochMs,
  { timeline, timelineMilestones, times }: InBody,
): boolean {
  const milestone = MILESTONES.find((one) => one === name);
  if (within !== "times" || milestone === undefined) return false;
  const named = [timelineMilestones[milestone], times[milestone]].find(isSure);
  if (named) return !isSameTime(named.value, at);
  const other = inUtc(local);
  const rows = (timeline?.rows ?? []).flatMap((row) => row.at ?? []);
  return (
    other !== null &&
    !rows.some((row) => isSameTime(row, at)) &&
    rows.some((row) => isSameTime(row, other))
  );
}

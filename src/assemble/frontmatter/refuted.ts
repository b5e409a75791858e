import { Temporal } from "temporal-polyfill";
import { type EpochMs, type Fact, MILESTONES, type Postmortem } from "../../core/postmortem.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import type { BodyTimes } from "../times/body-times.ts";
import type { LocalTime } from "./local-times.ts";

/** Minutes between two statements of one time that are no contradiction. */
const TOLERANCE_MS = 5 * MS_PER_MINUTE;

/** What a body tells of times. */
type InBody = Pick<Postmortem, "timeline" | "timelineMilestones"> & { readonly times: BodyTimes };

function isNear(one: EpochMs, other: EpochMs): boolean {
  return Math.abs(one - other) <= TOLERANCE_MS;
}

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
  if (named) return !isNear(named.value, at);
  const other = inUtc(local);
  const rows = (timeline?.rows ?? []).flatMap((row) => row.at ?? []);
  return (
    other !== null && !rows.some((row) => isNear(row, at)) && rows.some((row) => isNear(row, other))
  );
}

import type { EpochMs, Postmortem } from "../../core/postmortem.ts";
import {
  type Period,
  periodName,
  periodsBetween,
  periodStart,
  type Step,
} from "../../core/time/periods.ts";
import type { Query } from "../define.ts";

/** How time is cut: as asked for, or as finely as the span of time allows. */
export const CUTS = ["auto", "month", "quarter", "year"] as const;
export type Cut = (typeof CUTS)[number];

/** The most periods that counts are cut into, and medians, which need more incidents each. */
const MOST_COUNTED = 24;
const MOST_MEASURED = 12;

/** When an incident started; selected incidents always have a start. */
export function startOf({ milestones }: Postmortem): EpochMs {
  return milestones.started?.value ?? 0;
}

/** When an incident started; null where only the day is known, or nothing. */
export function exactStart({ milestones: { started } }: Postmortem): EpochMs | null {
  return started && started.source.precision !== "day" ? started.value : null;
}

/** The stretch that figures over time cover: the window, or from the first incident's month on. */
export function spanOf(incidents: readonly Postmortem[], { window, timeZone }: Query) {
  const [first] = incidents;
  const open = first ? periodStart(startOf(first), "month", timeZone) : window.until;
  return { since: window.since ?? open, until: window.until };
}

/** The periods of the window; none where there is no incident. */
export function periodsOf(
  incidents: readonly Postmortem[],
  query: Query,
  step: Step,
): readonly Period[] {
  if (incidents.length === 0) return [];
  const { since, until } = spanOf(incidents, query);
  return periodsBetween(since, until, step, query.timeZone);
}

function finest(
  incidents: readonly Postmortem[],
  query: Query,
  steps: readonly Step[],
  most: number,
) {
  return steps.find((step) => periodsOf(incidents, query, step).length <= most) ?? "year";
}

/** The step in which incidents are counted. */
export function countStep(incidents: readonly Postmortem[], query: Query, cut: Cut): Step {
  if (cut !== "auto") return cut;
  return finest(incidents, query, ["month", "quarter"], MOST_COUNTED);
}

/** The step in which durations are summarised. */
export function durationStep(incidents: readonly Postmortem[], query: Query, cut: Cut): Step {
  return cut === "auto" ? finest(incidents, query, ["quarter"], MOST_MEASURED) : cut;
}

/** How many of some incidents started in each period, as the cells of a series. */
export function seriesOf(
  some: readonly Postmortem[],
  periods: readonly Period[],
  step: Step,
  timeZone: string,
): readonly string[] {
  const names = some.map((incident) => periodName(startOf(incident), step, timeZone));
  return periods.map(({ name }) => String(names.filter((one) => one === name).length));
}

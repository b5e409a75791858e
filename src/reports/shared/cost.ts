import { phaseDuration } from "../../core/durations.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { stratifiedHodgesLehmann, type Stratum } from "../../statistics/hodges-lehmann.ts";
import { groupByEach, NOT_STATED } from "./grouping.ts";

const MS_PER_YEAR = 365.25 * 86_400_000;

/** By how many minutes diagnosis took longer where a gap was; an association, no proof. */
export interface Cost {
  /** Per incident with the gap; null where nothing can be compared. */
  readonly minutes: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How often such bounds hold. */
  readonly coverage: number | null;
  /** Incidents with the gap and a time that were compared. */
  readonly of: number;
  /** Incidents with the gap a year. */
  readonly perYear: number;
}

function minutesOf(incidents: readonly Postmortem[]): readonly number[] {
  return incidents.flatMap((incident) => phaseDuration(incident, "diagnose")?.value ?? []);
}

function bySeverity(incidents: readonly Postmortem[]) {
  return groupByEach(incidents, ({ severity }) => [severity?.value ?? NOT_STATED]);
}

/**
 * What a gap costs: the Hodges–Lehmann difference of the minutes to diagnose of incidents with it and
 * of those without, compared only within a severity.
 * @param years how long the incidents were collected
 */
export function costOf(
  affected: readonly Postmortem[],
  others: readonly Postmortem[],
  years: number,
): Cost {
  const without = bySeverity(others);
  const strata = Array.from(bySeverity(affected), ([severity, some]): Stratum => {
    return { group: minutesOf(some), reference: minutesOf(without.get(severity) ?? []) };
  });
  const shift = stratifiedHodgesLehmann(strata);
  return {
    minutes: shift?.estimate ?? null,
    low: shift?.interval?.low ?? null,
    high: shift?.interval?.high ?? null,
    coverage: shift?.interval?.coverage ?? null,
    of: shift?.groupCount ?? 0,
    perYear: years > 0 ? affected.length / years : 0,
  };
}

/** The years that a window covers: from its beginning, or from its first incident. */
export function yearsOf(
  incidents: readonly Postmortem[],
  { since, until }: { readonly since: number | null; readonly until: number },
): number {
  const starts = incidents.flatMap(({ milestones }) => milestones.started?.value ?? []);
  const from = since ?? Math.min(until, ...starts);
  return Math.max(0, until - from) / MS_PER_YEAR;
}

import type { Postmortem } from "../../core/postmortem.ts";
import { isHiddenGroup, UNLISTED } from "../../core/settings/stand-in-names.ts";
import { phaseMinutes } from "../../core/time/durations.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import { stratifiedHodgesLehmann, type Stratum } from "../../statistics/hodges-lehmann.ts";
import { groupByEach, NOT_STATED, uniqueTexts } from "./grouping.ts";

const MS_PER_YEAR = 365.25 * MS_PER_DAY;

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
  /** Incidents with the gap and a time that have none without it to be compared with. */
  readonly leftOut: number;
  /** Within what incidents were compared; null where none could be. */
  readonly within: "severity" | "severity and service" | null;
  /** Incidents with the gap a year. */
  readonly perYear: number;
}

function severityOf({ severity }: Postmortem): string {
  return severity?.value ?? NOT_STATED;
}

/** Severity and services: incidents of several services are alike where they name the same ones. */
function severityAndServiceOf(incident: Postmortem): string {
  const services = uniqueTexts(incident.services.map(({ value }) => value));
  return JSON.stringify([severityOf(incident), ...services]);
}

function shiftWithin(
  affected: readonly Postmortem[],
  others: readonly Postmortem[],
  stratumOf: (incident: Postmortem) => string,
) {
  const without = groupByEach(others, (one) => [stratumOf(one)]);
  const strata = Array.from(
    groupByEach(affected, (one) => [stratumOf(one)]),
    ([name, some]): Stratum => {
      return {
        group: phaseMinutes(some, "diagnose"),
        reference: phaseMinutes(without.get(name) ?? [], "diagnose"),
      };
    },
  );
  return stratifiedHodgesLehmann(strata);
}

/**
 * Whether an incident is one of a team or service that is not shown. How many incidents each service
 * has to compare would tell of these, beside the other totals.
 */
function isOfHidden({ teams, services }: Postmortem): boolean {
  return [...teams, ...services].some(({ value }) => isHiddenGroup(value) || value === UNLISTED);
}

/**
 * What a gap costs: the Hodges–Lehmann difference of the minutes to diagnose of incidents with it and
 * of those without. They are compared only within a severity; and within the same services too, where
 * that leaves at least half of the incidents with the gap and enough for an interval, and all services
 * may be shown.
 * @param years how long the incidents were collected
 */
export function costOf(
  affected: readonly Postmortem[],
  others: readonly Postmortem[],
  years: number,
): Cost {
  const timed = phaseMinutes(affected, "diagnose").length;
  const fine = [...affected, ...others].some(isOfHidden)
    ? null
    : shiftWithin(affected, others, severityAndServiceOf);
  const isEnough = fine !== null && fine.interval !== null && 2 * fine.groupCount >= timed;
  const shift = isEnough ? fine : shiftWithin(affected, others, severityOf);
  const of = shift?.groupCount ?? 0;
  return {
    minutes: shift?.estimate ?? null,
    low: shift?.interval?.low ?? null,
    high: shift?.interval?.high ?? null,
    coverage: shift?.interval?.coverage ?? null,
    ...{ of, leftOut: timed - of },
    within: shift === null ? null : isEnough ? "severity and service" : "severity",
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

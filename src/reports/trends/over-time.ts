import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import { type Period, periodName, type Step } from "../../core/time/periods.ts";
import { compareRates } from "../../statistics/compare-rates.ts";
import { CONFIDENCE } from "../../statistics/interval.ts";
import type { Query } from "../define.ts";
import { partColumns, rateColumns } from "../shared/figures.ts";
import { countStep, type Cut, periodsOf, spanOf, startOf } from "./span.ts";

interface PeriodRow {
  readonly period: Period;
  readonly incidents: readonly Postmortem[];
}

const COLUMNS: readonly ColumnOf<PeriodRow>[] = [
  column("period", "Period", "text", 1, ({ period }) => period.name),
  column("incidents", "Incidents", "count", 1, ({ incidents }) => incidents.length),
  ...rateColumns<PeriodRow>("incidents_per_month", "Per month", 1, ({ period, incidents }) => {
    return { count: incidents.length, exposure: period.months };
  }),
  ...partColumns<PeriodRow>("incidents_with_gap", "With a gap", 2, ({ incidents }) => {
    return { part: incidents.filter(({ gaps }) => gaps.length > 0).length, of: incidents.length };
  }),
  column("months_covered", "Months covered", "number", 3, ({ period }) => period.months),
];

/** The incidents of both halves of the time, and whether they differ by more than chance. */
function halvesOf(incidents: readonly Postmortem[], query: Query) {
  const { since, until } = spanOf(incidents, query);
  const middle = (since + until) / 2;
  const later = incidents.filter((incident) => startOf(incident) >= middle).length;
  const earlier = incidents.length - later;
  const { p, direction } = compareRates(
    { count: later, exposure: 1 },
    { count: earlier, exposure: 1 },
  );
  return { earlier, later, p, direction: p > 1 - CONFIDENCE ? null : direction };
}

/** With fewer incidents, even all of them in one half show no change: 2 × 0.5^5 is more than 5 %. */
const FEWEST_FOR_CHANGE = 6;

/** How many incidents there were, and whether they became more or fewer; null for none. */
function findingOf(incidents: readonly Postmortem[], query: Query): string | null {
  if (incidents.length === 0) return null;
  if (incidents.length < FEWEST_FOR_CHANGE) {
    return `${counted(incidents.length, "incident")}, too few to show a change`;
  }
  const { direction } = halvesOf(incidents, query);
  const course =
    direction === null
      ? "no change beyond chance"
      : `${direction === "higher" ? "more" : "fewer"} recorded in the second half of the time`;
  return `${counted(incidents.length, "incident")}, ${course}`;
}

/** Whether the second half of the time had more or fewer incidents than the first, if that can be judged. */
function changeNote(incidents: readonly Postmortem[], query: Query): string {
  const { earlier, later, p, direction } = halvesOf(incidents, query);
  const halves = `${earlier} incidents in the first half of this time, ${later} in the second`;
  if (direction === null) return `${halves}: no change beyond chance.`;
  const more = direction === "higher" ? "more" : "fewer";
  return `${halves}: ${more} than chance explains (p ${p < 0.001 ? "< 0.001" : p.toFixed(3)}). Postmortems are counted: perhaps ${more} were written.`;
}

function titleOf(step: Step): string {
  return `Incidents by ${step}`;
}

/** How many incidents started in each period, and how many that says to expect. */
export function overTimeSection(
  incidents: readonly Postmortem[],
  query: Query,
  cut: Cut,
  whenEmpty: string,
): Section {
  const step = countStep(incidents, query, cut);
  const { timeZone } = query;
  const rows = periodsOf(incidents, query, step).map((period): PeriodRow => {
    const isIn = (incident: Postmortem) =>
      periodName(startOf(incident), step, timeZone) === period.name;
    return { period, incidents: incidents.filter(isIn) };
  });
  return tabulate({
    key: "over_time",
    title: titleOf(step),
    columns: COLUMNS,
    items: rows,
    finding: findingOf(incidents, query),
    // Not the rate: of a month that has only begun, chance allows any.
    chart: { kind: "series", time: "period", value: "incidents" },
    places: ({ incidents: some }) => some.map(({ path }) => ({ path, line: null })),
    whenEmpty,
    notes:
      incidents.length === 0
        ? []
        : [
            "Per month: with the exact Poisson interval of the rate. Two intervals that overlap are no change.",
            changeNote(incidents, query),
          ],
  });
}

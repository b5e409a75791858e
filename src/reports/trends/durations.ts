import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Phase, Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import { PHASE_TITLES, phaseMinutes } from "../../core/time/durations.ts";
import { minutesText } from "../../core/time/minutes-text.ts";
import { periodName } from "../../core/time/periods.ts";
import type { Query } from "../define.ts";
import { medianColumns } from "../shared/figures.ts";
import { median } from "../shared/stats.ts";
import { type Cut, durationStep, periodsOf, startOf } from "./span.ts";

const SHOWN: readonly Phase[] = ["detect", "diagnose", "resolve"];
const ALL = "(all)";

interface DurationRow {
  readonly phase: Phase;
  readonly period: string;
  readonly minutes: readonly number[];
  readonly without: number;
  /** The files of its incidents. */
  readonly paths: readonly string[];
}

const COLUMNS: readonly ColumnOf<DurationRow>[] = [
  column("phase", "Duration", "text", 1, ({ phase }) => PHASE_TITLES[phase]),
  column("period", "Period", "text", 1, ({ period }) => period),
  ...medianColumns<DurationRow>("duration", "Median", 1, ({ minutes }) => minutes),
  column("incidents_without_time", "Without a time", "count", 2, ({ without }) => without),
];

function rowOf(phase: Phase, period: string, incidents: readonly Postmortem[]): DurationRow {
  const minutes = phaseMinutes(incidents, phase);
  const paths = incidents.map(({ path }) => path);
  return { phase, period, minutes, without: incidents.length - minutes.length, paths };
}

/** The median time to diagnose of all incidents; null for no incidents. */
function findingOf(rows: readonly DurationRow[]): string | null {
  const all = rows.find(({ phase, period }) => phase === "diagnose" && period === ALL);
  const middle = all ? median(all.minutes) : null;
  if (!all) return null;
  if (middle === null) return "No time to diagnose is known";
  return `Median time to diagnose: ${minutesText(middle)} in ${counted(all.minutes.length, "incident")}`;
}

/** How long it took to detect, diagnose and resolve, in each period. */
export function durationsSection(
  incidents: readonly Postmortem[],
  query: Query,
  cut: Cut,
  whenEmpty: string,
): Section {
  const step = durationStep(incidents, query, cut);
  const periods = periodsOf(incidents, query, step);
  const within = (name: string) =>
    incidents.filter((one) => periodName(startOf(one), step, query.timeZone) === name);
  const rows = SHOWN.flatMap((phase) => [
    rowOf(phase, ALL, incidents),
    ...periods.map(({ name }) => rowOf(phase, name, within(name))),
  ]).filter(({ minutes, without }) => minutes.length + without > 0);
  return tabulate({
    key: "durations",
    title: `Time to detect, diagnose and resolve by ${step}`,
    columns: COLUMNS,
    items: rows,
    finding: findingOf(rows),
    membersOf: ({ paths }) => paths,
    whenEmpty,
    notes:
      rows.length === 0
        ? []
        : ["Medians; the interval needs six incidents, and two that overlap are no change."],
  });
}

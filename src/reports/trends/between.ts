import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { isHiddenGroup } from "../../core/settings/stand-in-names.ts";
import type { Section } from "../../core/table.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import { FEWEST_TIMES, type TimeBetweenChart, timeBetweenChart } from "../../statistics/t-chart.ts";
import type { Query } from "../define.ts";
import { groupByEach, NOT_STATED } from "../shared/grouping.ts";
import { listedBehind } from "../shared/listed-behind.ts";
import { listedLabel } from "../shared/listed-label.ts";
import { GROUP_MEANING, type Grouping } from "./groupings.ts";
import { startOf } from "./span.ts";

/** Limits are powers of roots: where times never vary, they miss them by a last digit. */
const TOLERANCE = 1e-9;
const ALL: Grouping = { name: "all", groupsOf: () => ["(all)"] };

interface ChartRow {
  readonly by: string;
  readonly group: string;
  readonly incidents: number;
  /** The files of these incidents; none for a service. */
  readonly paths: readonly string[];
  readonly days: readonly number[];
  readonly chart: TimeBetweenChart;
  /** Days from the last incident to the end of the window: at least so long until the next. */
  readonly open: number;
}

function signal({ days, chart, open }: ChartRow): string {
  const closer = days.filter((one) => one < chart.low * (1 - TOLERANCE)).length;
  const isFurther = (one: number) => one > chart.high * (1 + TOLERANCE);
  const further = [...days, open].filter(isFurther).length;
  const parts = [
    ...(closer > 0 ? [`${closer} closer than chance explains`] : []),
    ...(further > 0 ? [`${further} further apart than chance explains`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : "none";
}

const COLUMNS: readonly ColumnOf<ChartRow>[] = [
  column("by", "By", "text", 1, ({ by }) => by),
  column("group", "Group", "text", 1, ({ group }) => group, GROUP_MEANING),
  column("incidents", "Incidents", "count", 2, ({ incidents }) => incidents),
  {
    ...column<ChartRow>("days_between", "Days between", "number", 1, ({ chart }) => chart.centre),
    joined: { low: "days_between_low", high: "days_between_high" },
  },
  column("days_between_low", "Lower limit", "number", 1, ({ chart }) => chart.low),
  column("days_between_high", "Upper limit", "number", 1, ({ chart }) => chart.high),
  column("signal", "Signals", "text", 1, signal),
  column("days_since_last", "Days since the last", "number", 2, ({ open }) => open),
  column("days_between_series", "Each", "series", 3, ({ days }) =>
    days.map((one) => one.toFixed(0)),
  ),
];

function rowOf(by: string, group: string, some: readonly Postmortem[], query: Query): ChartRow[] {
  const starts = some.map(startOf).toSorted((a, b) => a - b);
  const days = starts.slice(1).map((start, at) => (start - (starts[at] ?? start)) / MS_PER_DAY);
  const chart = timeBetweenChart(days);
  const last = starts.at(-1);
  if (chart === null || last === undefined) return [];
  const open = (query.window.until - last) / MS_PER_DAY;
  const paths = listedBehind(
    by,
    some.map(({ path }) => path),
  );
  return [{ ...{ by, group, paths, days, chart, open }, incidents: some.length }];
}

/** The times between incidents of one kind, with the limits within which they vary by chance. */
export function betweenSection(
  incidents: readonly Postmortem[],
  groupings: readonly Grouping[],
  query: Query,
): Section {
  const severity: Grouping = {
    name: "severity",
    groupsOf: (incident) => [
      incident.severity
        ? listedLabel(query.taxonomy.severities, incident.severity.value)
        : NOT_STATED,
    ],
  };
  const all = [ALL, severity, ...groupings].map((grouping) => ({
    grouping,
    groups: [...groupByEach(incidents, grouping.groupsOf)].filter(
      ([name]) => name !== NOT_STATED && !isHiddenGroup(name),
    ),
  }));
  const rows = all.flatMap(({ grouping, groups }) =>
    groups
      .flatMap(([name, some]) => rowOf(grouping.name, name, some, query))
      .toSorted(compareBy((a, b) => compareText(a.group, b.group))),
  );
  const few = all.reduce((sum, { groups }) => sum + groups.length, 0) - rows.length;
  const fewest = counted(FEWEST_TIMES + 1, "incident");
  return tabulate({
    key: "between",
    title: "Time between incidents (t chart)",
    columns: COLUMNS,
    items: rows,
    membersOf: ({ paths }) => paths,
    finding:
      rows.length > 0
        ? `${rows.filter((row) => signal(row) !== "none").length} of ${counted(rows.length, "group")} came closer together or further apart than chance explains`
        : null,
    whenEmpty: `The limits of a chart need ${fewest} of one kind.`,
    notes:
      rows.length === 0
        ? []
        : [
            "Brackets: the limits within which the time varies by chance. If nothing changes, 2 to 4 in 100 charts still show a signal.",
            ...(few > 0 ? [`${counted(few, "group")} with fewer than ${fewest}: no chart.`] : []),
          ],
  });
}

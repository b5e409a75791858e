import { compareBy, compareText } from "../../core/compare.ts";
import { firstOf } from "../../core/first-of.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import { type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import { isHiddenGroup } from "../../core/settings/stand-in-names.ts";
import type { Section } from "../../core/table.ts";
import { capitalised } from "../../core/text/capitalised.ts";
import { phaseMinutes } from "../../core/time/durations.ts";
import type { Period, Step } from "../../core/time/periods.ts";
import { medianColumns, type Part, partColumns } from "../shared/figures.ts";
import { groupByEach, NOT_STATED } from "../shared/grouping.ts";
import { listedBehind } from "../shared/listed-behind.ts";
import { GROUP_MEANING, type Grouping } from "./groupings.ts";
import { seriesOf } from "./span.ts";

/** How a section over time is cut. */
export interface Axis {
  readonly step: Step;
  readonly periods: readonly Period[];
  readonly timeZone: string;
}

interface GroupRow {
  readonly by: string;
  readonly group: string;
  readonly incidents: Part;
  readonly minutes: readonly number[];
  readonly series: readonly string[];
  /** The files of its incidents; of teams and services none, for the rest would be those of small ones. */
  readonly paths: readonly string[];
}

function columnsOf(groupings: readonly Grouping[], { step }: Axis): readonly ColumnOf<GroupRow>[] {
  const [only, ...others] = groupings;
  const single = only && others.length === 0 ? only.name : null;
  const label = single ? capitalised(single) : "Group";
  return [
    ...(single ? [] : [column<GroupRow>("by", "By", "text", 1, ({ by }) => by)]),
    column("group", label, "text", 1, ({ group }) => group, GROUP_MEANING),
    ...partColumns<GroupRow>("incidents", "Incidents", 1, ({ incidents }) => incidents),
    ...medianColumns<GroupRow>("time_to_diagnose", "To diagnose, median", 2, (row) => row.minutes),
    column("incidents_over_time", `By ${step}`, "series", 2, ({ series }) => series),
  ];
}

function isNotStated(group: string): boolean {
  return group === UNKNOWN || group === NOT_STATED;
}

function compareRows({ order }: Grouping) {
  const place = (group: string) => (Array.isArray(order) ? order.indexOf(group) : 0);
  const size = ({ incidents }: GroupRow) => (order === undefined ? -incidents.part : 0);
  return compareBy<GroupRow>(
    (a, b) => Number(isNotStated(a.group)) - Number(isNotStated(b.group)),
    (a, b) => place(a.group) - place(b.group),
    (a, b) => size(a) - size(b),
    (a, b) => compareText(a.group, b.group),
  );
}

function hasGroup(incident: Postmortem, { groupsOf }: Grouping): boolean {
  return groupsOf(incident).some((name) => !isNotStated(name));
}

function rowsOf(
  grouping: Grouping,
  incidents: readonly Postmortem[],
  { periods, step, timeZone }: Axis,
): readonly GroupRow[] {
  const known = incidents.filter((one) => hasGroup(one, grouping));
  const rows = Array.from(groupByEach(incidents, grouping.groupsOf), ([group, some]): GroupRow => {
    return {
      by: grouping.name,
      group,
      incidents: { part: some.length, of: isNotStated(group) ? null : known.length },
      minutes: isHiddenGroup(group) ? [] : phaseMinutes(some, "diagnose"),
      series: seriesOf(some, periods, step, timeZone),
      paths: listedBehind(
        grouping.name,
        some.map(({ path }) => path),
      ),
    };
  });
  return rows.toSorted(compareRows(grouping));
}

/** More groups of the same size are not named. */
const MOST_NAMED = 3;

/** The largest groups of each kind, in one sentence; null where nobody states any. */
function findingOf(rows: readonly GroupRow[]): string | null {
  const kinds = groupByEach(
    rows.filter(({ incidents }) => incidents.of !== null),
    ({ by }) => [by],
  );
  const largest = Array.from(kinds, ([by, some]) => {
    const most = Math.max(...some.map(({ incidents }) => incidents.part));
    const named = some.filter(({ incidents }) => incidents.part === most);
    const groups = firstOf(
      named.map(({ group }) => group),
      MOST_NAMED,
    );
    const each = named.length > 1 ? " each" : "";
    return `${by}: ${groups}, ${most} of ${named[0]?.incidents.of ?? 0}${each}`;
  });
  return largest.length > 0 ? `Most frequent ${largest.join("; ")}` : null;
}

/** Incidents in groups, with their share of those that tell it and how long diagnosis took. */
export function groupsSection(
  spec: Pick<Section, "key" | "title" | "whenEmpty" | "notes">,
  groupings: readonly Grouping[],
  incidents: readonly Postmortem[],
  axis: Axis,
): Section {
  const stated = groupings.filter((grouping) => incidents.some((one) => hasGroup(one, grouping)));
  const unknown = groupings.filter((one) => !stated.includes(one)).map(({ name }) => name);
  const rows = stated.flatMap((grouping) => rowsOf(grouping, incidents, axis));
  const none = `No incident states: ${unknown.join(", ")}.`;
  return tabulate({
    ...spec,
    columns: columnsOf(groupings, axis),
    items: rows,
    finding: findingOf(rows),
    membersOf: ({ paths }) => paths,
    // Groups of several kinds overlap: only those of one kind compare.
    ...(groupings.length === 1
      ? {
          chart: {
            ...{ kind: "ranking", label: "group", value: "incidents_share" },
            called: "Share of incidents",
            ...{ low: "incidents_share_low", high: "incidents_share_high" },
          } as const,
        }
      : {}),
    whenEmpty: incidents.length > 0 ? none : spec.whenEmpty,
    notes: stated.length === 0 ? [] : unknown.length > 0 ? [none, ...spec.notes] : spec.notes,
  });
}

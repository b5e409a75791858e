import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import { type Phase, PHASES } from "../../core/postmortem.ts";
import type { Chart, Report } from "../../core/table.ts";
import { PHASE_TITLES } from "../../core/time/durations.ts";
import { minutesText } from "../../core/time/minutes-text.ts";
import { defineReport, type Query } from "../define.ts";
import { comparedNotes, isCompared } from "../shared/compared.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import {
  DIMENSION_LABELS,
  DURATION_DIMENSIONS,
  type DurationDimension,
  groupColumn,
  groupsOfIncident,
} from "../shared/dimensions.ts";
import { durationChangeColumns } from "../shared/duration-change.ts";
import { estimateColumns, medianColumns, medianEstimate, p90Columns } from "../shared/figures.ts";
import { listedBehind } from "../shared/listed-behind.ts";
import { durationNotes, smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import { selectIncidents, type Selection } from "../shared/selection.ts";
import { FEWEST_FOR_P90, median } from "../shared/stats.ts";
import { subtitle } from "../shared/subtitle.ts";
import { teamNotes } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";
import { extendedSection } from "./extended-diagnoses.ts";
import { type DurationRow, durationRows, withChanges } from "./rows.ts";

/** The phases within the time to resolve that people can shorten by knowing more. */
const SHARED_PHASES: readonly Phase[] = ["diagnose", "mitigate"];

const SHARE = {
  key: "share_of_time_to_resolve_median",
  label: "Share of resolving, median",
  priority: 2,
  type: "share",
  countKey: "share_of_time_to_resolve_n",
  attains: true,
} as const;

function longest(minutes: readonly number[]): number | null {
  return minutes.length > 0 ? Math.max(...minutes) : null;
}

function durationColumns(
  by: DurationDimension,
  phase: Phase,
  compared: boolean,
): readonly ColumnOf<DurationRow>[] {
  const key = `time_to_${phase}`;
  const hasShare = SHARED_PHASES.includes(phase);
  return [
    groupColumn<DurationRow>("group", DIMENSION_LABELS[by], by, ({ group }) => group),
    ...medianColumns<DurationRow>(
      key,
      "Median",
      1,
      ({ minutes }) => minutes,
      "incidents_with_time",
    ),
    column("incidents_without_time", "Without a time", "count", 2, ({ without }) => without),
    ...(compared ? durationChangeColumns<DurationRow>(key, ({ change }) => change) : []),
    ...p90Columns<DurationRow>(key, "90th percentile", 2, ({ minutes }) => minutes),
    column(`${key}_max_minutes`, "Longest", "minutes", 1, ({ minutes }) => longest(minutes)),
    ...estimateColumns<DurationRow>(SHARE, ({ shares }) => medianEstimate(hasShare ? shares : [])),
  ];
}

function durationChart(by: DurationDimension, phase: Phase): Chart {
  const [middle, high] = [`time_to_${phase}_median_minutes`, `time_to_${phase}_max_minutes`];
  const called = `Median ${PHASE_TITLES[phase].toLowerCase()}`;
  return by === "month" || by === "quarter"
    ? { kind: "series", time: "group", value: middle, high, called }
    : { kind: "distribution", label: "group", middle, high, called };
}

/** The median of all incidents; null for no incidents. */
function durationFinding([all]: readonly DurationRow[], phase: Phase): string | null {
  const middle = all ? median(all.minutes) : null;
  if (!all) return null;
  if (middle === null) return `No time to ${phase} is known`;
  const known = counted(all.minutes.length, "incident");
  if (all.minutes.length === 1) return `${known} took ${minutesText(middle)} to ${phase}`;
  return `Half of ${known} took ${minutesText(middle)} or less to ${phase}`;
}

function rowNotes(rows: readonly DurationRow[]): readonly string[] {
  const few = rows.filter(
    ({ minutes: { length } }) => length > 0 && length < FEWEST_FOR_P90,
  ).length;
  if (few === 0) return [];
  const have = verb(few, "has", "have");
  return [
    `A 90th percentile needs at least ${FEWEST_FOR_P90} incidents; ${counted(few, "row")} ${have} fewer.`,
  ];
}

const TIMES_NEEDED = "in this window, next to the other one";

/** What says how many rows were compared; null for a row that could not be. */
function comparison({ change }: DurationRow) {
  return change?.shift ? change : null;
}

function overlapNotes(query: Query, selection: Selection, by: DurationDimension) {
  const isInSeveral = (groups: readonly string[]) => new Set(groups).size > 1;
  const several = selection.incidents.filter((incident) =>
    isInSeveral(groupsOfIncident(incident, by, query)),
  ).length;
  if (several === 0) return [];
  const are = verb(
    several,
    "appears in several rows and counts",
    "appear in several rows and count",
  );
  return [`${counted(several, "incident")} ${are} in each; (all) counts every incident once.`];
}

function buildDurations(query: Query, by: DurationDimension, phase: Phase): Report {
  const selection = selectIncidents(query);
  const { incidents } = selection;
  // Each month has its own incidents: none can be compared with itself before.
  const compared = isCompared(query) && by !== "month" && by !== "quarter";
  const found = durationRows(incidents, by, phase, query);
  const rows = compared
    ? withChanges(found, [incidents, selection.prior ?? []], by, phase, query)
    : found;
  const title =
    by === "all" ? PHASE_TITLES[phase] : `${PHASE_TITLES[phase]} by ${by.replace("-", " ")}`;
  const main = tabulate({
    key: "durations",
    title,
    columns: durationColumns(by, phase, compared),
    items: rows,
    chart: durationChart(by, phase),
    finding: durationFinding(rows, phase),
    places: ({ paths }) => listedBehind(by, paths).map((path) => ({ path, line: null })),
    membersOf: ({ paths }) => listedBehind(by, paths),
    whenEmpty: selection.whenEmpty ?? "",
  });
  const responders = incidents.flatMap(({ teams }) => teams.map(({ value }) => value));
  return {
    name: "ttd",
    title,
    subtitle: subtitle(query, selection),
    sections: phase === "diagnose" ? [main, extendedSection(incidents, query)] : [main],
    notes: [
      windowNote(query, selection),
      ...undatedNotes(selection),
      ...durationNotes(incidents, phase),
      ...overlapNotes(query, selection, by),
      ...rowNotes(rows),
      ...(compared ? comparedNotes(query, selection, rows.map(comparison), TIMES_NEEDED) : []),
      ...(by === "team" ? teamNotes(query.taxonomy, responders) : []),
      ...smallCountNotes(rows[0]?.minutes.length ?? 0, query),
    ],
  };
}

/** How long diagnosis, or another phase, took. */
export const timeToDiagnose = defineReport({
  name: "ttd",
  summary: "How long diagnosis took, and which incidents took longest",
  details: [
    "Time to detect: started to detected. Time to diagnose: detected to diagnosed.",
    "Time to mitigate: started to mitigated. Time to resolve: started to resolved.",
    "Medians and 90th percentiles are interpolated as by PERCENTILE.INC in a spreadsheet; there are no means.",
    "[20 min–2 h], n 9: bounds of the median, of at least 95 % confidence, from 6 incidents on; of a 90th percentile from 29 on.",
    "Share of resolving: the median share of the time to diagnose or mitigate in the time to resolve.",
    "--compare: how many times as long as before (Hodges–Lehmann ratio), over the incidents with a time.",
    "The row (all) counts every incident once, for comparison.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "names"],
  compares: true,
  options: {
    [INCLUDE_DRAFTS]: DRAFTS_OPTION,
    by: {
      kind: "choice",
      description: "how to group incidents",
      choices: DURATION_DIMENSIONS,
      default: "service",
    },
    phase: {
      kind: "choice",
      description: "phase to show",
      choices: ["diagnose", ...PHASES.filter((phase) => phase !== "diagnose")],
      default: "diagnose",
    },
  },
  build: (query, { by, phase }) => buildDurations(query, by, phase),
});

import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import type { Signal } from "../../core/document/signal.ts";
import { SIGNAL_PARTS } from "../../core/document/signal-parts.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Chart, Section } from "../../core/table.ts";
import type { Query } from "../define.ts";
import { DIMENSION_LABELS, groupsOfIncident } from "../shared/dimensions.ts";
import { estimateColumns, medianEstimate } from "../shared/figures.ts";
import { groupByEach, NOT_STATED } from "../shared/grouping.ts";
import { listedBehind } from "../shared/listed-behind.ts";
import { median } from "../shared/stats.ts";
import { verb } from "../shared/words.ts";

/** An incident with the score of its document. */
export interface ScoredIncident {
  readonly incident: Postmortem;
  readonly signal: Signal;
}

/** What scores are grouped by: never by team, which would make a league table of people. */
type SignalDimension = "month" | "service";

interface WeakestPart {
  readonly label: string;
  /** Median share of the part's points, over the incidents it applies to. */
  readonly share: number;
  /** Incidents that it applies to. */
  readonly of: number;
}

interface SignalGroup {
  readonly group: string;
  readonly incidents: number;
  /** The files of these incidents. */
  readonly paths: readonly string[];
  readonly scores: readonly number[];
  readonly lowest: number;
  readonly highest: number;
  /** Null where the median of every part is full. */
  readonly weakest: WeakestPart | null;
}

/** By name or month; "not stated" comes last. */
const inOrder = compareBy<SignalGroup>(
  (a, b) => Number(a.group === NOT_STATED) - Number(b.group === NOT_STATED),
  (a, b) => compareText(a.group, b.group),
);

/** The part with the lowest median share among those that apply to at least half of the incidents; the first of equals. */
function weakestPart(members: readonly ScoredIncident[]): WeakestPart | null {
  const shares = SIGNAL_PARTS.flatMap(({ key, label, most }): WeakestPart[] => {
    const points = members.flatMap(
      ({ signal }) => signal.parts.find(({ part }) => part.key === key)?.points ?? [],
    );
    // Otherwise one escalation without a reason would stand for a whole year of incidents.
    if (2 * points.length < members.length) return [];
    const middle = median(points);
    return middle === null || middle === most
      ? []
      : [{ label, share: middle / most, of: points.length }];
  });
  return shares.toSorted((a, b) => a.share - b.share)[0] ?? null;
}

function signalGroup(group: string, members: readonly ScoredIncident[]): SignalGroup {
  const scores = members.map(({ signal }) => signal.score);
  return {
    group,
    incidents: members.length,
    paths: members.map(({ incident }) => incident.path),
    scores,
    lowest: Math.min(...scores),
    highest: Math.max(...scores),
    weakest: weakestPart(members),
  };
}

const SCORE = {
  key: "score_median",
  label: "Median score",
  priority: 1,
  type: "number",
  countKey: "incidents",
  attains: true,
} as const;

function groupColumns(by: SignalDimension): readonly ColumnOf<SignalGroup>[] {
  return [
    column(by, DIMENSION_LABELS[by], "text", 1, ({ group }) => group),
    ...estimateColumns<SignalGroup>(SCORE, ({ scores }) => {
      const estimate = medianEstimate(scores);
      // Rounded down, so that only a full score reads as full.
      return { ...estimate, value: Math.floor(estimate.value ?? 0) };
    }),
    column("score_lowest", "Lowest", "count", 2, ({ lowest }) => lowest),
    column("score_highest", "Highest", "count", 2, ({ highest }) => highest),
    column("weakest_part", "Weakest part", "text", 1, ({ weakest }) => weakest?.label ?? null),
    {
      ...column<SignalGroup>("weakest_part_median_share", "Its median", "share", 2, (row) => {
        return row.weakest?.share ?? null;
      }),
      joined: { of: "weakest_part_n" },
    },
    column("weakest_part_n", "Its median, n", "count", 2, ({ weakest }) => weakest?.of ?? null),
  ];
}

function scoreChart(by: SignalDimension): Chart {
  const bounds = { low: "score_lowest", high: "score_highest" };
  return by === "month"
    ? { kind: "series", time: by, value: "score_median", ...bounds }
    : { kind: "distribution", label: by, middle: "score_median", ...bounds };
}

/** How far the scores reach, and what most groups should add first; null where none lacks anything. */
function weakestFinding(rows: readonly SignalGroup[], by: SignalDimension): string | null {
  const labels = rows.flatMap(({ weakest }) => weakest?.label ?? []);
  const times = (label: string) => labels.filter((one) => one === label).length;
  const [most] = labels.toSorted(compareBy((a, b) => times(b) - times(a), compareText));
  if (most === undefined) return null;
  const [lowest, highest] = [
    Math.min(...rows.map((row) => row.lowest)),
    Math.max(...rows.map((row) => row.highest)),
  ];
  const scores =
    lowest === highest ? `All scores ${lowest}` : `Scores from ${lowest} to ${highest}`;
  return `${scores}; weakest part in ${times(most)} of ${counted(rows.length, by)}: ${most.toLowerCase()}`;
}

function groupNotes(
  rows: readonly SignalGroup[],
  scored: readonly ScoredIncident[],
  { thresholds }: Query,
): readonly string[] {
  const few = rows.filter(({ incidents }) => incidents < thresholds.smallCount).length;
  const listed = rows.reduce((sum, { incidents }) => sum + incidents, 0);
  const rest = verb(few, "rests", "rest");
  const them = verb(few, "it as a case, not as a rate", "them as cases, not as rates");
  return [
    ...(few > 0
      ? [
          `${few} of ${counted(rows.length, "row")} ${rest} on fewer than ${thresholds.smallCount} incidents: read ${them}.`,
        ]
      : []),
    ...(listed > scored.length ? ["An incident with several services counts once in each."] : []),
  ];
}

/** Scores by month or by service: counts, medians, bounds and the weakest part. */
export function signalGroupsSection(
  scored: readonly ScoredIncident[],
  by: SignalDimension,
  query: Query,
  whenEmpty: string,
): Section {
  const groups = groupByEach(scored, ({ incident }) => groupsOfIncident(incident, by, query));
  const rows = Array.from(groups, ([name, members]) => signalGroup(name, members)).toSorted(
    inOrder,
  );
  return tabulate({
    key: `by_${by}`,
    title: `By ${by}`,
    columns: groupColumns(by),
    items: rows,
    membersOf: ({ paths }) => listedBehind(by, paths),
    finding: weakestFinding(rows, by),
    chart: scoreChart(by),
    whenEmpty,
    notes: groupNotes(rows, scored, query),
  });
}

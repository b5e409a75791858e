import { compareBy, compareText } from "../../core/compare.ts";
import type { Phase, Postmortem } from "../../core/postmortem.ts";
import { isHiddenGroup } from "../../core/settings/stand-in-names.ts";
import { phaseDuration, phaseMinutes } from "../../core/time/durations.ts";
import type { Query } from "../define.ts";
import { type DurationDimension, groupsOfIncident, NO_GAP } from "../shared/dimensions.ts";
import { type DurationChange, durationChanges } from "../shared/duration-change.ts";
import { groupByEach, NOT_STATED } from "../shared/grouping.ts";
import { median } from "../shared/stats.ts";

/** The row of all incidents in the window, each once. */
const ALL = "(all)";

/** One row of the durations report. */
export interface DurationRow {
  readonly group: string;
  readonly minutes: readonly number[];
  /** The files of its incidents. */
  readonly paths: readonly string[];
  /** Incidents without a known time for the phase. */
  readonly without: number;
  /** Shares of the time to resolve, of incidents with both times. */
  readonly shares: readonly number[];
  /** Null where no other window was asked for. */
  readonly change: DurationChange | null;
}

function shareOfResolve(incident: Postmortem, phase: Phase): readonly number[] {
  const part = phaseDuration(incident, phase);
  const whole = phaseDuration(incident, "resolve");
  return part && whole && whole.value > 0 ? [part.value / whole.value] : [];
}

function shownMembers(
  group: string,
  members: ReadonlyMap<string, readonly Postmortem[]>,
): readonly Postmortem[] {
  return isHiddenGroup(group) ? [] : (members.get(group) ?? []);
}

function durationRow(group: string, incidents: readonly Postmortem[], phase: Phase): DurationRow {
  const shown = isHiddenGroup(group) ? [] : incidents;
  const minutes = phaseMinutes(shown, phase);
  return {
    group,
    minutes,
    paths: incidents.map(({ path }) => path),
    without: incidents.length - minutes.length,
    shares: shown.flatMap((incident) => shareOfResolve(incident, phase)),
    change: null,
  };
}

const slowestFirst = compareBy<DurationRow>(
  (a, b) => (median(b.minutes) ?? -1) - (median(a.minutes) ?? -1),
  (a, b) => compareText(a.group, b.group),
);

/** Dimensions with an order of their own keep it; "not stated" comes last. */
function compareRows(by: DurationDimension, query: Query) {
  const isLast = ({ group }: DurationRow) => Number(group === NOT_STATED || group === NO_GAP);
  const severities = query.taxonomy.severities.map(({ id }) => id);
  const severityRank = ({ group }: DurationRow) =>
    severities.includes(group) ? severities.indexOf(group) : severities.length;
  const own =
    by === "severity"
      ? compareBy<DurationRow>(
          (a, b) => severityRank(a) - severityRank(b),
          (a, b) => compareText(a.group, b.group),
        )
      : by === "month" || by === "quarter"
        ? (a: DurationRow, b: DurationRow) => compareText(a.group, b.group)
        : slowestFirst;
  return compareBy<DurationRow>((a, b) => isLast(a) - isLast(b), own);
}

/** The incidents of each row, those of all first. */
function membersByRow(
  incidents: readonly Postmortem[],
  by: DurationDimension,
  query: Query,
): ReadonlyMap<string, readonly Postmortem[]> {
  const groups = groupByEach(incidents, (incident) => groupsOfIncident(incident, by, query));
  return new Map([[ALL, incidents], ...groups]);
}

/** The rows of a window with how each changed since another one. */
export function withChanges(
  rows: readonly DurationRow[],
  [now, before]: readonly [readonly Postmortem[], readonly Postmortem[]],
  by: DurationDimension,
  phase: Phase,
  query: Query,
): readonly DurationRow[] {
  const [members, priorMembers] = [membersByRow(now, by, query), membersByRow(before, by, query)];
  const changes = durationChanges(
    rows.map(({ group }) => ({
      now: phaseMinutes(shownMembers(group, members), phase),
      before: phaseMinutes(shownMembers(group, priorMembers), phase),
    })),
  );
  return rows.map((row, index) => ({ ...row, change: changes[index] ?? null }));
}

/** All incidents first, for comparison, then each group; no rows for no incidents. */
export function durationRows(
  incidents: readonly Postmortem[],
  by: DurationDimension,
  phase: Phase,
  query: Query,
): readonly DurationRow[] {
  if (incidents.length === 0) return [];
  const groups = groupByEach(incidents, (incident) => groupsOfIncident(incident, by, query));
  const rows = Array.from(groups, ([name, members]) => durationRow(name, members, phase));
  return [durationRow(ALL, incidents, phase), ...rows.toSorted(compareRows(by, query))];
}

import { column, type ColumnOf, competencyColumn } from "../../core/output/tabulate.ts";
import type { Query } from "../define.ts";
import { changeColumns, changeWord } from "../shared/change-columns.ts";
import { groupColumn } from "../shared/dimensions.ts";
import { medianColumns, partColumns } from "../shared/figures.ts";
import { foreseenColumns } from "../shared/foreseen.ts";
import type { GapDimension } from "./groups.ts";
import { remediesOf } from "./kinds.ts";
import { type GapRow, isJudged, isTime } from "./rows.ts";

/** The column heading of each dimension. */
export const GAP_LABELS: Readonly<Record<GapDimension, string>> = {
  competency: "Competency",
  domain: "Domain",
  kind: "Kind",
  team: "Team",
  service: "Service",
  month: "Month",
  quarter: "Quarter",
};

const DOMAIN: readonly ColumnOf<GapRow>[] = [
  competencyColumn("domain", "Domain", "text", 3, ({ domain }) => domain),
];

const TEAMS: readonly ColumnOf<GapRow>[] = [
  column("teams", "Teams", "count", 3, ({ teamCount }) => (teamCount > 0 ? teamCount : null)),
  column("team_names", "Team names", "list", 2, ({ teams }) => (teams.length > 0 ? teams : null)),
];

const SERVICES: readonly ColumnOf<GapRow>[] = [
  column("services", "Services", "count", 3, ({ services }) => services.length),
  column("service_names", "Service names", "list", 3, ({ services }) => services),
];

const VERDICT: readonly ColumnOf<GapRow>[] = [
  column("verdict", "Verdict", "text", 1, ({ judgement }) => judgement?.verdict ?? null),
  column("verdict_rule", "Rule", "text", 3, ({ judgement }) => judgement?.rule ?? null),
];

const CONFIRMED: readonly ColumnOf<GapRow>[] = [
  column("confirmed_incidents", "Confirmed", "count", 1, (row) => row.confirmedIncidents),
];

const COMPETENCIES: readonly ColumnOf<GapRow>[] = [
  competencyColumn("competencies", "Competencies", "list", 3, (row) => row.competencies),
];

const DIAGNOSING: readonly ColumnOf<GapRow>[] = [
  column(
    "time_to_diagnose_total_minutes",
    "Diagnosing, total",
    "minutes",
    3,
    (row) => row.totalMinutes,
  ),
  ...medianColumns<GapRow>("time_to_diagnose", "Diagnosing, median", 3, ({ minutes }) => minutes),
];

const ASKED: readonly ColumnOf<GapRow>[] = [
  column("asked_of", "Who can teach", "list", 2, ({ askedOf }) => askedOf),
];

/** The kinds of a row with their counts, and what they call for. */
function kindColumns({ query: { taxonomy }, isCompared }: GapColumns): readonly ColumnOf<GapRow>[] {
  return [
    column("kinds", "Kinds", "list", 3, ({ kinds }) =>
      kinds.map(({ kind, incidents }) => `${kind} ${incidents}`),
    ),
    column("remedies", "Calls for", "list", isCompared ? 3 : 2, ({ kinds }) =>
      remediesOf(kinds, taxonomy),
    ),
  ];
}

/** What was before, and whether that is a change; nothing for times, which are the change. */
function beforeColumns(by: GapDimension, isCompared: boolean): readonly ColumnOf<GapRow>[] {
  if (isTime(by)) return [];
  return [
    ...(isCompared
      ? changeColumns<GapRow>(({ change }) => change)
      : [
          column<GapRow>("prior_incidents", "Before", "count", 3, (row) => row.priorIncidents),
          column<GapRow>("change", "Change", "text", 3, ({ change }) =>
            change ? changeWord(change, "quiet") : null,
          ),
        ]),
  ];
}

/** The competency that a row is about; its domain, where no competency was named. */
export function competencyOf({ group, domain, level }: GapRow): string {
  return level === 1 && group.startsWith("(") ? (domain ?? group) : group;
}

/** How the gaps report is cut into columns. */
export interface GapColumns {
  readonly by: GapDimension;
  /** Whether gaps count that nobody has confirmed. */
  readonly suggested: boolean;
  /** Whether another window was asked for to compare with. */
  readonly isCompared: boolean;
  readonly query: Query;
}

/** What a group's own name does not say already. */
export function gapColumns(look: GapColumns): readonly ColumnOf<GapRow>[] {
  const { by, suggested, isCompared } = look;
  return [
    groupColumn<GapRow>("group", GAP_LABELS[by], by, ({ group }) => group),
    ...(by === "competency" ? DOMAIN : []),
    ...partColumns<GapRow>("incidents", "Incidents", 1, ({ incidents, of }) => {
      return { part: incidents, of };
    }),
    ...(suggested ? CONFIRMED : []),
    ...(by === "team" ? [] : TEAMS),
    ...(by === "service" ? [] : SERVICES),
    ...beforeColumns(by, isCompared),
    ...(isJudged(by) ? VERDICT : []),
    ...(isJudged(by) ? foreseenColumns<GapRow>(look.query, competencyOf) : []),
    ...(by === "kind" ? [] : kindColumns(look)),
    ...ASKED,
    ...(by === "competency" ? [] : COMPETENCIES),
    ...DIAGNOSING,
    column("last_seen", "Last seen", "date", 3, ({ lastSeen }) => lastSeen),
  ];
}

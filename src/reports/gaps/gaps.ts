import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/tabulate.ts";
import { defineReport, type Query } from "../define.ts";
import { INCLUDE_SUGGESTED, includedNotes } from "../shared/confirmed.ts";
import { selectIncidents, type Selection } from "../shared/selection.ts";
import { subtitle } from "../shared/subtitle.ts";
import { evidenceSection } from "./evidence.ts";
import { GAP_DIMENSIONS, type GapDimension } from "./groups.ts";
import { gapNotes } from "./notes.ts";
import { type GapRow, gapRows, isJudged } from "./rows.ts";

const LABELS: Readonly<Record<GapDimension, string>> = {
  competency: "Competency",
  domain: "Domain",
  kind: "Kind",
  team: "Team",
  service: "Service",
};

const TEAMS: readonly ColumnOf<GapRow>[] = [
  column("teams", "Teams", "count", 2, ({ teams }) => teams.length),
  column("team_names", "Team names", "list", 3, ({ teams }) => teams),
];

const SERVICES: readonly ColumnOf<GapRow>[] = [
  column("services", "Services", "count", 2, ({ services }) => services.length),
  column("service_names", "Service names", "list", 3, ({ services }) => services),
];

const VERDICT: readonly ColumnOf<GapRow>[] = [
  column("verdict", "Verdict", "text", 1, ({ judgement }) => judgement?.verdict ?? null),
  column("verdict_rule", "Rule", "text", 3, ({ judgement }) => judgement?.rule ?? null),
];

const CONFIRMED: readonly ColumnOf<GapRow>[] = [
  column("confirmed_incidents", "Confirmed", "count", 1, (row) => row.confirmedIncidents),
];

/** What a group's own name does not say already. */
function gapColumns(by: GapDimension, suggested: boolean): readonly ColumnOf<GapRow>[] {
  return [
    column("group", LABELS[by], "text", 1, ({ group }) => group),
    column("incidents", "Incidents", "count", 1, ({ incidents }) => incidents),
    ...(suggested ? CONFIRMED : []),
    column("incidents_share", "Share", "share", 1, ({ share }) => share),
    ...(by === "team" ? [] : TEAMS),
    ...(by === "service" ? [] : SERVICES),
    ...(by === "kind" ? [] : [column<GapRow>("kinds", "Kinds", "list", 2, ({ kinds }) => kinds)]),
    ...(by === "competency"
      ? []
      : [column<GapRow>("competencies", "Competencies", "list", 3, (row) => row.competencies)]),
    column(
      "time_to_diagnose_total_minutes",
      "Diagnosing, total",
      "minutes",
      3,
      (row) => row.totalMinutes,
    ),
    column(
      "time_to_diagnose_median_minutes",
      "Diagnosing, median",
      "minutes",
      2,
      (row) => row.medianMinutes,
    ),
    column("prior_incidents", "Before", "count", 2, ({ priorIncidents }) => priorIncidents),
    ...(isJudged(by) ? VERDICT : []),
    column("last_seen", "Last seen", "date", 3, ({ lastSeen }) => lastSeen),
  ];
}

interface GapOptions {
  readonly by: GapDimension;
  readonly evidence: boolean;
  /** Whether gaps count that nobody has confirmed. */
  readonly suggested: boolean;
}

function buildGaps(query: Query, { by, evidence, suggested }: GapOptions) {
  const selection: Selection = selectIncidents(query);
  const rows = gapRows(query, selection, by);
  const main = tabulate({
    key: "gaps",
    title: `Gaps by ${by}`,
    columns: gapColumns(by, suggested),
    items: rows,
    whenEmpty:
      selection.whenEmpty ??
      `No gap is recorded in ${counted(selection.incidents.length, "incident")} of the window.`,
  });
  return {
    name: "gaps",
    title: `Skill gaps by ${by}`,
    subtitle: subtitle(query, selection),
    sections: evidence ? [main, evidenceSection(query, selection)] : [main],
    notes: [
      ...gapNotes(query, selection, by, rows),
      ...(suggested ? includedNotes(selection.incidents, "gaps") : []),
    ],
  };
}

/** Which competencies were missing, how often and how widely. */
export const gaps = defineReport({
  name: "gaps",
  summary: "Which competencies were missing, in how many incidents, and whether that is systemic",
  details: [
    "Counts incidents, never mentions: a competency that was missing twice in one incident counts once.",
    "Share: of the incidents in the window. Teams: the gap's own team, else all that responded.",
    "Diagnosing: time to diagnose, from detection to diagnosis, of the incidents in the row; not time lost to the gap.",
    "Before: incidents with the gap in the prior window, the same length just before this one.",
    "Verdict: systemic, emerging, local or too few, with the rule that gave it; thresholds are in pm.yaml.",
  ].join("\n"),
  needs: ["milestones", "gaps"],
  options: {
    by: {
      kind: "choice",
      description: "what to count gaps by",
      choices: GAP_DIMENSIONS,
      default: "competency",
    },
    evidence: {
      kind: "flag",
      description: "list the sentences behind the counts, with file and line",
    },
    [INCLUDE_SUGGESTED]: {
      kind: "flag",
      description: "count gaps too that pm suggest wrote and nobody has confirmed",
    },
  },
  build: (query, { by, evidence, [INCLUDE_SUGGESTED]: suggested }) =>
    buildGaps(query, { by, evidence, suggested }),
});

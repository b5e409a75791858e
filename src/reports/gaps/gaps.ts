import { counted } from "../../core/counted.ts";
import { firstOf } from "../../core/first-of.ts";
import { tabulate } from "../../core/output/tabulate.ts";
import { competencyName } from "../../core/settings/competency-names.ts";
import type { Chart, Report, Section } from "../../core/table.ts";
import { defineReport, type Query } from "../define.ts";
import { isCompared } from "../shared/compared.ts";
import { INCLUDE_SUGGESTED, includedNotes } from "../shared/confirmed.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { BY_LACKING } from "../shared/filters.ts";
import { foreseenSections } from "../shared/foreseen.ts";
import { listedBehind } from "../shared/listed-behind.ts";
import { incidentsOf } from "../shared/mentions.ts";
import { selectIncidents } from "../shared/selection.ts";
import { subtitle } from "../shared/subtitle.ts";
import { verb } from "../shared/words.ts";
import { competencyOf, gapColumns } from "./columns.ts";
import { evidenceSection } from "./evidence.ts";
import { GAP_DIMENSIONS, type GapDimension, groupGaps } from "./groups.ts";
import { judgeGroups } from "./judged.ts";
import { matrixSection } from "./matrix.ts";
import { type GapData, gapData, placeOfGap } from "./mentions.ts";
import { gapNotes } from "./notes.ts";
import { type GapRow, gapRows, isJudged, isTime } from "./rows.ts";

interface GapOptions {
  readonly by: readonly [GapDimension, GapDimension?];
  readonly evidence: boolean;
  /** Whether gaps count that nobody has confirmed. */
  readonly suggested: boolean;
}

function isDimension(name: string): name is GapDimension {
  return GAP_DIMENSIONS.some((dimension) => dimension === name);
}

/** The dimensions of `--by`, one or two. */
function dimensionsOf(by: string): readonly [GapDimension, GapDimension?] {
  const [first = "competency", second] = by.split(",").filter(isDimension);
  return second === undefined || second === first ? [first] : [first, second];
}

/** A section with the notes of the report that it is the main one of. */
interface Main {
  readonly section: Section;
  readonly notes: readonly string[];
}

function matrixOf(
  data: GapData,
  dimensions: readonly [GapDimension, GapDimension],
  whenEmpty: string,
): Main {
  return {
    section: matrixSection(data, dimensions, whenEmpty),
    notes: gapNotes(data, dimensions[0], [], new Map()),
  };
}

/** Months are a course, everything else is compared by how often it was seen. */
function chartOf(by: GapDimension): Chart {
  if (isTime(by)) return { kind: "series", time: "group", value: "incidents" };
  const bounds = { low: "incidents_share_low", high: "incidents_share_high" };
  const called = "Share of incidents with the gap";
  const remark = isJudged(by) ? { remark: "verdict" } : {};
  return {
    kind: "ranking",
    label: "group",
    value: "incidents_share",
    ...bounds,
    ...remark,
    called,
  };
}

/** The most gaps that a title names. */
const MOST_NAMED = 3;

/** The most frequent gaps, or how many incidents had one, in one sentence; null where there is none. */
function findingOf(
  { mentions, selection, query }: GapData,
  by: GapDimension,
  rows: readonly GapRow[],
) {
  if (mentions.length === 0) return null;
  const whole = counted(selection.base.length, "incident");
  const parents = new Set(rows.flatMap(({ level, domain }) => (level === 1 ? [domain] : [])));
  const named = rows.filter(
    ({ level, group, of }) => of !== null && (level === 1 || !parents.has(group)),
  );
  const most = Math.max(0, ...named.map(({ incidents }) => incidents));
  const [first, ...equal] = named.filter(({ incidents }) => incidents === most);
  if (!isJudged(by) || !first) {
    return `${incidentsOf(mentions).length} of ${whole} ${verb(incidentsOf(mentions).length, "records", "record")} a gap`;
  }
  if (equal.length > 0) {
    const names = [first, ...equal].map((row) => competencyName(query.taxonomy, competencyOf(row)));
    return `${firstOf(names, MOST_NAMED)}: each missing in ${most} of ${whole}`;
  }
  const teams = first.teamCount > 0 ? `, ${counted(first.teamCount, "team")}` : "";
  return `${competencyName(query.taxonomy, competencyOf(first))}: missing in ${first.incidents} of ${whole}${teams}`;
}

/** Where what a row counts is written, and in which files. */
function traces(by: GapDimension) {
  return {
    places: ({ mentions }: GapRow) => listedBehind(by, mentions.map(placeOfGap)),
    membersOf: ({ mentions }: GapRow) =>
      listedBehind(
        by,
        incidentsOf(mentions).map(({ path }) => path),
      ),
  };
}

function mainSection(data: GapData, by: GapDimension, suggested: boolean, whenEmpty: string): Main {
  const { query } = data;
  const groups = groupGaps(data.mentions, by, query);
  const judged = isTime(by) ? new Map<string, never>() : judgeGroups(data, groups, by);
  const rows = gapRows(data, by, groups, judged);
  const look = { by, suggested, isCompared: isCompared(query), query };
  const section = tabulate({
    key: "gaps",
    title: `Gaps by ${by}`,
    columns: gapColumns(look),
    items: data.mentions.length > 0 ? rows : [],
    levelOf: ({ level }) => level,
    chart: chartOf(by),
    finding: findingOf(data, by, rows),
    ...(query.isTraced === false ? {} : traces(by)),
    whenEmpty,
  });
  return { section, notes: gapNotes(data, by, rows, judged) };
}

function buildGaps(query: Query, { by: [by, across], evidence, suggested }: GapOptions): Report {
  const selection = selectIncidents(query, BY_LACKING);
  const data = gapData(query, selection);
  const whenEmpty =
    selection.whenEmpty ??
    `No gap is recorded in ${counted(selection.incidents.length, "incident")} of the window.`;
  const { section, notes } =
    across === undefined
      ? mainSection(data, by, suggested, whenEmpty)
      : matrixOf(data, [by, across], whenEmpty);
  const axes = across === undefined ? by : `${by} and ${across}`;
  return {
    name: "gaps",
    title: `Skill gaps by ${axes}`,
    subtitle: subtitle(query, selection),
    sections: [
      section,
      ...(evidence ? [evidenceSection(data)] : []),
      ...foreseenSections(query, selection.base),
    ],
    notes: [...notes, ...(suggested ? includedNotes(selection.incidents, "gaps") : [])],
  };
}

/** Which competencies were missing, how often and how widely. */
export const gaps = defineReport({
  name: "gaps",
  summary: "Which competencies were missing, in how many incidents, and whether that is systemic",
  details: [
    "Counts incidents, never mentions: a competency that was missing twice in one incident counts once.",
    "Share: of the incidents in the window. Teams: those that lacked it, which is the gap's own team, else the " +
      "responders that were not asked for it, else the owners of the services.",
    "Who can teach: the teams that were asked for it. Calls for: the remedy of each kind, from the taxonomy.",
    "Diagnosing: time to diagnose, from detection to diagnosis, of the incidents in the row; not time lost to the gap.",
    "Before: incidents with the gap in the prior window, or in the one that --compare names.",
    "Verdict: systemic, emerging, recurring, local, unknown or too few, with the rule that gave it; thresholds are in " +
      "pm.yaml. Where no incident names a team: when the gap was seen (in 3 of 5 quarters, only in 2026). " +
      "See docs/verdicts.md.",
    "--by team,competency counts incidents by two of these, as a matrix.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "escalations"],
  quotes: "evidence",
  teamFilter: "lacked",
  compares: true,
  restsOnWindow: true,
  readsForeseen: true,
  countsProposals: "gap",
  options: {
    by: {
      kind: "choice",
      description: "what to count gaps by; two with a comma make a matrix",
      choices: GAP_DIMENSIONS,
      pairs: true,
      default: "competency",
    },
    evidence: {
      kind: "flag",
      description: "list the sentences behind the counts, with file and line",
    },
    [INCLUDE_SUGGESTED]: {
      kind: "flag",
      description: "also count unconfirmed gaps that pm suggest wrote",
    },
    [INCLUDE_DRAFTS]: DRAFTS_OPTION,
  },
  build: (query, { by, evidence, [INCLUDE_SUGGESTED]: suggested }) =>
    buildGaps(query, { by: dimensionsOf(by), evidence, suggested }),
});

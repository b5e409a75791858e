import { group, least } from "d3-array";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import { competencyName } from "../../core/settings/competency-names.ts";
import type { Report } from "../../core/table.ts";
import { fisherMidP } from "../../statistics/fisher.ts";
import { defineReport, type Query } from "../define.ts";
import { CANNOT_TELL } from "../shared/change-columns.ts";
import { INCLUDE_SUGGESTED } from "../shared/confirmed.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { partColumns } from "../shared/figures.ts";
import { smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import { selectIncidents, type Selection } from "../shared/selection.ts";
import { incidentsNeeded, ratioOf } from "../shared/share-change.ts";
import { subtitle } from "../shared/subtitle.ts";
import { SUGGESTED_OPTION, suggestedNotes } from "../shared/suggested-option.ts";
import { percent, verb } from "../shared/words.ts";
import {
  compareConditions,
  type Compared,
  type Comparisons,
  CONDITION_DIMENSIONS,
  type ConditionDimension,
} from "./comparisons.ts";
import { deploySection } from "./deploy-section.ts";

interface ConditionOptions {
  readonly by: ConditionDimension;
  /** Whether every comparison is shown, also those that tell nothing. */
  readonly all: boolean;
  readonly suggested: boolean;
}

function answerOf({ change: { direction } }: Compared): string {
  if (direction === null) return CANNOT_TELL;
  return direction === "rising" ? "more often" : "less often";
}

function ruleOf({ change: { now, before, p, rows } }: Compared): string {
  return `${now.count} of ${now.of} against ${before.count} of ${before.of}, p ${percent(p)} for ${counted(rows, "row")} compared`;
}

function columnsFor(by: ConditionDimension): readonly ColumnOf<Compared>[] {
  const ratio = (row: Compared) => ratioOf(row.change);
  return [
    competencyColumn(
      "group",
      by === "domain" ? "Missing domain" : "Missing skill",
      "text",
      1,
      (row) => row.group,
    ),
    column("condition", "Condition", "text", 1, ({ condition }) => condition),
    column("value", "Value", "text", 1, ({ value }) => value),
    ...partColumns<Compared>("incidents", "Before these", 1, ({ change: { now } }) => {
      return { part: now.count, of: now.of };
    }),
    ...partColumns<Compared>("other_incidents", "Before others", 1, ({ change: { before } }) => {
      return { part: before.count, of: before.of };
    }),
    {
      ...column<Compared>("ratio", "Ratio", "ratio", 2, (row) => ratio(row).value),
      joined: { low: "ratio_low", high: "ratio_high" },
    },
    column("ratio_low", "Ratio, from", "ratio", 2, (row) => ratio(row).low),
    column("ratio_high", "Ratio, to", "ratio", 2, (row) => ratio(row).high),
    column("answer", "Answer", "text", 1, answerOf),
    column("incidents_needed", "Incidents it takes", "text", 2, (row) =>
      row.change.direction === null ? incidentsNeeded(row.change) : null,
    ),
    column("rule", "Compared", "text", 3, ruleOf),
  ];
}

/** The rows that tell something, and of each group without one the row that comes closest. */
function shownRows({ rows }: Comparisons, all: boolean): readonly Compared[] {
  if (all) return rows;
  return [...group(rows, (row) => row.group).values()].flatMap((own) => {
    const beyondChance = own.filter(({ change }) => change.direction !== null);
    if (beyondChance.length > 0) return beyondChance;
    // Adjusted p values are equal more often than not.
    const closest = least(own, ({ change: { now, before } }) => fisherMidP(now, before));
    return closest ? [closest] : [];
  });
}

function conditionNotes(
  query: Query,
  selection: Selection,
  { rows, tooFew }: Comparisons,
  { all, by }: ConditionOptions,
): readonly string[] {
  const beyondChance = rows.filter(({ change }) => change.direction !== null).length;
  const fewest = query.thresholds.systemicIncidents;
  const hidden = all ? "" : " --all shows each.";
  return [
    windowNote(query, selection),
    ...undatedNotes(selection),
    ...(rows.length > 0
      ? [
          `${counted(rows.length, "comparison")}, of which ${beyondChance} ${verb(beyondChance, "is", "are")} more than chance (Fisher's exact test, adjusted for all rows).${hidden}`,
        ]
      : []),
    ...(tooFew.length > 0
      ? [
          `Cannot tell for ${counted(tooFew.length, by === "domain" ? "domain" : "skill")} with fewer than ${fewest} incidents, or fewer than ${fewest} others: ${tooFew.map((name) => competencyName(query.taxonomy, name)).join(", ")}.`,
        ]
      : []),
    ...(rows.length > 0
      ? ["Shares are of the incidents that state the condition. An association is no proof."]
      : []),
    ...(query.deploys
      ? []
      : [
          "Only incidents are known, not how often a condition held without one; --deploys FILE adds deploys without incident.",
        ]),
    ...smallCountNotes(selection.base.length, query),
  ];
}

function findingOf(rows: readonly Compared[], { taxonomy }: Query): string | null {
  const of = (direction: string) => rows.find(({ change }) => change.direction === direction);
  const standout = of("rising") ?? of("falling");
  if (!standout) return rows.length > 0 ? "No condition stands out by more than chance" : null;
  return `${standout.condition} ${standout.value} came ${answerOf(standout)} before incidents that lacked ${competencyName(taxonomy, standout.group)}`;
}

function buildConditions(query: Query, options: ConditionOptions): Report {
  const { by, all, suggested } = options;
  const selection = selectIncidents(query);
  const compared = compareConditions(selection.base, by, query);
  const rows = shownRows(compared, all);
  return {
    name: "conditions",
    title: "Under which conditions skills were missing",
    subtitle: subtitle(query, selection),
    sections: [
      tabulate({
        key: "conditions",
        title: "Conditions before incidents that lacked a skill, and before others",
        columns: columnsFor(by),
        items: rows,
        finding: findingOf(rows, query),
        membersOf: ({ paths }) => paths,
        whenEmpty:
          selection.whenEmpty ??
          `No skill was missing in at least ${query.thresholds.systemicIncidents} incidents, with as many others to compare.`,
      }),
      ...(query.deploys ? [deploySection(query, query.deploys, selection.incidents)] : []),
    ],
    notes: [
      ...conditionNotes(query, selection, compared, options),
      ...(suggested ? suggestedNotes(selection.incidents, ["gaps"]) : []),
    ],
  };
}

/** Which conditions preceded incidents that lacked a skill more often than others. */
export const conditions = defineReport({
  name: "conditions",
  summary: "Under which conditions skills were missing more often than in other incidents",
  details: [
    "Compares incidents that lacked a skill with all others of the window: what set them off, " +
      "weekday and hour of the start, working hours, staffing, and how familiar the responders were.",
    "--competency keeps one skill or domain. Answer: more often, less often, or cannot tell. Each row " +
      "has an exact test, adjusted for all rows of the report.",
    "With --deploys FILE (or deploys in pm.yaml), also how long ago the last deploy was, and how often " +
      "an incident follows a deploy: the rate with its false alarms, beside the rate at other times.",
    "Shows what is more than chance, else for each skill what comes closest; --all shows all rows.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps"],
  readsDeploys: true,
  options: {
    by: {
      kind: "choice",
      description: "whether to compare domains or competencies",
      choices: CONDITION_DIMENSIONS,
      default: "domain",
    },
    all: { kind: "flag", description: "show every comparison" },
    [INCLUDE_SUGGESTED]: SUGGESTED_OPTION,
    [INCLUDE_DRAFTS]: DRAFTS_OPTION,
  },
  build: (query, { by, all, [INCLUDE_SUGGESTED]: suggested }) =>
    buildConditions(query, { by, all, suggested }),
});

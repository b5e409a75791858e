import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import { UNKNOWN } from "../../core/postmortem.ts";
import { UNLISTED } from "../../core/settings/stand-in-names.ts";
import type { Section } from "../../core/table.ts";
import type { Query } from "../define.ts";
import { groupGaps, groupKey, tagOf } from "../gaps/groups.ts";
import { judgeGroups } from "../gaps/judged.ts";
import { type GapData, gapData, type GapMention, placeOfGap } from "../gaps/mentions.ts";
import type { Judgement } from "../gaps/verdict.ts";
import { allTime } from "../shared/all-time.ts";
import { BY_LACKING } from "../shared/filters.ts";
import { groupByEach } from "../shared/grouping.ts";
import { listedLabel } from "../shared/listed-label.ts";
import { incidentsOf } from "../shared/mentions.ts";
import { selectIncidents } from "../shared/selection.ts";

/** Seen for the first time, seen again, or seen in the window before and not in this one. */
const GAP_STATES = ["new", "continuing", "gone"] as const;
export type GapState = (typeof GAP_STATES)[number];

/** A gap between one review and the next. */
export interface GapStateRow {
  readonly state: GapState;
  readonly competency: string;
  /** Gaps of the window, or of the one before where it is gone. */
  readonly mentions: readonly GapMention[];
  readonly now: number;
  readonly before: number;
  /** Incidents with it up to the end of the window. */
  readonly ever: number;
  /** Over everything up to the end of the window: a month alone is too short. */
  readonly judgement: Judgement | null;
}

const COLUMNS: readonly ColumnOf<GapStateRow>[] = [
  column("gap_state", "Gap", "text", 1, ({ state }) => state),
  competencyColumn("competency", "Competency", "text", 1, ({ competency }) => competency),
  column("incidents", "Now", "count", 1, ({ now }) => now),
  column("prior_incidents", "Before", "count", 1, ({ before }) => before),
  column("incidents_ever", "So far", "count", 2, ({ ever }) => ever),
  column("verdict", "Verdict", "text", 1, ({ judgement }) => judgement?.verdict ?? null),
  column("verdict_rule", "Rule", "text", 3, ({ judgement }) => judgement?.rule ?? null),
  column("evidence", "Evidence", "list", 2, ({ mentions }) =>
    mentions.flatMap(({ gap }) => gap.evidence?.value ?? []),
  ),
];

const inOrder = compareBy<GapStateRow>(
  (a, b) => GAP_STATES.indexOf(a.state) - GAP_STATES.indexOf(b.state),
  (a, b) => b.now - a.now,
  (a, b) => b.ever - a.ever,
  (a, b) => compareText(a.competency, b.competency),
);

function byCompetency(mentions: readonly GapMention[], { taxonomy }: Query) {
  return groupByEach(mentions, ({ gap }) => [
    listedLabel(taxonomy.competencies, gap.competency.value),
  ]);
}

/** The verdict on what gaps are tagged with, over everything up to the end of the window. */
function judgementsOf(data: GapData): ReadonlyMap<string, Judgement | null> {
  const groups = groupGaps(data.mentions, "competency", data.query);
  const judged = judgeGroups(data, groups, "competency");
  return new Map(
    groups.flatMap((group) => {
      const tag = tagOf(group);
      return tag === null ? [] : [[tag, judged.get(groupKey(group))?.judgement ?? null] as const];
    }),
  );
}

/**
 * The gaps of a window: new, continuing or gone since the one before. Names that no list has may
 * mean different skills, so they are left out.
 */
export function gapStates(query: Query): readonly GapStateRow[] {
  const always = allTime(query);
  const data = gapData(query, selectIncidents(query, BY_LACKING));
  const all = gapData(always, selectIncidents(always, BY_LACKING));
  const judgements = judgementsOf(all);
  const now = byCompetency(data.mentions, query);
  const before = byCompetency(data.priorMentions ?? [], query);
  const ever = byCompetency(all.mentions, query);
  const count = (some: ReadonlyMap<string, readonly GapMention[]>, name: string) =>
    incidentsOf(some.get(name) ?? []).length;
  return [...new Set([...now.keys(), ...before.keys()])]
    .filter((name) => name !== UNLISTED && name !== UNKNOWN)
    .map((competency): GapStateRow => {
      const counts = {
        now: count(now, competency),
        before: count(before, competency),
        ever: count(ever, competency),
      };
      const state = counts.now === 0 ? "gone" : counts.ever > counts.now ? "continuing" : "new";
      return {
        ...{ state, competency, ...counts },
        mentions: now.get(competency) ?? before.get(competency) ?? [],
        judgement: judgements.get(competency) ?? null,
      };
    })
    .toSorted(inOrder);
}

/** The gaps of a window with what became of them since the one before. */
export function gapStatesSection(rows: readonly GapStateRow[]): Section {
  const times = (state: GapState) => rows.filter((row) => row.state === state).length;
  return tabulate({
    key: "gap_states",
    title: "Gaps: new, continuing, gone",
    columns: COLUMNS,
    items: rows,
    finding:
      rows.length > 0
        ? `${counted(times("new"), "new gap")}, ${times("continuing")} continuing, ${times("gone")} not seen again`
        : null,
    chart: {
      ...{ kind: "change", label: "competency", called: "Incidents" },
      ...{ before: "prior_incidents", after: "incidents" },
    },
    places: ({ mentions }) => mentions.map(placeOfGap),
    whenEmpty: "No gap is recorded in this window or in the one before.",
    notes:
      rows.length > 0
        ? [
            "New: never recorded before this window. Gone: recorded in the window before but not in this one; with few incidents that proves little. Names that the taxonomy does not list are left out. Verdict: over all incidents up to the end of this window.",
          ]
        : [],
  });
}

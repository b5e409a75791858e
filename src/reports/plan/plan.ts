import type { PlanWeights } from "../../core/config.ts";
import { counted } from "../../core/counted.ts";
import type { Report } from "../../core/table.ts";
import { tabulate } from "../../core/tabulate.ts";
import { defineReport, type Query } from "../define.ts";
import { gapData, placeOfGap } from "../gaps/mentions.ts";
import { INCLUDE_SUGGESTED } from "../shared/confirmed.ts";
import { yearsOf } from "../shared/cost.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { BY_LACKING } from "../shared/filters.ts";
import { smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import { selectIncidents, type Selection } from "../shared/selection.ts";
import { subtitle } from "../shared/subtitle.ts";
import { SUGGESTED_OPTION, suggestedNotes } from "../shared/suggested-option.ts";
import { planColumns } from "./columns.ts";
import { resourcesSection } from "./resources.ts";
import { planItems } from "./rows.ts";
import { DEFAULT_WEIGHTS, ranked, type RankedItem } from "./score.ts";

function scoreNote({ frequency, cost, spread, trend, unaddressed }: PlanWeights): string {
  return `Score: share of incidents × ${frequency}, cost a year beside the costliest × ${cost}, share of the teams that lacked it × ${spread}, rising × ${trend}, share of its incidents without an action for it × ${unaddressed}, out of 100; weights are in pm.yaml (plan: weights).`;
}

function planNotes(
  query: Query,
  selection: Selection,
  items: readonly RankedItem[],
  weights: PlanWeights,
): readonly string[] {
  if (items.length === 0) return [];
  const isOpen = items.some(({ rankLow, rankHigh }) => rankLow !== rankHigh);
  return [
    ...(isOpen
      ? [
          "Place: the places that chance leaves open, as far as the intervals of the share and of the cost tell. Rows whose places overlap are in no order: choose among them by what you can do.",
        ]
      : []),
    scoreNote(weights),
    "Training?: whether learning closes such a gap, by its kinds. Where it says no, do what it calls for first.",
    "Cost: how much longer diagnosis took than in incidents of the same severity without it; association, not proof. A year: times the incidents a year.",
    "Judged by: the most that would be told from now, one-sided at 5 %, if incidents are as frequent as in the window.",
    "Read quoted evidence before you share it: pm cannot recognise every name.",
    windowNote(query, selection),
    ...undatedNotes(selection),
  ];
}

function findingOf([first]: readonly RankedItem[]): string | null {
  if (!first) return null;
  const name = first.competency?.name ?? first.id;
  const { incidents, of } = first.gap;
  return `${name} comes first: missing in ${incidents} of ${counted(of ?? 0, "incident")}`;
}

function buildPlan(query: Query, suggested: boolean): Report {
  const selection = selectIncidents(query, BY_LACKING);
  const always = { ...query, window: { ...query.window, since: null, prior: null } };
  const history = selectIncidents(always, BY_LACKING).base;
  const weights = query.planWeights ?? DEFAULT_WEIGHTS;
  const items = ranked(planItems(gapData(query, selection), history, query), weights);
  const years = yearsOf(selection.base, query.window);
  const section = tabulate({
    key: "plan",
    title: "What to do next, and how to tell whether it worked",
    columns: planColumns(query, years),
    items,
    membersOf: ({ incidents }) => incidents.map(({ path }) => path),
    whenEmpty:
      selection.whenEmpty ??
      `No gap is recorded in ${counted(selection.incidents.length, "incident")} of the window.`,
    finding: findingOf(items),
    chart: {
      ...{ kind: "ranking", label: "name", value: "incidents_share" },
      called: "Share of incidents",
      ...{ low: "incidents_share_low", high: "incidents_share_high" },
    },
    places: ({ mentions }) => mentions.map(placeOfGap),
  });
  return {
    name: "plan",
    title: "Training plan",
    subtitle: subtitle(query, selection),
    sections: [section, resourcesSection(items)],
    notes: [
      ...planNotes(query, selection, items, weights),
      ...(suggested ? suggestedNotes(selection.incidents, ["gaps"]) : []),
      ...smallCountNotes(selection.incidents.length, query),
    ],
  };
}

/** What learning and development should do next. */
export const plan = defineReport({
  name: "plan",
  summary: "What to teach, build or write next: for whom, from what, and how it will be judged",
  details: [
    "One row for each gap, in plain words: what is missing, whether training is the answer at all, for which teams, who can " +
      "teach it, what to learn from, which actions are open, and by what measure and date it will be judged.",
    "Place: the places that chance leaves open; rows whose places overlap are in no order.",
    "Score: frequency, cost, spread, trend and lack of actions, weighted as pm.yaml says (plan: weights).",
    "The table shows what fits; --format html, xlsx or csv hold every column. See docs/reports.md.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "escalations", "actions", "texts"],
  teamFilter: "lacked",
  options: {
    [INCLUDE_SUGGESTED]: SUGGESTED_OPTION,
    [INCLUDE_DRAFTS]: DRAFTS_OPTION,
  },
  build: (query, { [INCLUDE_SUGGESTED]: suggested }) => buildPlan(query, suggested),
});

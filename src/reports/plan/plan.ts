import { counted } from "../../core/counted.ts";
import { firstOf } from "../../core/first-of.ts";
import { tabulate } from "../../core/output/tabulate.ts";
import { DEFAULT_PLAN_WEIGHTS, type PlanWeights } from "../../core/settings/config.ts";
import { UNLISTED } from "../../core/settings/stand-in-names.ts";
import type { Report } from "../../core/table.ts";
import { defineReport, type Query } from "../define.ts";
import { type GapData, gapData, placeOfGap } from "../gaps/mentions.ts";
import { wholeNotes } from "../gaps/notes.ts";
import { chosenInterventions, judgedInterventions } from "../impact/judged-interventions.ts";
import { allTime } from "../shared/all-time.ts";
import { INCLUDE_SUGGESTED } from "../shared/confirmed.ts";
import { yearsOf } from "../shared/cost.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { BY_LACKING } from "../shared/filters.ts";
import { foreseenSections } from "../shared/foreseen.ts";
import { incidentsOf } from "../shared/mentions.ts";
import { smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import { proposed } from "../shared/proposals.ts";
import { selectIncidents, type Selection } from "../shared/selection.ts";
import { subtitle } from "../shared/subtitle.ts";
import { SUGGESTED_OPTION, suggestedNotes } from "../shared/suggested-option.ts";
import { verb } from "../shared/words.ts";
import { planColumns } from "./columns.ts";
import { progressOf } from "./progress.ts";
import { resourcesSection } from "./resources.ts";
import { planItems } from "./rows.ts";
import { FEWEST_FIRST, ranked, type RankedItem } from "./score.ts";
import { judgingOf, nameOf } from "./words.ts";

function scoreNote({ frequency, cost, spread, trend, unaddressed }: PlanWeights): string {
  return `Score: share of incidents × ${frequency}, annual cost relative to the costliest × ${cost} (0 if unclear), share of the teams that lacked it × ${spread}, rising × ${trend}, share of its incidents without an action for it × ${unaddressed}, out of 100; weights are in pm.yaml (plan: weights).`;
}

function planNotes(
  query: Query,
  selection: Selection,
  items: readonly RankedItem[],
  weights: PlanWeights,
): readonly string[] {
  if (items.length === 0) return [];
  return [
    `First: missing in at least ${FEWEST_FIRST} incidents, and no other gap clearly has a higher score. Watch: too few incidents to act on, or an intervention worked and the gap has not come up since. Then: all others, also a gap that has not come up for longer than chance explains (5 %, all gaps tested together). Within each, chance may explain the order: choose by what you can do.`,
    scoreNote(weights),
    "Training?: whether learning closes such a gap, by its kinds. If it says no, do what it calls for first.",
    "Cost: how much longer diagnosis took than in incidents of the same severity without it, and of the same services if there are enough; association, not proof. A year: that, times the incidents per year.",
    "Judged by: the highest count that would still show a fall (one-sided, 5 %), if incidents stay as frequent as in this window; --judge-on chooses the day.",
    "Who can teach: teams that were asked for the skill, and lacked it in no incident.",
    ...wholeNotes(query),
    "Read quoted evidence before you share it: pm cannot recognise every name.",
    windowNote(query, selection),
    ...undatedNotes(selection),
  ];
}

/** The most that a title names; the table has them all. */
const MOST_NAMED = 3;

/** Why no gap comes first. */
function nothingFirst(items: readonly RankedItem[]): string | null {
  if (items.length === 0) return null;
  const worked = items.filter(({ progress }) => progress.solvedBy !== null).length;
  return worked > 0
    ? `Nothing to start with: interventions on ${counted(worked, "skill")} worked, and nothing else stands out`
    : "Nothing stands out yet: too few incidents";
}

function findingOf(items: readonly RankedItem[]): string | null {
  const first = items.filter(({ turn }) => turn === "first");
  const [only] = first;
  if (!only) return nothingFirst(items);
  if (first.length === 1) {
    const { incidents, of } = only.gap;
    return `Start with ${nameOf(only)}: missing in ${incidents} of ${counted(of ?? 0, "incident")}`;
  }
  return `Start with these, in any order: ${firstOf(first.map(nameOf), MOST_NAMED)}`;
}

/** In how many incidents a skill was missing that nothing is planned for, as the taxonomy does not list it. */
function unlistedNotes({ mentions, selection }: GapData): readonly string[] {
  const some = mentions.filter(({ gap }) => gap.competency.value === UNLISTED);
  const incidents = incidentsOf(some).length;
  if (incidents === 0) return [];
  const whole = counted(selection.base.length, "incident");
  const name = verb(incidents, "names", "name");
  return [
    `Not planned: ${incidents} of ${whole} ${name} a skill that the taxonomy does not list. \`pm taxonomy usage\` says which; list it in the taxonomy, or its name among the aliases of a skill that is there.`,
  ];
}

/** Why a plan holds nothing, and what to run next. */
function whenEmpty(
  query: Query,
  { whenEmpty: none, incidents }: Selection,
  recorded: number,
): string {
  if (none !== null) return none;
  const whole = counted(incidents.length, "incident");
  if (recorded > 0) {
    return `The taxonomy lists none of the skills that were missing in ${whole}: \`pm taxonomy usage\` names them, and \`pm lint\` says where they are.`;
  }
  const { unconfirmed = [] } = query;
  return unconfirmed.length > 0
    ? `No confirmed gap in ${whole}, but ${counted(unconfirmed.length, "postmortem")} with suggestions: \`pm suggest --interactive\` walks through them, and \`pm plan --include-suggested\` counts them unreviewed.`
    : `No gap is recorded in ${whole}: ${proposed(query, incidents, "gap")}.`;
}

function buildPlan(query: Query, suggested: boolean, judgeOn: string | null): Report {
  const selection = selectIncidents(query, BY_LACKING);
  const always = allTime(query);
  const history = selectIncidents(always, BY_LACKING).base;
  const weights = query.planWeights ?? DEFAULT_PLAN_WEIGHTS;
  const data = gapData(query, selection);
  const planned = planItems(data, history, query);
  const { impacts } = judgedInterventions(
    chosenInterventions(always),
    selectIncidents(always).base,
    always,
  );
  const items = ranked(planned, progressOf(planned, impacts, selection.base, query), weights);
  const years = yearsOf(selection.base, query.window);
  const section = tabulate({
    key: "plan",
    title: "What to do next, and how to tell whether it worked",
    columns: planColumns(query, years, judgingOf(query, judgeOn)),
    items,
    membersOf: ({ incidents }) => incidents.map(({ path }) => path),
    whenEmpty: whenEmpty(query, selection, data.mentions.length),
    notes: items.length === 0 ? [] : unlistedNotes(data),
    finding: findingOf(items),
    chart: {
      ...{ kind: "ranking", label: "name", value: "incidents_share" },
      called: "Share of incidents",
      ...{ low: "incidents_share_low", high: "incidents_share_high" },
    },
    isTableFirst: true,
    isBlocks: true,
    places: ({ mentions }) => mentions.map(placeOfGap),
  });
  return {
    name: "plan",
    title: "Training plan",
    subtitle: subtitle(query, selection),
    sections: [section, resourcesSection(items), ...foreseenSections(query, selection.base)],
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
    "One block for each gap, in plain words: what is missing, whether training is the answer at all, for which teams, who can " +
      "teach it, what to learn from, which actions are open, and by what measure and date it will be judged.",
    "When: first, then, or watch where incidents are too few to act on; the rule is printed below the table.",
    "Score: frequency, cost, spread, trend and lack of actions, weighted as pm.yaml says (plan: weights).",
    "--wide and --columns write a table; --format xlsx and csv hold every column. See docs/reports.md.",
    "pm taxonomy export --as moodle --planned --since 6mo writes its competencies for Moodle; other products: docs/hand-over.md.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "escalations", "actions", "texts"],
  restsOnMoment: true,
  teamFilter: "lacked",
  readsForeseen: true,
  readsInterventions: true,
  countsProposals: "gap",
  options: {
    [INCLUDE_SUGGESTED]: SUGGESTED_OPTION,
    [INCLUDE_DRAFTS]: DRAFTS_OPTION,
    "judge-on": {
      kind: "date",
      description: "date on which to judge it (default: one window length after the window ends)",
      default: null,
    },
  },
  build: (query, { [INCLUDE_SUGGESTED]: suggested, "judge-on": judgeOn }) => {
    return buildPlan(query, suggested, judgeOn);
  },
});

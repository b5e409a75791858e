import { counted } from "../../core/counted.ts";
import { tabulate } from "../../core/output/tabulate.ts";
import type { Intervention } from "../../core/settings/intervention.ts";
import type { Report } from "../../core/table.ts";
import { defineReport, type Query } from "../define.ts";
import { allTime } from "../shared/all-time.ts";
import { INCLUDE_SUGGESTED } from "../shared/confirmed.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { firstDay } from "../shared/days.ts";
import { isSameSkill } from "../shared/lacking.ts";
import { smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import { selectIncidents } from "../shared/selection.ts";
import { LEVEL } from "../shared/share-change.ts";
import { subtitle } from "../shared/subtitle.ts";
import { SUGGESTED_OPTION, suggestedNotes } from "../shared/suggested-option.ts";
import { percent } from "../shared/words.ts";
import { impactColumns } from "./columns.ts";
import type { Judged } from "./judge.ts";
import { chosenInterventions, judgedInterventions } from "./judged-interventions.ts";

const NONE =
  "No intervention is recorded. `pm impact --add` asks for one and writes it to interventions.yaml.";

/** Interventions about the same skill, whose effects nothing can tell apart. */
function overlapNotes(
  interventions: readonly Intervention[],
  { taxonomy }: Query,
): readonly string[] {
  const overlapping = interventions.filter((one) =>
    interventions.some(
      (other) => other !== one && isSameSkill(taxonomy, one.competency, other.competency),
    ),
  );
  if (overlapping.length === 0) return [];
  const ids = overlapping.map(({ id }) => id).join(", ");
  return [`About the same skill, so their effects cannot be separated: ${ids}.`];
}

function methodNotes({ impacts, comparisons }: Judged): readonly string[] {
  if (impacts.length === 0) return [];
  if (comparisons === 0) {
    return [
      "Nothing could be compared: too few incidents are before or after each intervention, or its skill was never missing.",
    ];
  }
  return [
    "Before: incidents that started up to the day of the intervention. Since: all later ones. Ratios are since ÷ before, divided by the same of all other incidents, so that a change of everything is no effect; below 1 is a fall.",
    `Worked: the interval lies below ×1, and chance explains it in at most ${percent(LEVEL)} of reports, with ${counted(comparisons, "comparison")} tested together. No large effect: a fall by half or more is ruled out (one-sided, 95 %).`,
    "Training follows bad months, and better months follow those anyway: a part of any fall can be that. Compare the dates with what else changed.",
  ];
}

function findingOf({ impacts }: Judged): string | null {
  if (impacts.length === 0) return null;
  const worked = impacts.filter(({ verdict }) => verdict === "worked").length;
  const open = impacts.filter(({ verdict }) => verdict === "cannot tell yet").length;
  const found = `${worked} of ${counted(impacts.length, "intervention")} worked`;
  return open > 0 ? `${found}; too early to tell for ${open}` : found;
}

/** Where a window begins it chooses interventions: what was before them is compared with. */
function sinceNotes(first: string | null): readonly string[] {
  if (first === null) return [];
  return [`Interventions from ${first} on. Incidents before that day count too, for comparison.`];
}

function buildImpact(asked: Query, suggested: boolean): Report {
  const query = allTime(asked);
  const selection = selectIncidents(query);
  const { base } = selection;
  const whole = { ...selection, incidents: base };
  const { interventions = [] } = query;
  const first = firstDay(asked);
  const chosen = chosenInterventions(query).filter(({ date }) => date >= (first ?? ""));
  const judged = judgedInterventions(chosen, base, query);
  const section = tabulate({
    key: "impact",
    title: "Interventions, and what changed since",
    columns: impactColumns(query),
    membersOf: ({ paths }) => paths,
    places: ({ places }) => places,
    isTableFirst: true,
    isBlocks: true,
    items: base.length > 0 ? judged.impacts : [],
    whenEmpty:
      selection.whenEmpty ??
      (interventions.length > 0
        ? `None of ${counted(interventions.length, "intervention")} matches these filters.`
        : NONE),
    finding: findingOf(judged),
    chart: {
      kind: "change",
      called: "Share of incidents that lacked it",
      label: "intervention",
      before: "incidents_before_share",
      after: "incidents_after_share",
    },
  });
  return {
    name: "impact",
    title: "Impact: did it work?",
    subtitle: subtitle(query, whole),
    sections: [section],
    notes: [
      ...(chosen.length > 0 ? [windowNote(query, whole)] : []),
      ...sinceNotes(first),
      ...undatedNotes(selection),
      ...methodNotes(judged),
      ...overlapNotes(chosen, query),
      ...(suggested ? suggestedNotes(base, ["gaps"]) : []),
      ...(chosen.length > 0 ? smallCountNotes(base.length, query) : []),
    ],
  };
}

/** Whether what was done about gaps worked. */
export const impact = defineReport({
  name: "impact",
  summary: "Whether training, runbooks and tools worked: gaps before and after each",
  details: [
    "Reads interventions.yaml, beside pm.yaml or where pm.yaml says (`interventions: FILE`).",
    "Compares incidents up to the day of an intervention with later ones: how often its teams lacked the competency, and " +
      "how long diagnosis then took, both relative to all other incidents.",
    "Verdict: worked, worse since, no large effect (a halving is ruled out), cannot tell yet, or planned.",
    "Cannot tell yet: says how many incidents would show a halving in 4 of 5 cases. See docs/statistics.md.",
    "--add: asks for an intervention and adds it to the file. With --yes it asks nothing and takes --id, --date, " +
      "--competency, --team, --kind (exercise, course, runbook, tool or pairing), --hours and --note.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "escalations"],
  readsInterventions: true,
  options: {
    [INCLUDE_SUGGESTED]: SUGGESTED_OPTION,
    [INCLUDE_DRAFTS]: DRAFTS_OPTION,
  },
  build: (query, { [INCLUDE_SUGGESTED]: suggested }) => buildImpact(query, suggested),
});

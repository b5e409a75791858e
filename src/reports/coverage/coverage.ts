import { counted } from "../../core/counted.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Report } from "../../core/table.ts";
import { defineReport, type Query } from "../define.ts";
import { INCLUDE_SUGGESTED } from "../shared/confirmed.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { BY_GAPS_OR_SOUGHT } from "../shared/filters.ts";
import { teamsNamed } from "../shared/lacking.ts";
import { smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import { isRare, proposed } from "../shared/proposals.ts";
import { selectIncidents, type Selection } from "../shared/selection.ts";
import { subtitle } from "../shared/subtitle.ts";
import { SUGGESTED_OPTION, suggestedNotes } from "../shared/suggested-option.ts";
import { teamNotes } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { bordersSection, servicesSection } from "./services.ts";
import { singlePointsSection } from "./single-points.ts";
import { teamsSection } from "./teams.ts";
import { untestedSection } from "./untested.ts";

/** What the tables cannot use: incidents in which no skill was named, or of services without an owner. */
function leftOutNotes(
  query: Query,
  incidents: readonly Postmortem[],
  evidence: readonly Evidence[],
): readonly string[] {
  const silent = evidence.filter(({ inPlay }) => inPlay.length === 0).length;
  const ownerless = evidence.filter(({ hasOwner }) => !hasOwner).length;
  const whole = counted(evidence.length, "incident");
  const name = verb(silent, "names", "name");
  const have = verb(ownerless, "has", "have");
  const way = isRare(incidents, "gap") ? `: ${proposed(query, incidents, "gap")}` : "";
  return [
    ...(silent > 0
      ? [`${silent} of ${whole} ${name} no competency, as a gap or as what was sought${way}.`]
      : []),
    ...(ownerless > 0
      ? [
          `${ownerless} of ${whole} ${have} no service whose owner the taxonomy knows; the tables of services leave out such incidents.`,
        ]
      : []),
  ];
}

function coverageNotes(
  query: Query,
  selection: Selection,
  evidence: readonly Evidence[],
  suggested: boolean,
): readonly string[] {
  return [
    windowNote(query, selection),
    ...undatedNotes(selection),
    ...leftOutNotes(query, selection.incidents, evidence),
    ...teamNotes(query.taxonomy, teamsNamed(query.taxonomy, selection.incidents)),
    ...(suggested ? suggestedNotes(selection.incidents, ["gaps", "escalations"]) : []),
    ...smallCountNotes(selection.incidents.length, query),
  ];
}

function buildCoverage(query: Query, suggested: boolean): Report {
  const selection = selectIncidents(query, BY_GAPS_OR_SOUGHT);
  const evidence = evidenceOf(selection.incidents, query);
  const whole = counted(selection.incidents.length, "incident");
  const none = (what: string) =>
    selection.whenEmpty ?? `No competency is missing or sought ${what} in ${whole}.`;
  return {
    name: "coverage",
    title: "Coverage: which team knows what, as far as incidents show",
    subtitle: subtitle(query, selection),
    sections: [
      teamsSection(evidence, query, none("by a team that is named")),
      servicesSection(evidence, query, none("for a service whose owner is known")),
      singlePointsSection(evidence, query),
      bordersSection(evidence, query),
      untestedSection(evidence, query),
    ],
    notes: coverageNotes(query, selection, evidence, suggested),
  };
}

/** Which team and which service's owner managed which skill alone, and which needed others. */
export const coverage = defineReport({
  name: "coverage",
  summary: "Which team knows what, whom it needs, and what no incident has tested",
  details: [
    "Counts incidents. A competency counts if it was missing, or if another team was asked for it, for expertise or without a stated reason.",
    "Alone: no other team responded, escalated or was called in.",
    "Needed others: the team asked another one for it. Was asked: another team asked this one.",
    "Single points: only one team was asked, in at least two incidents; likely from four on.",
    "Always cross a border: in each of at least two incidents, a team worked besides the owner of the service.",
    "Untested: no incident of the window shows who has it. See docs/reports.md.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "escalations"],
  countsProposals: "gap",
  options: { [INCLUDE_SUGGESTED]: SUGGESTED_OPTION, [INCLUDE_DRAFTS]: DRAFTS_OPTION },
  build: (query, { [INCLUDE_SUGGESTED]: suggested }) => buildCoverage(query, suggested),
});

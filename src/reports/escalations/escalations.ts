import { counted } from "../../core/counted.ts";
import type { Report } from "../../core/table.ts";
import { defineReport, type Query } from "../define.ts";
import { isCompared } from "../shared/compared.ts";
import { INCLUDE_SUGGESTED, includedNotes } from "../shared/confirmed.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { BY_GAPS_OR_SOUGHT } from "../shared/filters.ts";
import { teamsNamed } from "../shared/lacking.ts";
import { incidentsOf } from "../shared/mentions.ts";
import { smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import { proposed } from "../shared/proposals.ts";
import { selectIncidents, type Selection } from "../shared/selection.ts";
import { subtitle } from "../shared/subtitle.ts";
import { teamNotes } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";
import { coverageSection } from "./coverage.ts";
import { edgesSection } from "./edges.ts";
import { escalationMentions, minutesToEscalation } from "./mentions.ts";
import { singlePointsSection, soughtSection } from "./sought-competencies.ts";

function escalationNotes(query: Query, selection: Selection): readonly string[] {
  const mentions = escalationMentions(selection.incidents, query);
  const escalated = incidentsOf(mentions).length;
  const timeless = mentions.filter((mention) => minutesToEscalation(mention) === null).length;
  const have = verb(timeless, "has no known time", "have no known time");
  const stay = verb(timeless, "stays", "stay");
  const whole = counted(selection.incidents.length, "incident");
  return [
    windowNote(query, selection),
    ...undatedNotes(selection),
    ...(selection.incidents.length > 0
      ? [`${escalated} of ${whole} ${verb(escalated, "records", "record")} an escalation.`]
      : []),
    ...(timeless > 0
      ? [
          `${counted(timeless, "escalation")} ${have} since detection and ${stay} out of the medians.`,
        ]
      : []),
    ...teamNotes(query.taxonomy, teamsNamed(query.taxonomy, selection.incidents)),
    ...smallCountNotes(selection.incidents.length, query),
  ];
}

const COMPARED =
  "Change compares shares of incidents, for all rows of a table together, including rows that only the other window had. If nothing changed, at most 5 % of tables name any. Incidents it takes: in each window, to find such a difference in 4 of 5 cases.";

function buildEscalations(query: Query, suggested: boolean): Report {
  const selection = selectIncidents(query, BY_GAPS_OR_SOUGHT);
  const mentions = escalationMentions(selection.incidents, query);
  const data = {
    mentions,
    compared: isCompared(query)
      ? {
          priorMentions: escalationMentions(selection.prior ?? [], query),
          of: selection.base.length,
          priorOf: selection.priorBase?.length ?? 0,
        }
      : null,
    taxonomy: query.taxonomy,
    suggested,
  };
  const none = `No incident in the window records an escalation (${counted(selection.incidents.length, "incident")} read): ${proposed(query, selection.incidents, "escalation")}.`;
  return {
    name: "escalations",
    title: "Escalations: which team asks which, and for what",
    subtitle: subtitle(query, selection),
    sections: [
      edgesSection(data, selection.whenEmpty ?? none),
      soughtSection(data),
      coverageSection(selection.incidents, query.taxonomy, suggested),
      singlePointsSection(data),
    ],
    notes: [
      ...escalationNotes(query, selection),
      ...(data.compared ? [COMPARED] : []),
      ...(suggested ? includedNotes(selection.incidents, "escalations") : []),
    ],
  };
}

/** Which teams escalate to which, for what, and which skills only one team is asked for. */
export const escalations = defineReport({
  name: "escalations",
  summary: "Which teams escalate to which, for what, and which skills only one team is asked for",
  details: [
    "All figures count incidents, except Escalations, which counts the escalations themselves.",
    "Until escalated: time from detection to the first such escalation of each incident.",
    "Only escalations for expertise are evidence of a skill gap; those for access show an access gap.",
    "Other teams: those that responded, escalated or were called in besides the owner of the service.",
    "Only one team: sought for expertise, or without a stated reason, from a single team in at least two incidents.",
    "--competency keeps incidents with such a gap or escalation, and only the escalations that match.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "escalations"],
  compares: true,
  countsProposals: "escalation",
  options: {
    [INCLUDE_DRAFTS]: DRAFTS_OPTION,
    [INCLUDE_SUGGESTED]: {
      kind: "flag",
      description: "also count unconfirmed escalations that pm suggest wrote",
    },
  },
  build: (query, { [INCLUDE_SUGGESTED]: suggested }) => buildEscalations(query, suggested),
});

import { counted } from "../../core/counted.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Report } from "../../core/table.ts";
import { defineReport, type Query } from "../define.ts";
import { isCompared } from "../shared/compared.ts";
import { INCLUDE_SUGGESTED, includedNotes } from "../shared/confirmed.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { BY_GAPS_OR_SOUGHT } from "../shared/filters.ts";
import { smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import { selectIncidents, type Selection } from "../shared/selection.ts";
import { subtitle } from "../shared/subtitle.ts";
import { teamNotes } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";
import { coverageSection } from "./coverage.ts";
import { edgesSection } from "./edges.ts";
import { endsOf, escalationMentions, incidentsOf, minutesToEscalation } from "./mentions.ts";
import { singlePointsSection, soughtSection } from "./sought-competencies.ts";

function respondersOf(incidents: readonly Postmortem[]): readonly string[] {
  return incidents.flatMap(({ teams }) => teams.map(({ value }) => value));
}

function escalationNotes(query: Query, selection: Selection): readonly string[] {
  const mentions = escalationMentions(selection.incidents, query);
  const escalated = incidentsOf(mentions).length;
  const timeless = mentions.filter((mention) => minutesToEscalation(mention) === null).length;
  const have = verb(timeless, "has no known time", "have no known time");
  const stay = verb(timeless, "it stays", "they stay");
  const whole = counted(selection.incidents.length, "incident");
  return [
    windowNote(query, selection),
    ...undatedNotes(selection),
    `${escalated} of ${whole} ${verb(escalated, "records", "record")} an escalation.`,
    ...(timeless > 0
      ? [`${counted(timeless, "escalation")} ${have} from detection; ${stay} out of the medians.`]
      : []),
    ...teamNotes(query.taxonomy, [...endsOf(mentions), ...respondersOf(selection.incidents)]),
    ...smallCountNotes(selection.incidents.length, query),
  ];
}

const COMPARED =
  "Change: by the share of incidents, over all rows of a table together, with those that only the other window had. Where nothing changed, at most 5 % of tables name any. Incidents it takes: in each window, to find such a difference in 4 of 5 cases.";

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
  const none = `No escalation is recorded in ${counted(selection.incidents.length, "incident")} of the window.`;
  return {
    name: "escalations",
    title: "Escalations and who is asked for what",
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

/** Who hands over to whom, for what, and which knowledge only one team holds. */
export const escalations = defineReport({
  name: "escalations",
  summary: "Who hands over to whom and for what, and which knowledge only one team is asked for",
  details: [
    "Counts incidents; escalations counts the hand-overs themselves.",
    "Until escalated: from detection to the first such escalation of each incident.",
    "Only the reason expertise is evidence of a skill gap; access is evidence of an access gap.",
    "Coverage: other teams are those that own none of the incident's services, and responded, handed over or were called in.",
    "Single points: sought for expertise, or for no stated reason, from one team alone in this window.",
    "--competency keeps incidents with such a gap or escalation, and of their escalations only those.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "escalations"],
  compares: true,
  options: {
    [INCLUDE_DRAFTS]: DRAFTS_OPTION,
    [INCLUDE_SUGGESTED]: {
      kind: "flag",
      description: "count escalations too that pm suggest wrote and nobody has confirmed",
    },
  },
  build: (query, { [INCLUDE_SUGGESTED]: suggested }) => buildEscalations(query, suggested),
});

import { type Phase, PHASES } from "../core/postmortem.ts";
import { isoDate } from "../core/time/calendar.ts";
import { PHASE_TITLES, phaseDuration } from "../core/time/durations.ts";
import { defineTable, type ExportedIncident, field, type FieldOf } from "./define.ts";
import { dateOf, valueOf } from "./of-incident.ts";

type IncidentField = FieldOf<ExportedIncident>;

function durationFields(phase: Phase): readonly IncidentField[] {
  const title = PHASE_TITLES[phase];
  const known = ({ confirmed }: ExportedIncident) => phaseDuration(confirmed, phase);
  return [
    field(
      `time_to_${phase}_minutes`,
      "number",
      `${title}; empty also if only small teams, or one person, worked on it.`,
      (one) => valueOf(known(one)),
      "minutes",
    ),
    field(
      `time_to_${phase}_how`,
      "text",
      "How it is known: stated in the document, computed from stated milestones, or inferred from wording.",
      (one) => known(one)?.source.how ?? null,
    ),
  ];
}

const WHEN: readonly IncidentField[] = [
  field(
    "started_at",
    "instant",
    "When the incident started; the beginning of the day if only the day is known.",
    ({ incident }) => valueOf(incident.milestones.started),
  ),
  field(
    "started_epoch_ms",
    "integer",
    "The same as a number, for engines that differ in time zones.",
    ({ incident }) => valueOf(incident.milestones.started),
    "milliseconds since 1970-01-01T00:00Z",
  ),
  field(
    "started_on",
    "date",
    "The day on which it started, in the time zone of pm.yaml.",
    ({ incident: { milestones } }, { timeZone }) =>
      milestones.started && isoDate(milestones.started.value, timeZone),
  ),
  field("published_at", "instant", "When the postmortem was published.", ({ incident }) =>
    valueOf(incident.published),
  ),
];

const WHAT: readonly IncidentField[] = [
  field("incident_key", "text", "Key: the source and the incident's id.", ({ key }) => key),
  field("incident_id", "text", "The id of the postmortem.", ({ incident }) => incident.id.value),
  field("title", "text", "The title.", ({ incident }) => valueOf(incident.title)),
  field("status", "text", "draft, review or final.", ({ incident }) => valueOf(incident.status)),
  field(
    "is_counted",
    "boolean",
    "Whether reports count it: false for a draft, and for a copy of another document.",
    ({ isCounted }) => isCounted,
  ),
  field("severity", "text", "The severity.", ({ incident }) => valueOf(incident.severity)),
  field("detected_by", "text", "What detected it.", ({ incident }) => valueOf(incident.detectedBy)),
  field("trigger", "text", "What set it off.", ({ incident }) => valueOf(incident.trigger)),
];

/** Fewer responders are not distinguished: they could be recognised. */
function bandOf(responders: number | null): string | null {
  if (responders === null) return null;
  return responders < 5 ? "0 to 4" : responders < 10 ? "5 to 9" : "10 and more";
}

const FEW = "Empty where it would describe few people: small teams alone, or one responder.";

const CONDITIONS: readonly IncidentField[] = [
  field(
    "responders",
    "text",
    `How many people responded: 0 to 4, 5 to 9, or 10 and more. ${FEW}`,
    (one) => bandOf(one.incident.conditions?.responders?.value ?? null),
  ),
  field("familiarity", "text", `How familiar the responders were with the system. ${FEW}`, (one) =>
    valueOf(one.incident.conditions?.familiarity ?? null),
  ),
  field("staffing", "text", `How the response was staffed. ${FEW}`, (one) =>
    valueOf(one.incident.conditions?.staffing ?? null),
  ),
  field("fatigue", "text", `How tired the responders were. ${FEW}`, (one) =>
    valueOf(one.incident.conditions?.fatigue ?? null),
  ),
];

const REVIEW: readonly IncidentField[] = [
  field("review_due_on", "date", "When its review is due.", (one) =>
    dateOf(one.incident.review?.due ?? null),
  ),
  field("review_done_on", "date", "When it was reviewed.", (one) =>
    dateOf(one.incident.review?.done ?? null),
  ),
];

/** One row for each postmortem. */
export const incidents = defineTable<ExportedIncident>({
  name: "incidents",
  summary: "One row for each postmortem.",
  key: ["incident_key"],
  fields: [...WHAT, ...WHEN, ...PHASES.flatMap(durationFields), ...CONDITIONS, ...REVIEW],
  items: ({ incidents: all }) => all,
  incidentOf: (one) => one,
});

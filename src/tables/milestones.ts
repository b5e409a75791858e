import { type EpochMs, type Fact, type Milestone, MILESTONES } from "../core/postmortem.ts";
import { defineTable, type ExportedIncident, field } from "./define.ts";
import { incidentKey, incidentOf, type Part, partsOf } from "./of-incident.ts";

interface Reached {
  readonly milestone: Milestone;
  readonly at: Fact<EpochMs>;
}

/** The milestones that are known; where the incident's times are withheld, when it started. */
function reachedBy({ incident }: ExportedIncident): readonly Reached[] {
  const shown = incident.areTimesWithheld ? (["started"] as const) : MILESTONES;
  return shown.flatMap((milestone) => {
    const at = incident.milestones[milestone];
    return at ? [{ milestone, at }] : [];
  });
}

/** One row for each known milestone of an incident. */
export const milestones = defineTable<Part<Reached>>({
  name: "milestones",
  summary:
    "One row for each known milestone of an incident; only its start if only small teams, or one person, worked on it.",
  key: ["incident_key", "milestone"],
  fields: [
    incidentKey(),
    field("milestone", "text", `One of ${MILESTONES.join(", ")}.`, ({ part }) => part.milestone),
    field("at", "instant", "When it was reached.", ({ part }) => part.at.value),
    field(
      "precision",
      "text",
      "day if only the day is known; at is then its beginning.",
      ({ part }) => part.at.source.precision ?? null,
    ),
    field(
      "how",
      "text",
      "How it is known: stated, computed or inferred.",
      ({ part }) => part.at.source.how,
    ),
    field(
      "confidence",
      "text",
      "low if the wording leaves doubt; no duration is computed from such a milestone.",
      ({ part }) => part.at.source.confidence ?? null,
    ),
  ],
  items: (context) => partsOf(context, reachedBy),
  incidentOf,
});

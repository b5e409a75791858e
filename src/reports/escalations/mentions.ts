import type { Escalation, Postmortem } from "../../core/postmortem.ts";
import type { Place } from "../../core/table.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import type { Query } from "../define.ts";
import { passesCompetency } from "../shared/filters.ts";
import { NOT_STATED } from "../shared/grouping.ts";
import { teamLabel } from "../shared/team-label.ts";

/** One escalation of one incident. */
export interface EscalationMention {
  readonly incident: Postmortem;
  readonly escalation: Escalation;
}

/** The escalations of incidents that pass the competency filter. */
export function escalationMentions(
  incidents: readonly Postmortem[],
  query: Query,
): readonly EscalationMention[] {
  const isFiltered = query.filters.competencies.length > 0;
  return incidents.flatMap((incident) =>
    incident.escalations
      .filter(({ competency }) =>
        competency ? passesCompetency(query, competency.value) : !isFiltered,
      )
      .map((escalation) => ({ incident, escalation })),
  );
}

/** Where an escalation is written. */
export function placeOfEscalation({ incident, escalation }: EscalationMention): Place {
  return { path: incident.path, line: escalation.source.range.start.line };
}

/** Whether an escalation is confirmed, not a pending suggestion. */
export function isConfirmed({ escalation }: EscalationMention): boolean {
  return escalation.confirmed;
}

/** The name of one side of an escalation in an aggregate. */
export function endLabel(taxonomy: Taxonomy, end: Escalation["from"]): string {
  return end ? teamLabel(taxonomy, end.value) : NOT_STATED;
}

/** Minutes from detection to an escalation; null where either is unknown or withheld, or they are out of order. */
export function minutesToEscalation({ incident, escalation }: EscalationMention): number | null {
  const { milestones, areTimesWithheld } = incident;
  const { detected } = milestones;
  if (areTimesWithheld || !detected || !escalation.at || escalation.at.value < detected.value)
    return null;
  return Math.round((escalation.at.value - detected.value) / MS_PER_MINUTE);
}

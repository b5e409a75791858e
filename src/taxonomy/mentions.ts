import { confirmedOnly } from "../core/document/confirmed.ts";
import { type Fact, type Postmortem } from "../core/postmortem.ts";
import type { TermList } from "../core/taxonomy.ts";

/** In what a document names a term: `incident` is what happened to whom. */
export type MentionedIn = "incident" | "gaps" | "escalations" | "actions";

/** One place at which an incident names something of the taxonomy. */
export interface Mention {
  readonly list: TermList;
  /** The id, or what is written where the taxonomy does not have it. */
  readonly id: string;
  readonly written: string;
  readonly within: MentionedIn;
  readonly incident: Postmortem;
  /** File and line. */
  readonly place: string;
}

type Named = readonly [list: TermList, fact: Fact<string> | null, within: MentionedIn];

function namedBy(incident: Postmortem): readonly Named[] {
  const { severity, services, teams, detectedBy, trigger, causes } = incident;
  return [
    ["severities", severity, "incident"],
    ...services.map((fact): Named => ["services", fact, "incident"]),
    ...teams.map((fact): Named => ["teams", fact, "incident"]),
    ["detectionSources", detectedBy, "incident"],
    ["triggers", trigger, "incident"],
    ...causes.map((fact): Named => ["causes", fact, "incident"]),
    ...incident.gaps.flatMap(({ competency, kind, team }): readonly Named[] => [
      ["competencies", competency, "gaps"],
      ["kinds", kind, "gaps"],
      ["teams", team, "gaps"],
    ]),
    ...incident.escalations.flatMap(({ from, to, competency }): readonly Named[] => [
      ["teams", from, "escalations"],
      ["teams", to, "escalations"],
      ["competencies", competency, "escalations"],
    ]),
    ...incident.actions.map(({ competency }): Named => ["competencies", competency, "actions"]),
  ];
}

/**
 * Everything of the taxonomy that incidents name, in their order. An action's owner is left out: it
 * may be a role, which the taxonomy does not know.
 */
export function mentionsOf(incidents: readonly Postmortem[]): readonly Mention[] {
  return incidents.flatMap((incident) =>
    namedBy(confirmedOnly(incident)).flatMap(([list, fact, within]) => {
      if (fact === null) return [];
      const { value: id, written = fact.value, source } = fact;
      const place = `${incident.path}:${source.range.start.line}`;
      return [{ list, id, written, within, incident, place }];
    }),
  );
}

/** How many incidents some mentions come from: one that names a term twice counts once. */
export function countIncidents(mentions: readonly Mention[]): number {
  return new Set(mentions.map(({ incident }) => incident)).size;
}

/** Mentions by what they have in common. */
export function groupMentions(
  mentions: readonly Mention[],
  keyOf: (mention: Mention) => string,
): ReadonlyMap<string, readonly Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(keyOf(mention));
    if (group) group.push(mention);
    else groups.set(keyOf(mention), [mention]);
  }
  return groups;
}

import {
  type Escalation,
  type Fact,
  type Gap,
  type Postmortem,
  UNKNOWN,
} from "../../core/postmortem.ts";
import { isPartOf, type Taxonomy } from "../../core/taxonomy.ts";
import { knownOf, knownTexts } from "./grouping.ts";

/** A team as it is distinguished from others, also where several are shown under one name; not for print. */
function teamOf({ value, distinct }: Fact<string>): string {
  return distinct ?? value;
}

/** Whether two tags mean the same skill: equal, or one of them the domain of the other. */
export function isSameSkill(taxonomy: Taxonomy, a: string, b: string): boolean {
  return isPartOf(taxonomy, a, b) || isPartOf(taxonomy, b, a);
}

/** Whether an escalation asked its target for the skill: it names it, or names none and no other reason. */
function asksFor(taxonomy: Taxonomy, competency: string, escalation: Escalation): boolean {
  const sought = escalation.competency?.value ?? UNKNOWN;
  if (sought !== UNKNOWN) return isSameSkill(taxonomy, sought, competency);
  const reason = escalation.reason?.value ?? UNKNOWN;
  return reason === UNKNOWN || reason === "expertise";
}

/** The teams that were asked for a skill in an incident, as written: they have it. */
export function askedFor(
  taxonomy: Taxonomy,
  { escalations }: Postmortem,
  competency: string,
): readonly string[] {
  const others: string[] = [];
  for (const escalation of escalations) {
    const { from, to } = escalation;
    // A hand-over to a higher tier of the same team asks nobody else.
    const isOther = to !== null && teamOf(to) !== (from && teamOf(from));
    if (isOther && asksFor(taxonomy, competency, escalation)) others.push(teamOf(to));
  }
  return others.length === 0 ? others : knownOf(others);
}

/** The teams that own the services of an incident, as far as the taxonomy knows them. */
export function ownersOf(taxonomy: Taxonomy, { services }: Postmortem): readonly string[] {
  const owners = services.flatMap(({ value }) =>
    taxonomy.services.filter(({ id }) => id === value).map(({ owner }) => owner),
  );
  return knownTexts(owners);
}

/** The teams at work on an incident: those that responded, handed over or were called in. */
export function teamsAtWork({ teams, escalations }: Postmortem): readonly string[] {
  const ends = escalations.flatMap(({ from, to }) => [from, to]);
  return knownTexts([...teams, ...ends].flatMap((fact) => fact?.value ?? []));
}

/** Those at work beside the owner of one service: also the owners of other services of the incident. */
export function teamsBeside(owner: string, incident: Postmortem): readonly string[] {
  return teamsAtWork(incident).filter((team) => team !== owner);
}

/** All teams that reports on who knows what name: at work, or owners of the incidents' services. */
export function teamsNamed(
  taxonomy: Taxonomy,
  incidents: readonly Postmortem[],
): readonly string[] {
  return incidents.flatMap((one) => [...teamsAtWork(one), ...ownersOf(taxonomy, one)]);
}

/** Whether an escalation tells who knows: access, authority and capacity do not, nor does the same team. */
export function asksForKnowledge({ reason, from, to }: Escalation): boolean {
  const isKnowledge = reason === null || reason.value === UNKNOWN || reason.value === "expertise";
  return isKnowledge && to !== null && teamOf(to) !== (from && teamOf(from));
}

function values(facts: readonly Fact<string>[]): readonly string[] {
  return knownTexts(facts.map(teamOf));
}

/**
 * The teams that lacked the skill of a gap, as written: the gap's own; else those that responded, but
 * for the ones that were asked for it; else those that own the services. Empty where nobody knows.
 * @param asked those that were asked for it, where somebody knows them already.
 */
export function lackingTeams(
  taxonomy: Taxonomy,
  incident: Postmortem,
  gap: Gap,
  asked?: readonly string[],
): readonly string[] {
  if (gap.team && gap.team.value !== UNKNOWN) return [teamOf(gap.team)];
  const others = asked ?? askedFor(taxonomy, incident, gap.competency.value);
  const without = (teams: readonly string[]) => teams.filter((team) => !others.includes(team));
  const responders = without(values(incident.teams));
  return responders.length > 0 ? responders : without(ownersOf(taxonomy, incident));
}

/** Every team that an incident has to do with: those that responded, own a service or lacked a skill. */
export function teamsInvolved(taxonomy: Taxonomy, incident: Postmortem): readonly string[] {
  return knownTexts([
    ...incident.teams.map(teamOf),
    ...ownersOf(taxonomy, incident),
    ...incident.gaps.flatMap(({ team }) => (team ? teamOf(team) : [])),
  ]);
}

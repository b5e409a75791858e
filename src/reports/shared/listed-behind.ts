import { phaseDuration } from "../../core/durations.ts";
import { type Fact, type Phase, type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import { SMALL_SERVICES, SMALL_TEAMS } from "../../core/stand-in-names.ts";

const HIDDEN: readonly string[] = [SMALL_TEAMS, SMALL_SERVICES];

/**
 * Whether a name stands for several groups, none of which is shown. Incidents are counted under it, but
 * how long they took, or a verdict, could point to one group alone.
 */
export function isHiddenGroup(name: string): boolean {
  return HIDDEN.includes(name);
}

/**
 * Whether only teams that are not shown worked on an incident, or one person alone: by its teams, else by
 * its services. A list of single incidents counts it, but says no minutes of it.
 */
export function isOfHiddenTeams(incident: Postmortem): boolean {
  const { teams, services, conditions, isWithheld } = incident;
  if (isWithheld || conditions?.responders?.value === 1) return true;
  const named = (facts: readonly Fact<string>[]) =>
    facts.map(({ value }) => value).filter((value) => value !== UNKNOWN);
  const names = teams.length > 0 ? named(teams) : named(services);
  return names.length > 0 && names.every(isHiddenGroup);
}

/** The minutes of a phase as a list of single incidents may show them; null where it may not. */
export function shownDuration(incident: Postmortem, phase: Phase): Fact<number> | null {
  return isOfHiddenTeams(incident) ? null : phaseDuration(incident, phase);
}

/**
 * What lies behind a row that is about one of something, as far as it may be listed: by team or
 * service nothing, as the rest would be that of the small ones.
 */
export function listedBehind<T>(by: string, items: readonly T[]): readonly T[] {
  return by === "team" || by === "service" ? [] : items;
}

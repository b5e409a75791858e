import { knownValues, type Postmortem } from "../core/postmortem.ts";
import { isHiddenGroup } from "../core/settings/stand-in-names.ts";

/** The names of those who worked on an incident: its teams, else those of its parts, else its services. */
function namesAtWork({ teams, gaps, escalations, services }: Postmortem): readonly string[] {
  const responders = knownValues(teams);
  if (responders.length > 0) return responders;
  const ends = escalations.flatMap(({ from, to }) => [from, to]);
  const parts = knownValues([...gaps.map(({ team }) => team), ...ends]);
  return parts.length > 0 ? parts : knownValues(services);
}

/** Whether too few people stand behind an incident, with its names as they are shown, to say how long it took. */
function isOfTooFew(shown: Postmortem): boolean {
  if (shown.isWithheld || shown.conditions?.responders?.value === 1) return true;
  const names = namesAtWork(shown);
  return names.length > 0 && names.every(isHiddenGroup);
}

/**
 * The postmortem, without its times and the conditions of the work if only teams that are not shown, or
 * one person, worked on it. The incident and the whole folder decide, never the row it counts in: else a
 * window that is a day longer would give its minutes away.
 */
export function withTimesWithheld(shown: Postmortem): Postmortem {
  if (!isOfTooFew(shown)) return shown;
  return { ...shown, conditions: null, areTimesWithheld: true };
}

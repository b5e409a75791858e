/** Stands for all teams that have too few people behind them to be shown on their own. */
export const SMALL_TEAMS = "(small teams)";

/** Stands for the services that such teams own. */
export const SMALL_SERVICES = "(services of small teams)";

/** Stands for whatever the taxonomy does not list: it could be the name of a person. */
export const UNLISTED = "(unlisted)";

/** Begins what tells a name that is not shown from others, so that it equals none that is. */
export const NOT_SHOWN = "not shown: ";

const HIDDEN: readonly string[] = [SMALL_TEAMS, SMALL_SERVICES];

/**
 * Whether a name stands for several groups, none of which is shown. Incidents are counted under it, but
 * how long they took, or a verdict, could point to one group alone.
 */
export function isHiddenGroup(name: string): boolean {
  return HIDDEN.includes(name);
}

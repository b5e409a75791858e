import { SMALL_SERVICES, SMALL_TEAMS } from "../../core/withheld-names.ts";

const HIDDEN: readonly string[] = [SMALL_TEAMS, SMALL_SERVICES];

/**
 * Whether a name stands for several groups, none of which is shown. Incidents are counted under it, but
 * how long they took, or a verdict, could point to one group alone.
 */
export function isHiddenGroup(name: string): boolean {
  return HIDDEN.includes(name);
}

/**
 * What lies behind a row that is about one of something, as far as it may be listed: by team or
 * service nothing, as the rest would be that of the small ones.
 */
export function listedBehind<T>(by: string, items: readonly T[]): readonly T[] {
  return by === "team" || by === "service" ? [] : items;
}

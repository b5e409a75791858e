import { SMALL_SERVICES, SMALL_TEAMS } from "../../core/withheld-names.ts";

const HIDDEN: readonly string[] = [SMALL_TEAMS, SMALL_SERVICES];

/**
 * Whether a name stands for several groups, none of which is shown. Incidents are counted under it, but
 * how long they took, or a verdict, could point to one group alone.
 */
export function isHiddenGroup(name: string): boolean {
  return HIDDEN.includes(name);
}

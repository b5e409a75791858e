import { compareBy, compareText } from "../core/compare.ts";
import { UNKNOWN } from "../core/postmortem.ts";
import type { PrivacySettings } from "../core/settings/config.ts";
import { SMALL_SERVICES, SMALL_TEAMS, UNLISTED } from "../core/settings/stand-in-names.ts";
import type { Taxonomy, Team } from "../core/taxonomy.ts";

/** What of a whole folder decides who is shown; the same for every window, filter and section. */
export interface FolderGroups {
  /** Names in a team's place that the taxonomy does not list. */
  readonly unlisted: readonly string[];
  /** Whether an incident states that one person responded. */
  readonly hasLoneResponder: boolean;
}

/** Which teams are shown on their own. */
export interface TeamGroups {
  /** Listed teams that are counted together, smallest first. */
  readonly merged: readonly Team[];
  /** The one name of all that are not shown on their own. */
  readonly hidden: string;
  /** How a team is named wherever incidents are counted. */
  readonly labelOf: (team: string) => string;
  /** The one name of all services that are not shown on their own. */
  readonly hiddenService: string;
  /** How a service is named there: those of merged teams would give these away. */
  readonly serviceLabelOf: (service: string) => string;
  /**
   * What is not shown at all, not even under one name, as too few people stand behind it: all teams of
   * the taxonomy and with them their services, or the services alone.
   */
  readonly withheld: "teams" | "services" | null;
}

/** People in a team, as stated or else as assumed. */
export function sizeOf(team: Team, { minimumPeople, assumeTeamSize }: PrivacySettings): number {
  return team.size ?? assumeTeamSize ?? minimumPeople;
}

/** The fewest of some teams, the smallest first, behind whom enough people stand; all where too few do. */
function enough(
  teams: readonly Team[],
  atLeast: number,
  { minimumPeople, ...settings }: PrivacySettings,
): readonly Team[] {
  let behind = 0;
  let count = 0;
  for (const team of teams) {
    if (count >= atLeast && behind >= minimumPeople) break;
    behind += sizeOf(team, { minimumPeople, ...settings });
    count += 1;
  }
  return teams.slice(0, count);
}

/**
 * The listed teams that are counted together: those below the minimum, and then the next smallest
 * until the minimum stands behind all of them, and behind those of them that own services, as these
 * have a row as well. Names that are not listed and lone responders count as groups of nobody.
 */
function mergedTeams(
  { teams, services }: Taxonomy,
  settings: PrivacySettings,
  { unlisted, hasLoneResponder }: FolderGroups,
): readonly Team[] {
  const size = (team: Team) => sizeOf(team, settings);
  const smallestFirst = teams.toSorted(
    compareBy(
      (a, b) => size(a) - size(b),
      (a, b) => compareText(a.id, b.id),
    ),
  );
  const isSmall = (team: Team) => size(team) < settings.minimumPeople;
  const small = smallestFirst.filter(isSmall).length;
  if (small === 0 && unlisted.length === 0 && !hasLoneResponder) return [];
  const merged = enough(smallestFirst, small, settings);
  const owners = smallestFirst.filter(({ id }) => services.some(({ owner }) => owner === id));
  const hidden = owners.filter((team) => merged.includes(team)).length;
  // What a lone responder did is counted among the services of these teams.
  if (hidden === 0 && !hasLoneResponder) return merged;
  return [...new Set([...merged, ...enough(owners, hidden, settings)])];
}

function people(teams: readonly Team[], settings: PrivacySettings): number {
  return teams.reduce((sum, team) => sum + sizeOf(team, settings), 0);
}

/** What even all merged teams, or all of them that own services, are too few for. */
function withheldOf(
  merged: readonly Team[],
  { services }: Taxonomy,
  settings: PrivacySettings,
): TeamGroups["withheld"] {
  const owners = merged.filter(({ id }) => services.some(({ owner }) => owner === id));
  const isTooFew = (teams: readonly Team[]) =>
    teams.length > 0 && people(teams, settings) < settings.minimumPeople;
  if (isTooFew(merged)) return "teams";
  return isTooFew(owners) ? "services" : null;
}

/**
 * Which teams and services are shown on their own. It rests on the taxonomy and the whole folder
 * alone, so that no two windows, filters or sections can be subtracted to bring a merged team out.
 */
export function teamGroups(
  taxonomy: Taxonomy,
  settings: PrivacySettings,
  folder: FolderGroups,
): TeamGroups {
  const merged = mergedTeams(taxonomy, settings, folder);
  const mergedIds = new Set(merged.map(({ id }) => id));
  const shownIds = new Set(taxonomy.teams.map(({ id }) => id).filter((id) => !mergedIds.has(id)));
  const owners = new Map(taxonomy.services.map(({ id, owner }) => [id, owner]));
  const hidden = taxonomy.teams.length === 0 ? UNLISTED : SMALL_TEAMS;
  const hiddenService = owners.size === 0 ? UNLISTED : SMALL_SERVICES;
  return {
    ...{ merged, hidden, hiddenService },
    withheld: withheldOf(merged, taxonomy, settings),
    labelOf: (team) => (team === UNKNOWN || shownIds.has(team) ? team : hidden),
    serviceLabelOf: (service) => {
      const owner = owners.get(service);
      if (service === UNKNOWN) return service;
      if (owner === undefined) return UNLISTED;
      return mergedIds.has(owner) ? hiddenService : service;
    },
  };
}

import { type Fact, type Postmortem, UNKNOWN } from "../core/postmortem.ts";
import type { PrivacySettings } from "../core/settings/config.ts";
import { SMALL_TEAMS, UNLISTED } from "../core/settings/stand-in-names.ts";
import type { Taxonomy, Term } from "../core/taxonomy.ts";
import { WITHHELD } from "../people/recogniser.ts";
import {
  type Label,
  type Labels,
  postmortemWith,
  withoutServices,
  withoutTeams,
} from "./relabel.ts";
import { type FolderGroups, type TeamGroups, teamGroups } from "./team-groups.ts";
import { withTimesWithheld } from "./withheld-times.ts";

/** Postmortems and their taxonomy as reports may know them. */
export interface Anonymised {
  readonly postmortems: readonly Postmortem[];
  /** With one team and one service in place of those that are not shown on their own. */
  readonly taxonomy: Taxonomy;
  readonly groups: TeamGroups;
  /** The same for owners of actions: roles that no list has are counted with the smallest teams. */
  readonly ownerGroups: TeamGroups;
  readonly folder: FolderGroups;
  /** Names that the taxonomy does not list, by what they are the names of. */
  readonly unlisted: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The names in a team's place of one document. */
function teamNames({ teams, gaps, escalations }: Postmortem): readonly string[] {
  const sides = escalations.flatMap(({ from, to }) => [from, to]);
  return [...teams, ...gaps.map(({ team }) => team), ...sides]
    .flatMap((fact) => (fact ? [fact.value] : []))
    .filter((name) => name !== UNKNOWN);
}

/** The owners of actions that the taxonomy does not list. */
function unlistedOwners(
  postmortems: readonly Postmortem[],
  { teams }: Taxonomy,
): readonly string[] {
  const listed = new Set(teams.map(({ id }) => id));
  const owners = postmortems.flatMap(({ actions }) =>
    actions.flatMap(({ owner }) => owner?.value ?? []),
  );
  const named = owners.filter((name) => name !== UNKNOWN);
  return [...new Set(named)].filter((name) => !listed.has(name));
}

function isLone({ conditions }: Postmortem): boolean {
  return conditions?.responders?.value === 1;
}

function folderGroups(postmortems: readonly Postmortem[], { teams }: Taxonomy): FolderGroups {
  const listed = new Set(teams.map(({ id }) => id));
  const names = new Set(postmortems.flatMap(teamNames));
  return {
    unlisted: [...names].filter((name) => !listed.has(name)),
    hasLoneResponder: postmortems.some(isLone),
  };
}

function listedIn(terms: readonly Term[], note: (written: string) => void): Label {
  const ids = new Set(terms.map(({ id }) => id));
  return (written) => {
    if (written === UNKNOWN || ids.has(written)) return written;
    note(written);
    return UNLISTED;
  };
}

/** All teams and services of an incident that one person responded to are that person. */
function loneLabels(labels: Labels, { hidden, hiddenService }: TeamGroups): Labels {
  const unlessUnknown = (label: string) => (written: string) =>
    written === UNKNOWN ? written : label;
  const team = unlessUnknown(hidden);
  return { ...labels, team, owner: team, service: unlessUnknown(hiddenService) };
}

/**
 * An incident that one person responded to, with its names as they are shown. Where it does not name who
 * responded or handed over, that is counted with small teams all the same: else the rows of these, and
 * those of incidents that name nobody, would tell of this person.
 */
function loneWith(incident: Postmortem, labels: Labels, { hidden }: TeamGroups): Postmortem {
  const shown = postmortemWith(incident, labels);
  const responders = incident.conditions?.responders;
  if (!responders || hidden !== SMALL_TEAMS) return shown;
  const orHidden = (fact: Fact<string> | null) =>
    fact && fact.value !== UNKNOWN ? fact : { value: hidden, source: responders.source };
  const named = shown.teams.filter(({ value }) => value !== UNKNOWN);
  return {
    ...shown,
    teams: named.length > 0 ? named : [orHidden(null)],
    escalations: shown.escalations.map((one) => ({ ...one, from: orHidden(one.from) })),
  };
}

/** One postmortem as it may be shown by itself: a team of one is a person there too. */
export function withoutTeamsOfOne(postmortem: Postmortem, { teams }: Taxonomy): Postmortem {
  const alone = new Set(teams.filter(({ size }) => size === 1).map(({ id }) => id));
  const asWritten: Label = (written) => written;
  const team: Label = (written) => (alone.has(written) ? WITHHELD : written);
  return postmortemWith(postmortem, {
    ...{ team, owner: team },
    ...{ service: asWritten, severity: asWritten, kind: asWritten, trigger: asWritten },
    ...{ cause: asWritten, detectionSource: asWritten, competency: asWritten },
  });
}

/** The taxonomy with one team, and one service, in place of those that are not shown. */
export function shownTaxonomy(
  taxonomy: Taxonomy,
  { hidden, hiddenService, labelOf, serviceLabelOf, withheld }: TeamGroups,
): Taxonomy {
  const { teams, services } = taxonomy;
  if (teams.length === 0) return taxonomy;
  if (withheld === "teams") return { ...taxonomy, teams: [], services: [] };
  const standIn = { description: "", aliases: [], size: null };
  const shownTeams = teams.filter(({ id }) => labelOf(id) === id);
  const shownServices = services.filter(({ id }) => serviceLabelOf(id) === id);
  return {
    ...taxonomy,
    teams: [...shownTeams, { ...standIn, id: hidden, name: hidden }],
    services:
      withheld === "services" || services.length === 0
        ? []
        : [...shownServices, { ...standIn, id: hiddenService, name: hiddenService, owner: hidden }],
  };
}

/** The postmortem without what is not shown under any name. */
function withheldFrom(postmortem: Postmortem, { withheld }: TeamGroups): Postmortem {
  if (withheld === null) return postmortem;
  const shown = withoutServices(postmortem);
  return withheld === "teams" ? { ...withoutTeams(shown), isWithheld: true } : shown;
}

/**
 * Postmortems as reports may know them: teams with too few people, and services that these own,
 * stand under one name, and whatever the taxonomy does not list under another.
 * @param postmortems all of the folder, whatever the window and the filters are.
 */
export function anonymise(
  postmortems: readonly Postmortem[],
  taxonomy: Taxonomy,
  settings: PrivacySettings,
): Anonymised {
  const folder = folderGroups(postmortems, taxonomy);
  const groups = teamGroups(taxonomy, settings, folder);
  const ownerGroups = teamGroups(taxonomy, settings, {
    ...folder,
    unlisted: [...folder.unlisted, ...unlistedOwners(postmortems, taxonomy)],
  });
  const unlisted = new Map<string, Set<string>>();
  const listed = (what: string, terms: readonly Term[]) =>
    listedIn(terms, (written) => {
      unlisted.set(what, (unlisted.get(what) ?? new Set()).add(written));
    });
  const service = listed("service", taxonomy.services);
  const labels: Labels = {
    team: groups.labelOf,
    owner: ownerGroups.labelOf,
    service: (written) =>
      service(written) === UNLISTED ? UNLISTED : groups.serviceLabelOf(written),
    severity: listed("severity", taxonomy.severities),
    kind: listed("kind", taxonomy.kinds),
    trigger: listed("trigger", taxonomy.triggers),
    cause: listed("cause", taxonomy.causes),
    detectionSource: listed("detection source", taxonomy.detectionSources),
    competency: listed("competency", taxonomy.competencies),
  };
  const lone = loneLabels(labels, groups);
  const known = postmortems.map((one) =>
    isLone(one) ? loneWith(one, lone, groups) : postmortemWith(one, labels),
  );
  if (groups.withheld !== null) unlisted.delete("service");
  return {
    postmortems: known.map((one) => withTimesWithheld(withheldFrom(one, groups))),
    taxonomy: shownTaxonomy(taxonomy, groups),
    ...{ groups, ownerGroups, folder, unlisted },
  };
}

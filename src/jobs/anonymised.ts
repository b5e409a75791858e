import { counted } from "../core/counted.ts";
import { UsageError } from "../core/errors.ts";
import type { Postmortem } from "../core/postmortem.ts";
import { UNLISTED } from "../core/settings/stand-in-names.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import {
  anonymise,
  type Anonymised,
  shownTaxonomy,
  withoutTeamsOfOne,
} from "../privacy/anonymise.ts";
import { type FolderGroups, sizeOf, teamGroups } from "../privacy/team-groups.ts";
import { type Project, TAXONOMY_NAME } from "../project/project.ts";
import type { Copy } from "../reports/shared/counted-once.ts";

/** A folder of postmortems as its reports may know it. */
export interface AnonymisedFolder {
  readonly postmortems: readonly Postmortem[];
  readonly taxonomy: Taxonomy;
  /** How a team is named in reports. */
  readonly teamLabel: (team: string) => string;
  /** How a service is named in reports. */
  readonly serviceLabel: (service: string) => string;
  /** What of the folder decides that. */
  readonly groups: FolderGroups;
  /** Its copies, where they were found before. */
  readonly copies?: readonly Copy[];
  /** What stands under another name, as sentences. */
  readonly notes: readonly string[];
  /** What stands as unlisted in tables that have such rows, as sentences. */
  readonly unlistedNotes: readonly string[];
}

/** One document as it may be shown by itself. */
export function shownDocument(document: Postmortem, { taxonomy }: Project): Postmortem {
  return withoutTeamsOfOne(document, taxonomy);
}

/** Teams and services that a report was asked for by name. */
export interface NamedGroups {
  readonly teams: readonly string[];
  /** Owners of actions. */
  readonly owners?: readonly string[];
  readonly services: readonly string[];
}

/** Why a report is not about one listed group alone, in a sentence. */
function refusal(what: "team" | "service", name: string, { taxonomy, config }: Project): string {
  const { minimumPeople } = config.privacy;
  const team = what === "team" ? name : taxonomy.services.find(({ id }) => id === name)?.owner;
  const listed = taxonomy.teams.find(({ id }) => id === team);
  if (listed && sizeOf(listed, config.privacy) < minimumPeople) {
    const whose = what === "team" ? `Team \`${name}\`` : `The team of service \`${name}\``;
    return `${whose} has fewer than ${minimumPeople} people, so no report is about it alone`;
  }
  return `${what === "team" ? "Team" : "Service"} \`${name}\` is counted with smaller groups, so no report is about it alone`;
}

/** Refuses a report on a group that is not shown on its own. */
function refuse(what: "team" | "service", name: string, project: Project): never {
  const list = `${what}s` as const;
  if (project.taxonomy[list].some(({ id }) => id === name)) {
    const option = what === "team" ? "the team" : "--service";
    const hint = `Leave out ${option}: reports count it with other small groups.`;
    throw new UsageError(refusal(what, name, project), hint);
  }
  // Names are checked against a list before this, so that only an empty one lets an unknown name in.
  throw new UsageError(
    `No report is about one ${what} alone: only listed ${list} are shown, and the taxonomy lists none`,
    `\`pm taxonomy adopt --write\` lists those that the documents name. Any other goes by hand under \`${list}\` in ${TAXONOMY_NAME}.`,
  );
}

/** Teams that are shown although nobody says how large they are. */
function unknownSizeNotes(
  { groups }: Anonymised,
  { taxonomy, config }: Project,
): readonly string[] {
  if (config.privacy.assumeTeamSize !== null || config.privacy.minimumPeople <= 1) return [];
  const shown = taxonomy.teams.filter(({ id, size }) => size === null && groups.labelOf(id) === id);
  if (shown.length === 0) return [];
  const are = shown.length === 1 ? "is taken for large enough" : "are taken for large enough";
  return [
    `${counted(shown.length, "team")} without a size in the taxonomy ${are} to be shown: \`pm taxonomy check\` names them.`,
  ];
}

function smallTeamsNote(
  { groups, folder }: Anonymised,
  { taxonomy, config }: Project,
): readonly string[] {
  const { merged, hidden, withheld } = groups;
  if (taxonomy.teams.length === 0 && folder.unlisted.length > 0) {
    const names = counted(folder.unlisted.length, "team name");
    return [
      `The taxonomy lists no teams, so ${names} of the folder count as ${hidden}: \`pm taxonomy adopt teams services\` lists those that the documents name.`,
    ];
  }
  if (merged.length === 0) return [];
  const { minimumPeople } = config.privacy;
  if (withheld === "teams") {
    return [
      `All teams of the taxonomy together have fewer than ${minimumPeople} people, so no report shows teams, owners or services, which count as not stated, or how long incidents took.`,
    ];
  }
  const unlisted =
    folder.unlisted.length > 0
      ? ` and ${counted(folder.unlisted.length, "name")} that the taxonomy does not list`
      : "";
  return [
    `${hidden} stands for ${counted(merged.length, "team")}${unlisted}: groups of fewer than ${minimumPeople} people, with the next smallest, so that no row points to a person.`,
    ...(withheld === "services"
      ? [
          `All teams that own a service together have fewer than ${minimumPeople} people, so no report shows services: they count as not stated.`,
        ]
      : []),
  ];
}

function unlistedNotes({ unlisted }: Anonymised): readonly string[] {
  const names = [...unlisted].map(([what, some]) => counted(some.size, `${what} name`));
  if (names.length === 0) return [];
  return [
    `Counted as ${UNLISTED} where a table shows them, because the taxonomy does not list them: ${names.join(", ")}. \`pm taxonomy usage\` names them.`,
  ];
}

/**
 * The postmortems of a folder as reports may know them.
 * @param postmortems all of the folder's, whatever the window.
 * @throws {UsageError} where a report is asked for a team or service that is not shown on its own.
 */
export function anonymisedFolder(
  postmortems: readonly Postmortem[],
  project: Project,
  named: NamedGroups,
): AnonymisedFolder {
  const { taxonomy, config } = project;
  const anonymised = anonymise(postmortems, taxonomy, config.privacy);
  const { groups, ownerGroups } = anonymised;
  for (const team of named.teams) {
    if (groups.labelOf(team) !== team) refuse("team", team, project);
  }
  for (const owner of named.owners ?? []) {
    if (ownerGroups.labelOf(owner) !== owner) refuse("team", owner, project);
  }
  for (const service of named.services) {
    if (groups.serviceLabelOf(service) !== service) refuse("service", service, project);
  }
  return {
    postmortems: anonymised.postmortems,
    taxonomy: anonymised.taxonomy,
    teamLabel: groups.labelOf,
    serviceLabel: groups.serviceLabelOf,
    groups: anonymised.folder,
    notes: [...smallTeamsNote(anonymised, project), ...unknownSizeNotes(anonymised, project)],
    unlistedNotes: unlistedNotes(anonymised),
  };
}

/**
 * The same of a folder whose postmortems were made so before.
 * @param postmortems of the folder, or some of it.
 */
export function anonymisedBefore(
  before: Pick<AnonymisedFolder, "postmortems" | "groups" | "notes" | "unlistedNotes">,
  { taxonomy, config }: Project,
): AnonymisedFolder {
  const shown = teamGroups(taxonomy, config.privacy, before.groups);
  return {
    ...before,
    taxonomy: shownTaxonomy(taxonomy, shown),
    teamLabel: shown.labelOf,
    serviceLabel: shown.serviceLabelOf,
  };
}

import { counted } from "../core/counted.ts";
import { UsageError } from "../core/errors.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import { anonymise, type Anonymised } from "../privacy/anonymise.ts";
import type { Project } from "../project/project.ts";

/** A folder of postmortems as its reports may know it. */
export interface AnonymisedFolder {
  readonly postmortems: readonly Postmortem[];
  readonly taxonomy: Taxonomy;
  /** How a team is named in reports. */
  readonly teamLabel: (team: string) => string;
  /** What stands under another name, as sentences. */
  readonly notes: readonly string[];
}

/** Teams and services that a report was asked for by name. */
export interface NamedGroups {
  readonly teams: readonly string[];
  readonly services: readonly string[];
}

function refuse(what: string, name: string, minimumPeople: number): never {
  throw new UsageError(
    `A report on ${what} \`${name}\` alone could point to a person`,
    `Fewer than ${minimumPeople} people stand behind it, or it makes up the number for another that is smaller. Leave it out; reports count it with the others.`,
  );
}

function smallTeamsNote(
  { groups, folder }: Anonymised,
  { taxonomy, config }: Project,
): readonly string[] {
  const { merged, hidden } = groups;
  if (taxonomy.teams.length === 0 && folder.unlisted.length > 0) {
    return [
      `The taxonomy lists no teams, so all of them are counted as ${hidden}: list them in taxonomy.yaml.`,
    ];
  }
  if (merged.length === 0) return [];
  const { minimumPeople } = config.privacy;
  const unlisted =
    folder.unlisted.length > 0
      ? ` and ${counted(folder.unlisted.length, "name")} that the taxonomy does not list`
      : "";
  return [
    `${hidden} stands for ${counted(merged.length, "team")}${unlisted}: groups of fewer than ${minimumPeople} people, with the next smallest, so that no row points to a person.`,
  ];
}

function unlistedNotes({ unlisted }: Anonymised): readonly string[] {
  const names = [...unlisted].map(([what, some]) => counted(some.size, `${what} name`));
  if (names.length === 0) return [];
  return [
    `Counted as (unlisted), because the taxonomy does not list them: ${names.join(", ")}. \`pm taxonomy usage\` names them.`,
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
  const { groups } = anonymised;
  const { minimumPeople } = config.privacy;
  for (const team of named.teams) {
    if (groups.labelOf(team) !== team) refuse("team", team, minimumPeople);
  }
  for (const service of named.services) {
    if (groups.serviceLabelOf(service) !== service) refuse("service", service, minimumPeople);
  }
  return {
    postmortems: anonymised.postmortems,
    taxonomy: anonymised.taxonomy,
    teamLabel: groups.labelOf,
    notes: [...smallTeamsNote(anonymised, project), ...unlistedNotes(anonymised)],
  };
}

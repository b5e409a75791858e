import { compareBy, compareText } from "../core/compare.ts";
import { type Postmortem, UNKNOWN } from "../core/postmortem.ts";
import { findTerm, foldName, type Taxonomy, type Term } from "../core/taxonomy.ts";
import { countIncidents, groupMentions, type Mention, mentionsOf } from "./mentions.ts";

/** The lists that can be filled from documents, in the order of the file. */
export const ADOPTABLE_LISTS = ["teams", "services"] as const;

export type AdoptableList = (typeof ADOPTABLE_LISTS)[number];

/** A team that documents name and the taxonomy does not list. */
export interface FoundTeam {
  readonly id: string;
  /** As it is written most often; null where the id says the same. */
  readonly name: string | null;
  readonly incidents: number;
}

/** A service of that sort. */
export interface FoundService extends FoundTeam {
  /** Id of the team that is named most often at its incidents. */
  readonly owner: string;
}

/** What documents name and a taxonomy could list. */
export interface Adoption {
  readonly teams: readonly FoundTeam[];
  readonly services: readonly FoundService[];
  /** How many names look like those of people. */
  readonly people: number;
  /** How many services no listed team could own. */
  readonly ownerless: number;
}

/** Where a taxonomy's own lists are filled from. */
export interface AdoptionQuery {
  /** As they are written. */
  readonly postmortems: readonly Postmortem[];
  readonly taxonomy: Taxonomy;
  readonly lists: readonly AdoptableList[];
  /** Whether a name may be that of a person. */
  readonly isPerson: (mention: Mention) => boolean;
  /** A name as an id. */
  readonly idOf: (name: string) => string;
}

const mostIncidents = compareBy<FoundTeam>(
  (a, b) => b.incidents - a.incidents,
  (a, b) => compareText(a.id, b.id),
);

/** The key of the most incidents; of several the first by name. */
function mostNamed(groups: ReadonlyMap<string, readonly Mention[]>): string | null {
  const inOrder = [...groups].toSorted(
    ([a, some], [b, others]) => countIncidents(others) - countIncidents(some) || compareText(a, b),
  );
  return inOrder[0]?.[0] ?? null;
}

/** A name that the taxonomy lacks, with all that documents say of it. */
interface FoundName {
  readonly found: FoundTeam;
  readonly mentions: readonly Mention[];
}

/** The names of one list that the taxonomy lacks, each once whatever its case and hyphens. */
function unlistedNames(
  mentions: readonly Mention[],
  list: AdoptableList,
  { taxonomy, idOf }: AdoptionQuery,
): readonly FoundName[] {
  const terms: readonly Term[] = taxonomy[list];
  const unlisted = mentions.filter(
    (mention) => mention.list === list && mention.id !== UNKNOWN && !findTerm(terms, mention.id),
  );
  const taken = new Set(
    terms.flatMap(({ id, name, aliases }) => [id, name, ...aliases]).map(foldName),
  );
  const named = [...groupMentions(unlisted, ({ id }) => foldName(id)).values()].map((group) => {
    return { name: mostNamed(groupMentions(group, ({ id }) => id.trim())) ?? "", group };
  });
  return named
    .toSorted((a, b) => compareText(a.name, b.name))
    .map(({ name, group }) => {
      const made = idOf(name);
      const id = taken.has(foldName(made)) ? name : made;
      taken.add(foldName(id));
      const incidents = countIncidents(group);
      return { found: { id, name: id === name ? null : name, incidents }, mentions: group };
    });
}

/** The team that responded to most incidents of a service; null where none of them names one. */
function ownerOf(mentions: readonly Mention[], teams: readonly Term[]): string | null {
  const incidents = [...new Set(mentions.map(({ incident }) => incident))];
  const responded = mentionsOf(incidents).flatMap((mention) => {
    const { list, within, id } = mention;
    const team = list === "teams" && within === "incident" ? findTerm(teams, id) : null;
    return team ? [{ ...mention, id: team.id }] : [];
  });
  return mostNamed(groupMentions(responded, ({ id }) => id));
}

/** The teams and services that documents name and the taxonomy does not list, without people. */
export function adoptionOf(query: AdoptionQuery): Adoption {
  const { postmortems, taxonomy, lists, isPerson } = query;
  const mentions = mentionsOf(postmortems).filter(({ list }) => lists.some((one) => one === list));
  const keyOf = ({ list, id }: Mention) => `${list} ${foldName(id)}`;
  const people = new Set(mentions.filter(isPerson).map(keyOf));
  const others = mentions.filter((mention) => !people.has(keyOf(mention)));
  const teams = unlistedNames(others, "teams", query).map(({ found }) => found);
  const owners: readonly Term[] = [
    ...taxonomy.teams,
    ...teams.map(({ id, name }) => ({ id, name: name ?? id, description: "", aliases: [] })),
  ];
  const services = unlistedNames(others, "services", query);
  const owned = services.flatMap(({ found, mentions: named }) => {
    const owner = ownerOf(named, owners);
    return owner === null ? [] : [{ ...found, owner }];
  });
  return {
    teams: teams.toSorted(mostIncidents),
    services: owned.toSorted(mostIncidents),
    people: people.size,
    ownerless: services.length - owned.length,
  };
}

import { compareBy, compareText } from "../core/compare.ts";
import { type Postmortem, UNKNOWN } from "../core/postmortem.ts";
import { findTerm, foldName, type Taxonomy, type Term } from "../core/taxonomy.ts";
import { countIncidents, groupMentions, type Mention, mentionsOf } from "./mentions.ts";
import { joinSpellings, type LikenessOf, type NamedGroup } from "./spellings.ts";

/** The lists that can be filled from documents, in the order of the file. */
export const ADOPTABLE_LISTS = ["teams", "services"] as const;

export type AdoptableList = (typeof ADOPTABLE_LISTS)[number];

/** A team that documents name and the taxonomy does not list. */
export interface FoundTeam {
  readonly id: string;
  /** As it is written most often; null where the id says the same. */
  readonly name: string | null;
  /** How many incidents name it, in whatever spelling. */
  readonly incidents: number;
  /** Other spellings that probably mean it, from the most frequent on. */
  readonly others: readonly Spelling[];
}

/** A name as it is written, and how many incidents write it so. */
export interface Spelling {
  readonly name: string;
  readonly incidents: number;
}

/** A name that is nearly that of a listed term. */
export interface Misspelling extends Spelling {
  readonly list: AdoptableList;
  /** Id of the term. */
  readonly meant: string;
}

/** A service of that sort. */
export interface FoundService extends FoundTeam {
  /** Id of the team that is named most often at its incidents, else of the one for all that name none. */
  readonly owner: string;
  /** Whether it is the latter. */
  readonly isForAll: boolean;
}

/** What documents name and a taxonomy could list. */
export interface Adoption {
  readonly teams: readonly FoundTeam[];
  readonly services: readonly FoundService[];
  /** What is left out because it probably means a term that the taxonomy lists. */
  readonly misspelt: readonly Misspelling[];
  /** The lists of which the documents name anything, known or not. */
  readonly named: ReadonlySet<AdoptableList>;
  /** How many names look like those of people. */
  readonly people: number;
  /** The lists that lack a name because it looks like a person's, or has no owner. */
  readonly incomplete: ReadonlySet<AdoptableList>;
  /** Services that no listed team could own, by name. */
  readonly ownerless: readonly string[];
}

/** Where a taxonomy's own lists are filled from. */
export interface AdoptionQuery {
  /** As they are written. */
  readonly postmortems: readonly Postmortem[];
  /** What stands under labels of their bodies, where only listed names are read. */
  readonly labelled: readonly Mention[];
  readonly taxonomy: Taxonomy;
  readonly lists: readonly AdoptableList[];
  /** Id of the team that owns the services at whose incidents none is named; null where nobody says. */
  readonly owner: string | null;
  /** Whether a name is known to be that of a person. */
  readonly isPerson: (mention: Mention) => boolean;
  /** Whether a name only looks like that of a person. */
  readonly isLikePerson: (mention: Mention) => boolean;
  /** How two names are probably one. */
  readonly likenessOf: LikenessOf;
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

/** What documents name of one list and the taxonomy lacks. */
interface Unlisted {
  readonly names: readonly FoundName[];
  readonly misspelt: readonly Misspelling[];
}

function spellingOf({ name, mentions }: NamedGroup): Spelling {
  return { name, incidents: countIncidents(mentions) };
}

/** The names of one list that the taxonomy lacks, each once whatever its case and hyphens. */
function unlistedGroups(mentions: readonly Mention[], terms: readonly Term[]) {
  const unlisted = mentions.filter(({ id }) => id !== UNKNOWN && !findTerm(terms, id));
  return [...groupMentions(unlisted, ({ id }) => foldName(id)).values()].map((group) => {
    return { name: mostNamed(groupMentions(group, ({ id }) => id.trim())) ?? "", mentions: group };
  });
}

/** The id of the listed term that a name is nearly; null where none is near. */
function listedAs(name: string, terms: readonly Term[], likenessOf: LikenessOf): string | null {
  const near = terms.find((term) =>
    [term.id, term.name, ...term.aliases].some((known) => likenessOf(known, name) !== null),
  );
  return near?.id ?? null;
}

/** The names of one list that the taxonomy lacks, each once whatever its spelling. */
function unlistedNames(
  mentions: readonly Mention[],
  list: AdoptableList,
  { taxonomy, idOf, likenessOf }: AdoptionQuery,
): Unlisted {
  const terms: readonly Term[] = taxonomy[list];
  const taken = new Set(
    terms.flatMap(({ id, name, aliases }) => [id, name, ...aliases]).map(foldName),
  );
  const ofList = mentions.filter((mention) => mention.list === list);
  const groups = unlistedGroups(ofList, terms).map((group) => {
    return { group, meant: listedAs(group.name, terms, likenessOf) };
  });
  const misspelt = groups.flatMap(({ group, meant }) =>
    meant === null ? [] : [{ ...spellingOf(group), list, meant }],
  );
  const unlisted = groups.flatMap(({ group, meant }) => (meant === null ? [group] : []));
  const names = joinSpellings(unlisted, likenessOf)
    .toSorted((a, b) => compareText(a.name, b.name))
    .map(({ name, mentions: own, others }) => {
      const made = idOf(name);
      const id = taken.has(foldName(made)) ? name : made;
      taken.add(foldName(id));
      const all = [own, ...others.map((other) => other.mentions)].flat();
      const found = {
        id,
        name: id === name ? null : name,
        incidents: countIncidents(all),
        others: others.map(spellingOf),
      };
      return { found, mentions: all };
    });
  return { names, misspelt };
}

/** The team that responded to most incidents of a service; null where none of them names one. */
function ownerOf(
  mentions: readonly Mention[],
  teams: readonly Term[],
  labelled: readonly Mention[],
): string | null {
  const incidents = new Set(mentions.map(({ incident }) => incident));
  const ofLabels = labelled.filter(({ incident }) => incidents.has(incident));
  const responded = [...mentionsOf([...incidents]), ...ofLabels].flatMap((mention) => {
    const { list, within, id } = mention;
    const team = list === "teams" && within === "incident" ? findTerm(teams, id) : null;
    return team ? [{ ...mention, id: team.id }] : [];
  });
  return mostNamed(groupMentions(responded, ({ id }) => id));
}

/** The one team of an organisation: the taxonomy lists no other, and no document names one. */
function onlyTeam(listed: readonly Term[], all: readonly Term[]): string | null {
  const [only] = listed;
  return all.length === 1 && only ? only.id : null;
}

/** What tells the mentions of one name from those of others. */
function keyOf({ list, id }: Mention): string {
  return `${list} ${foldName(id)}`;
}

/** The keys of the mentions that name people, for all that is known. */
function peopleAmong(
  mentions: readonly Mention[],
  { isPerson, isLikePerson, likenessOf }: AdoptionQuery,
): ReadonlySet<string> {
  const persons = new Set(mentions.filter(isPerson).map(keyOf));
  const doubted = new Set([...persons, ...mentions.filter(isLikePerson).map(keyOf)]);
  const sure = mentions.filter((mention) => !doubted.has(keyOf(mention)));
  // A misspelt name of a team looks like a person's where its telling word is misspelt.
  const isMisspelt = ({ list, id }: Mention) =>
    sure.some((one) => one.list === list && likenessOf(one.id, id) !== null);
  return new Set(
    mentions
      .filter((mention) => doubted.has(keyOf(mention)))
      .filter((mention) => persons.has(keyOf(mention)) || !isMisspelt(mention))
      .map(keyOf),
  );
}

/** A team to be listed, as the term that it will be. */
function termOf({ id, name, others }: FoundTeam): Term {
  return { id, name: name ?? id, description: "", aliases: others.map((one) => one.name) };
}

/** The teams and services that documents name and the taxonomy does not list, without people. */
export function adoptionOf(query: AdoptionQuery): Adoption {
  const { postmortems, labelled, taxonomy, lists } = query;
  const mentions = [...mentionsOf(postmortems), ...labelled].filter(({ list }) =>
    lists.some((one) => one === list),
  );
  const people = peopleAmong(mentions, query);
  const others = mentions.filter((mention) => !people.has(keyOf(mention)));
  const unlisted = unlistedNames(others, "teams", query);
  const teams = unlisted.names.map(({ found }) => found);
  const owners = [...taxonomy.teams, ...teams.map(termOf)];
  const services = unlistedNames(others, "services", query);
  const forAll = query.owner ?? onlyTeam(taxonomy.teams, owners);
  const withOwners = services.names.map(({ found, mentions: named }) => {
    const own = ownerOf(named, owners, labelled);
    return { ...found, owner: own ?? forAll, isForAll: own === null };
  });
  const owned = withOwners.flatMap(({ owner, ...found }) =>
    owner === null ? [] : [{ ...found, owner }],
  );
  const isOfPeople = (list: AdoptableList) =>
    mentions.some((one) => one.list === list && people.has(keyOf(one)));
  const isOwnerless = services.names.length > owned.length;
  return {
    teams: teams.toSorted(mostIncidents),
    services: owned.toSorted(mostIncidents),
    misspelt: [...unlisted.misspelt, ...services.misspelt],
    named: new Set(
      ADOPTABLE_LISTS.filter((list) =>
        mentions.some((one) => one.list === list && one.id !== UNKNOWN),
      ),
    ),
    people: people.size,
    incomplete: new Set(
      ADOPTABLE_LISTS.filter((list) => isOfPeople(list) || (list === "services" && isOwnerless)),
    ),
    ownerless: withOwners.filter(({ owner }) => owner === null).map(({ id }) => id),
  };
}

import { counted } from "../core/counted.ts";
import { UsageError } from "../core/errors.ts";
import { column, type ColumnOf, tabulate } from "../core/output/tabulate.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { Report, Section } from "../core/table.ts";
import {
  type Competency,
  domainOf,
  findTerm,
  type Service,
  type Taxonomy,
  type Team,
  type Term,
  type TermList,
} from "../core/taxonomy.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import { countIncidents, type Mention, mentionsOf } from "./mentions.ts";

/** What `pm taxonomy list` shows. */
export interface ListQuery {
  readonly taxonomy: Taxonomy;
  /** As shown. */
  readonly taxonomyName: string;
  /** Null where none could be read, so that nobody knows what is used. */
  readonly postmortems: readonly Postmortem[] | null;
  /** Id of the domain whose competencies are shown; null for all there is. */
  readonly domain: string | null;
  /** Teams and services that no report shows on their own: their incidents would give these away. */
  readonly uncounted: Readonly<Record<"teams" | "services", ReadonlySet<string>>>;
}

/** How many incidents name a term; null where that is not known, or is nobody's business. */
type UsesOf = (term: Term) => number | null;

/** Stands for a team of one person beside figures. */
const WITHHELD = "(withheld)";

function isOnePerson(taxonomy: Taxonomy, team: string): boolean {
  return taxonomy.teams.some(({ id, size }) => id === team && size === 1);
}

function usesOfGroups(
  mentions: readonly Mention[] | null,
  list: "teams" | "services",
  { uncounted }: ListQuery,
): UsesOf {
  const usesOf = usesIn(mentions, list);
  return (term) => (uncounted[list].has(term.id) ? null : usesOf(term));
}

function usesIn(mentions: readonly Mention[] | null, list: TermList): UsesOf {
  const own = mentions?.filter((mention) => mention.list === list);
  return ({ id }) => (own ? countIncidents(own.filter((mention) => mention.id === id)) : null);
}

function termColumns<T extends Term>(usesOf: UsesOf): readonly ColumnOf<T>[] {
  return [
    column("id", "Id", "text", 1, ({ id }) => id),
    column("name", "Name", "text", 2, ({ name, id }) => (name === id ? null : name)),
    column("aliases", "Aliases", "list", 3, ({ aliases }) => aliases),
    column("incidents", "Incidents", "count", 1, usesOf),
  ];
}

function competencySection(query: ListQuery, mentions: readonly Mention[] | null): Section {
  const { taxonomy, domain } = query;
  const own = mentions?.filter(({ list }) => list === "competencies");
  const usesOf = ({ id, parent }: Competency) => {
    if (own === undefined) return null;
    const isNamed = (named: string) => {
      return named === id || (parent === null && domainOf(taxonomy, named) === id);
    };
    return countIncidents(own.filter((mention) => isNamed(mention.id)));
  };
  return tabulate<Competency>({
    key: "competencies",
    title: "Competencies",
    columns: [
      column("id", "Id", "text", 1, ({ id }) => id),
      column("name", "Name", "text", 2, ({ name }) => name),
      column("domain", "Domain", "text", 3, ({ id }) => domainOf(taxonomy, id)),
      column("aliases", "Aliases", "list", 3, ({ aliases }) => aliases),
      column("resources", "Resources", "count", 2, ({ resources }) => resources.length),
      column("incidents", "Incidents", "count", 1, usesOf),
    ],
    items: taxonomy.competencies.filter(
      ({ id }) => domain === null || domainOf(taxonomy, id) === domain,
    ),
    whenEmpty: "The taxonomy lists no competencies.",
    notes: own
      ? ["The incidents of a domain are those that name it or one of its competencies."]
      : [],
  });
}

function withheldNote(teams: number): string {
  return `Teams that reports do not show on their own have no figure here (${counted(teams, "team")}).`;
}

function teamSection(query: ListQuery, mentions: readonly Mention[] | null): Section {
  const { taxonomy, uncounted } = query;
  const usesOf = usesOfGroups(mentions, "teams", query);
  const isUncounted = ({ id }: Term) => uncounted.teams.has(id) || isOnePerson(taxonomy, id);
  const withheld = taxonomy.teams.filter(isUncounted).length;
  return tabulate<Team>({
    key: "teams",
    title: "Teams",
    columns: [
      ...termColumns<Team>((team) => (isUncounted(team) ? null : usesOf(team))),
      column("size", "Size", "count", 2, ({ size }) => size),
    ],
    items: taxonomy.teams,
    whenEmpty: "The taxonomy lists no teams, so team names are not checked.",
    notes: withheld > 0 && mentions !== null ? [withheldNote(withheld)] : [],
  });
}

function serviceSection(query: ListQuery, mentions: readonly Mention[] | null): Section {
  const { taxonomy } = query;
  return tabulate<Service>({
    key: "services",
    title: "Services",
    columns: [
      ...termColumns<Service>(usesOfGroups(mentions, "services", query)),
      column("owner", "Owner", "text", 1, ({ owner }) =>
        isOnePerson(taxonomy, owner) ? WITHHELD : owner,
      ),
    ],
    items: taxonomy.services,
    whenEmpty: "The taxonomy lists no services, so service names are not checked.",
  });
}

const TITLES = {
  severities: ["severities", "Severities, most severe first"],
  kinds: ["kinds", "Kinds of gap"],
  triggers: ["triggers", "Triggers"],
  causes: ["causes", "Causes"],
  detectionSources: ["detection_sources", "Detection sources"],
} as const;

function termSection(
  list: keyof typeof TITLES,
  { taxonomy }: ListQuery,
  mentions: readonly Mention[] | null,
): Section {
  const [key, title] = TITLES[list];
  return tabulate<Term>({
    key,
    title,
    columns: termColumns<Term>(usesIn(mentions, list)),
    items: taxonomy[list],
    whenEmpty: "The taxonomy lists none, so these names are not checked.",
  });
}

function subtitle({ taxonomyName, postmortems, domain }: ListQuery): string {
  const parts = [
    taxonomyName,
    ...(postmortems ? [counted(postmortems.length, "incident")] : []),
    ...(domain === null ? [] : [`domain ${domain}`]),
  ];
  return parts.join(" · ");
}

/** What the taxonomy lists, and how many incidents name each of it. */
export function listReport(query: ListQuery): Report {
  const mentions = query.postmortems && mentionsOf(query.postmortems);
  const others = () => [
    teamSection(query, mentions),
    serviceSection(query, mentions),
    ...(["severities", "kinds", "triggers", "causes", "detectionSources"] as const).map((list) =>
      termSection(list, query, mentions),
    ),
  ];
  return {
    name: "taxonomy list",
    title: "The taxonomy",
    subtitle: subtitle(query),
    sections: [competencySection(query, mentions), ...(query.domain === null ? others() : [])],
    notes: mentions
      ? ["Incidents: the number of postmortems that name the term; each counts once."]
      : [],
  };
}

/**
 * The id of the domain that a name means.
 * @throws {UsageError} where none is meant.
 */
export function domainNamed(written: string, { competencies }: Taxonomy): string {
  const domains = competencies.filter(({ parent }) => parent === null);
  const domain = findTerm(domains, written);
  if (domain) return domain.id;
  const ids = domains.map(({ id }) => id);
  const near = didYouMean(written, ids);
  const hint = near ? `Did you mean \`${near}\`?` : `Known: ${ids.join(", ")}.`;
  throw new UsageError(`Unknown domain \`${written}\``, hint);
}

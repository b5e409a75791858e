import { compareBy, compareText } from "../core/compare.ts";
import { counted } from "../core/counted.ts";
import { leftOutNotes } from "../core/document/confirmed.ts";
import { column, tabulate } from "../core/output/tabulate.ts";
import { type Postmortem, UNKNOWN } from "../core/postmortem.ts";
import type { Report, Section } from "../core/table.ts";
import {
  type Competency,
  domainOf,
  findTerm,
  type Taxonomy,
  type Term,
  TERM_LISTS,
} from "../core/taxonomy.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import {
  countIncidents,
  groupMentions,
  type Mention,
  type MentionedIn,
  mentionsOf,
} from "./mentions.ts";
import { nearDuplicatesSection } from "./near-duplicates.ts";

/** What `pm taxonomy usage` counts. */
export interface UsageQuery {
  readonly taxonomy: Taxonomy;
  readonly taxonomyName: string;
  readonly postmortems: readonly Postmortem[];
  /** Which incidents these are: `all incidents`, or their window. */
  readonly stretch: string;
  /** How many names in the place of terms are withheld as those of people. */
  readonly withheld: number;
}

interface Group {
  readonly name: string;
  readonly mentions: readonly Mention[];
}

const mostIncidents = compareBy<Group>(
  (a, b) => countIncidents(b.mentions) - countIncidents(a.mentions),
  (a, b) => compareText(a.name, b.name),
);

function groups(
  mentions: readonly Mention[],
  keyOf: (mention: Mention) => string,
): readonly Group[] {
  return [...groupMentions(mentions, keyOf)]
    .map(([name, group]) => ({ name, mentions: group }))
    .toSorted(mostIncidents);
}

function incidentsIn({ mentions }: Group, within: MentionedIn): number {
  return countIncidents(mentions.filter((mention) => mention.within === within));
}

function usedSection(taxonomy: Taxonomy, mentions: readonly Mention[]): Section {
  return tabulate<Group>({
    key: "used",
    title: "Competencies in use",
    columns: [
      column("competency", "Competency", "text", 1, ({ name }) => name),
      column("domain", "Domain", "text", 3, ({ name }) => domainOf(taxonomy, name)),
      column("incidents", "Incidents", "count", 1, (group) => countIncidents(group.mentions)),
      column("gap_incidents", "With a gap", "count", 1, (group) => incidentsIn(group, "gaps")),
      column("escalation_incidents", "Escalated for", "count", 2, (group) =>
        incidentsIn(group, "escalations"),
      ),
      column("action_incidents", "With an action", "count", 2, (group) =>
        incidentsIn(group, "actions"),
      ),
    ],
    items: groups(mentions, ({ id }) => id),
    whenEmpty: "No incident names a competency from the taxonomy.",
  });
}

function neverUsedSection(taxonomy: Taxonomy, mentions: readonly Mention[]): Section {
  const used = new Set(mentions.flatMap(({ id }) => [id, domainOf(taxonomy, id)]));
  const unused = taxonomy.competencies.filter(({ id }) => !used.has(id));
  return tabulate<Competency>({
    key: "never_used",
    title: "Competencies never used",
    columns: [
      column("competency", "Competency", "text", 1, ({ id }) => id),
      column("name", "Name", "text", 2, ({ name }) => name),
      column("domain", "Domain", "text", 3, ({ id }) => domainOf(taxonomy, id)),
      column("aliases", "Aliases", "list", 3, ({ aliases }) => aliases),
    ],
    items: unused,
    whenEmpty: "Every competency is used.",
    notes:
      unused.length > 0
        ? [
            "An unused competency costs nothing. A domain counts as used if any of its competencies is.",
          ]
        : [],
  });
}

function severalNamesSection(mentions: readonly Mention[]): Section {
  const spellings = groups(mentions, ({ id }) => id).flatMap((competency) => {
    const written = groups(competency.mentions, (mention) => mention.written);
    return written.length < 2 ? [] : written.map((spelling) => ({ competency, spelling }));
  });
  return tabulate<(typeof spellings)[number]>({
    key: "several_names",
    title: "Competencies under several names",
    columns: [
      column("competency", "Competency", "text", 1, ({ competency }) => competency.name),
      column("written", "Written as", "text", 1, ({ spelling }) => spelling.name),
      column("incidents", "Incidents", "count", 1, ({ spelling }) =>
        countIncidents(spelling.mentions),
      ),
      column("place", "Place", "text", 2, ({ spelling }) => spelling.mentions[0]?.place ?? null),
    ],
    items: spellings,
    whenEmpty: "Every competency is written in only one way.",
    notes: spellings.length > 0 ? ["pm lint --fix replaces these names by the id."] : [],
  });
}

function unknownSection(
  taxonomy: Taxonomy,
  mentions: readonly Mention[],
  withheld: number,
): Section {
  const unknown = groups(mentions, ({ list, id }) => `${list} ${id}`);
  const near = ([mention]: readonly Mention[]): string | null => {
    if (mention === undefined) return null;
    const terms: readonly Term[] = taxonomy[mention.list];
    const names = terms.flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
    const like = didYouMean(mention.id, names);
    return like === null ? null : (findTerm(terms, like)?.id ?? null);
  };
  const isToAdopt = unknown.some(
    ({ mentions: [first] }) => first?.list === "teams" || first?.list === "services",
  );
  return tabulate<Group>({
    key: "unknown",
    title: "Names that are not in the taxonomy",
    columns: [
      column("list", "What", "text", 1, ({ mentions: [first] }) =>
        first ? TERM_LISTS[first.list].noun : null,
      ),
      column("written", "Written as", "text", 1, ({ mentions: [first] }) => first?.id ?? null),
      column("incidents", "Incidents", "count", 1, (group) => countIncidents(group.mentions)),
      column("meant", "Perhaps meant", "text", 1, (group) => near(group.mentions)),
      column("place", "Place", "text", 2, ({ mentions: [first] }) => first?.place ?? null),
    ],
    items: unknown,
    whenEmpty: "Every name is in the taxonomy.",
    notes: [
      ...(withheld > 0
        ? [`Withheld because they look like names of people: ${counted(withheld, "name")}.`]
        : []),
      ...(isToAdopt
        ? ["`pm taxonomy adopt` adds teams and services to the taxonomy, but no names of people."]
        : []),
    ],
  });
}

/** How documents use the competencies of a taxonomy, and what they name that it lacks. */
export function usageReport(query: UsageQuery): Report {
  const { taxonomy, taxonomyName, postmortems, stretch, withheld } = query;
  const mentions = mentionsOf(postmortems).filter(({ id }) => id !== UNKNOWN);
  const isKnown = ({ list, id }: Mention) => taxonomy[list].some((term) => term.id === id);
  const competencies = mentions.filter(
    (mention) => mention.list === "competencies" && isKnown(mention),
  );
  return {
    name: "taxonomy usage",
    title: "How the taxonomy is used",
    subtitle: `${taxonomyName} · ${stretch} · ${counted(postmortems.length, "incident")}`,
    sections: [
      usedSection(taxonomy, competencies),
      neverUsedSection(taxonomy, competencies),
      severalNamesSection(competencies),
      nearDuplicatesSection(taxonomy, competencies),
      unknownSection(
        taxonomy,
        mentions.filter((mention) => !isKnown(mention)),
        withheld,
      ),
    ],
    notes: [
      "All figures count incidents: one that names a competency twice counts once.",
      ...leftOutNotes(postmortems),
    ],
  };
}

import {
  type Competency,
  type Service,
  type Team,
  type Term,
  TERM_LIST_NAMES,
  TERM_LISTS,
  type TermList,
} from "../core/taxonomy.ts";
import { defineTable, field, type FieldOf } from "./define.ts";

function ownFields<T extends Term>(name: string): readonly FieldOf<T>[] {
  return [
    field(name, "text", "The id.", ({ id }) => id),
    field("name", "text", "The name.", (term) => term.name),
    field("description", "text", "What it means.", ({ description }) => description || null),
  ];
}

/** Domains and competencies. */
export const competencies = defineTable<Competency>({
  name: "competencies",
  summary: "One row for each domain and each competency of the taxonomy.",
  key: ["source", "competency"],
  fields: [
    ...ownFields<Competency>("competency"),
    field(
      "domain",
      "text",
      "The id of its domain; a domain has its own.",
      ({ id, parent }) => parent ?? id,
    ),
    field("is_domain", "boolean", "Whether it is a domain.", ({ parent }) => parent === null),
  ],
  items: ({ taxonomy }) => taxonomy.competencies,
});

/** Teams that are shown on their own, and one for all others. */
export const teams = defineTable<Team>({
  name: "teams",
  summary: "One row for each team that is shown on its own, and one for all small teams.",
  key: ["source", "team"],
  fields: ownFields<Team>("team"),
  items: ({ taxonomy }) => taxonomy.teams,
});

/** Services with the teams that own them. */
export const services = defineTable<Service>({
  name: "services",
  summary: "One row for each service, and one for all services of small teams.",
  key: ["source", "service"],
  fields: [
    ...ownFields<Service>("service"),
    field("owner", "text", "The team that owns it, as in teams.", ({ owner }) => owner),
  ],
  items: ({ taxonomy }) => taxonomy.services,
});

interface Listed {
  readonly list: string;
  readonly position: number;
  readonly term: Term;
}

const HAVE_TABLES: readonly TermList[] = ["competencies", "teams", "services"];

/** All other terms: severities, kinds, triggers, causes and detection sources. */
export const terms = defineTable<Listed>({
  name: "terms",
  summary: "One row for each severity, kind of gap, trigger, cause and detection source.",
  key: ["source", "list", "term"],
  fields: [
    field("list", "text", "The list of the taxonomy, such as severities.", ({ list }) => list),
    field(
      "position",
      "integer",
      "Its place in the list, from 1; severities begin with the most severe.",
      (one) => one.position,
    ),
    field("term", "text", "The id.", ({ term }) => term.id),
    field("name", "text", "The name.", ({ term }) => term.name),
    field("description", "text", "What it means.", ({ term }) => term.description || null),
  ],
  items: ({ taxonomy }) =>
    TERM_LIST_NAMES.filter((list) => !HAVE_TABLES.includes(list)).flatMap((list) =>
      taxonomy[list].map((term, at) => ({ list: TERM_LISTS[list].key, position: at + 1, term })),
    ),
});

interface Alias {
  readonly list: string;
  readonly id: string;
  readonly alias: string;
}

/** Other names of terms, among them the ids that they had before. */
export const aliases = defineTable<Alias>({
  name: "aliases",
  summary: "One row for each alias of a term, such as an id that it had before.",
  key: ["source", "list", "alias", "term"],
  fields: [
    field("list", "text", "The list of the taxonomy, such as competencies.", ({ list }) => list),
    field("alias", "text", "The other name.", ({ alias }) => alias),
    field("term", "text", "The id of the term that it means.", ({ id }) => id),
  ],
  items: ({ taxonomy }) =>
    TERM_LIST_NAMES.flatMap((list) =>
      taxonomy[list].flatMap(({ id, aliases: names }) =>
        [...new Set(names)].map((alias) => ({ list: TERM_LISTS[list].key, id, alias })),
      ),
    ),
});

interface Code {
  readonly id: string;
  readonly framework: string;
  readonly code: string;
}

/** What other frameworks call a competency. */
export const competencyCodes = defineTable<Code>({
  name: "competency_codes",
  summary: "One row for each code that a competency has in another framework, such as SFIA.",
  key: ["source", "competency", "framework"],
  fields: [
    field("competency", "text", "The id of the competency.", ({ id }) => id),
    field("framework", "text", "The framework, such as sfia.", ({ framework }) => framework),
    field("code", "text", "The code there.", ({ code }) => code),
  ],
  items: ({ taxonomy }) =>
    taxonomy.competencies.flatMap(({ id, codes = {} }) =>
      Object.entries(codes).map(([framework, code]) => ({ id, framework, code })),
    ),
});

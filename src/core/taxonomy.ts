import { memo } from "./memo.ts";

/** A named value of the taxonomy: a severity, trigger, cause or detection source. */
export interface Term {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly aliases: readonly string[];
}

export interface Kind extends Term {
  /** What a gap of this kind calls for, in a few words; null where the file names nothing. */
  readonly remedy: string | null;
  /** Whether learning closes such a gap; absent where the file does not say. */
  readonly training?: boolean;
}

export interface Team extends Term {
  /** Number of people; a team of one is never shown on its own. */
  readonly size: number | null;
}

export interface Service extends Term {
  /** Id of the team that owns it. */
  readonly owner: string;
  /** Address of its code; absent where the file names none. */
  readonly repository?: string;
}

export interface Resource {
  readonly title: string;
  readonly url: string;
  readonly type: string;
  readonly hours: number | null;
}

export interface Competency extends Term {
  /** Id of its domain; null for a domain itself. */
  readonly parent: string | null;
  /** Phrases in prose that point to it. */
  readonly signals: readonly string[];
  readonly resources: readonly Resource[];
  /** What other frameworks call it, by their names: `sfia: ITOP`. Codes alone, no texts of theirs. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** What a team can name in its postmortems. Severities stand most severe first. */
export interface Taxonomy {
  readonly severities: readonly Term[];
  readonly teams: readonly Team[];
  readonly services: readonly Service[];
  readonly kinds: readonly Kind[];
  readonly triggers: readonly Term[];
  readonly causes: readonly Term[];
  readonly detectionSources: readonly Term[];
  readonly competencies: readonly Competency[];
}

/** A list of the taxonomy. */
export type TermList = keyof Taxonomy;

/** The lists of a taxonomy: under which key its file has them, and what one entry is called. */
export const TERM_LISTS = {
  severities: { key: "severities", noun: "severity" },
  teams: { key: "teams", noun: "team" },
  services: { key: "services", noun: "service" },
  kinds: { key: "kinds", noun: "kind" },
  triggers: { key: "triggers", noun: "trigger" },
  causes: { key: "causes", noun: "cause" },
  detectionSources: { key: "detection_sources", noun: "detection-source" },
  competencies: { key: "competencies", noun: "competency" },
} as const satisfies Record<TermList, { readonly key: string; readonly noun: string }>;

/** The names of the lists, in the order of the file. */
export const TERM_LIST_NAMES = Object.keys(TERM_LISTS) as readonly TermList[];

/** Folds what should not tell two names apart: case, and blanks, hyphens and underscores. */
export function foldName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}

/** Lists never change, so the names of each are folded once. */
const indexOf = memo((terms: readonly Term[]): ReadonlyMap<string, Term> => {
  const index = new Map<string, Term>();
  const claim = (name: string, term: Term) => {
    const folded = foldName(name);
    if (!index.has(folded)) index.set(folded, term);
  };
  for (const term of terms) claim(term.id, term);
  for (const term of terms) for (const name of [term.name, ...term.aliases]) claim(name, term);
  return index;
});

/** What chats and code hosts put before the name of a team: `@payments`, `@org/payments`. */
const SIGN = /^@(?:[^/\s]+\/)?/u;

/** The term that a written name means, by id, name or alias; null where none does. */
export function findTerm<T extends Term>(terms: readonly T[], written: string): T | null {
  const exact = terms.find((term) => term.id === written);
  if (exact) return exact;
  const index = indexOf(terms);
  const named = index.get(foldName(written)) ?? index.get(foldName(written.replace(SIGN, "")));
  const { id } = named ?? {};
  return terms.find((term) => term.id === id) ?? null;
}

/** The id of the term that a written name means; the name itself where none does. */
export function idOf(terms: readonly Term[], written: string): string {
  return findTerm(terms, written)?.id ?? written;
}

/** The parents of competencies by their ids. */
const parentsOf = memo((competencies: Taxonomy["competencies"]) => {
  // Of two with one id the first counts.
  return new Map(competencies.toReversed().map(({ id, parent }) => [id, parent]));
});

/** The domain of a competency id: its taxonomy parent, itself if it is a domain, else its first part. */
export function domainOf(taxonomy: Taxonomy, competency: string): string {
  return parentsOf(taxonomy.competencies).get(competency) ?? competency.split(".")[0] ?? competency;
}

/** The last part of an id, without its domain: `backpressure` of `messaging.backpressure`. */
export function withoutDomain(id: string): string {
  return id.slice(id.lastIndexOf(".") + 1);
}

/** Whether a competency is another one, or one of its own where that is a domain. */
export function isPartOf(taxonomy: Taxonomy, competency: string, whole: string): boolean {
  return competency === whole || domainOf(taxonomy, competency) === whole;
}

import { compareBy, compareText } from "../core/compare.ts";
import { counted } from "../core/counted.ts";
import { confirmedOnly } from "../core/document/confirmed.ts";
import { column, tabulate } from "../core/output/tabulate.ts";
import type { Fact, Postmortem } from "../core/postmortem.ts";
import type { Report } from "../core/table.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import { ngramsOf } from "../prose/ngrams.ts";
import { lexicalStems } from "../prose/stems.ts";
import { type Coverage, coverageOf } from "./coverage.ts";

/** What `pm taxonomy propose` looks through. */
export interface ProposeQuery {
  readonly taxonomy: Taxonomy;
  readonly taxonomyName: string;
  readonly postmortems: readonly Postmortem[];
  readonly stretch: string;
  readonly minIncidents: number;
  /** Below so many incidents, figures are said to be small. */
  readonly smallCount: number;
  /** Words that say nothing of a skill, in any of their forms. */
  readonly stopWords: readonly string[];
  /** Lower-case words that name people somewhere in the documents: no term is made of them. */
  readonly personWords: ReadonlySet<string>;
}

interface Use {
  readonly written: string;
  readonly incident: Postmortem;
  readonly within: "evidence" | "factors";
  /** The competency whose gap the sentence is evidence of. */
  readonly taggedAs: string | null;
  readonly place: string;
}

interface Term {
  readonly stems: readonly string[];
  readonly uses: readonly Use[];
  readonly incidents: number;
}

interface Sentence extends Pick<Use, "within" | "taggedAs"> {
  readonly text: Fact<string>;
}

/** Evidence and factors; a tagged factor is its gap's evidence too, and is read once. */
function sentencesOf(postmortem: Postmortem): readonly Sentence[] {
  const { gaps, factors } = confirmedOnly(postmortem);
  const evidence = gaps.flatMap(({ evidence: text, competency }): readonly Sentence[] =>
    text ? [{ text, within: "evidence", taggedAs: competency.value }] : [],
  );
  const read = new Set(evidence.map(({ text }) => text.value));
  const others = factors.filter(({ value }) => !read.has(value));
  return [
    ...evidence,
    ...others.map((text): Sentence => ({ text, within: "factors", taggedAs: null })),
  ];
}

function usesByTerm(query: ProposeQuery): ReadonlyMap<string, readonly Use[]> {
  const { postmortems, stopWords, personWords } = query;
  const stops = new Set(stopWords.flatMap(lexicalStems));
  const isStopWord = (word: string, stem: string) => stops.has(stem) || personWords.has(word);
  const uses = new Map<string, Use[]>();
  for (const incident of postmortems) {
    for (const { text, within, taggedAs } of sentencesOf(incident)) {
      const place = `${incident.path}:${text.source.range.start.line}`;
      for (const { written, stems } of ngramsOf(text.value, isStopWord)) {
        const use = { written, incident, within, taggedAs, place };
        const known = uses.get(stems.join(" "));
        if (known) known.push(use);
        else uses.set(stems.join(" "), [use]);
      }
    }
  }
  return uses;
}

const mostTelling = compareBy<Term>(
  (a, b) => b.incidents - a.incidents,
  (a, b) => b.stems.length - a.stems.length,
  (a, b) => b.uses.length - a.uses.length,
  (a, b) => compareText(a.stems.join(" "), b.stems.join(" ")),
);

/** Whether a term is only a piece of a longer one that as many incidents have. */
function isPiece(term: Term, terms: readonly Term[]): boolean {
  const piece = ` ${term.stems.join(" ")} `;
  return terms.some(
    (other) =>
      other.stems.length > term.stems.length &&
      other.incidents >= term.incidents &&
      ` ${other.stems.join(" ")} `.includes(piece),
  );
}

function termsOf(query: ProposeQuery, coverage: Coverage): readonly Term[] {
  const frequent = [...usesByTerm(query)].flatMap(([joined, uses]): readonly Term[] => {
    const incidents = new Set(uses.map(({ incident }) => incident)).size;
    if (incidents < query.minIncidents) return [];
    return [{ stems: joined.split(" "), uses, incidents }];
  });
  const open = frequent.filter(({ stems }) => !coverage.covers(stems));
  return open.filter((term) => !isPiece(term, open)).toSorted(mostTelling);
}

/** The form of a term that most of its uses have. */
function usualForm({ uses }: Term): string {
  const counts = new Map<string, number>();
  for (const { written } of uses) counts.set(written, (counts.get(written) ?? 0) + 1);
  const inOrder = compareBy<readonly [string, number]>(
    (a, b) => b[1] - a[1],
    (a, b) => compareText(a[0], b[0]),
  );
  return [...counts].toSorted(inOrder)[0]?.[0] ?? "";
}

/** The competencies of the gaps whose evidence has a term. */
function tagsOf({ uses }: Term): readonly string[] {
  return [...new Set(uses.flatMap(({ taggedAs }) => taggedAs ?? []))].toSorted(compareText);
}

function incidentsWithin({ uses }: Term, within: Use["within"]): number {
  return new Set(uses.flatMap((use) => (use.within === within ? [use.incident] : []))).size;
}

function reasonFor(term: Term, coverage: Coverage, { smallCount }: ProposeQuery): string {
  const few = term.incidents < smallCount ? "few incidents; " : "";
  const near = coverage.nearest(term.stems);
  if (near === null) return `${few}no competency uses any of its words`;
  const words = usualForm(term).split(" ");
  const lacking = words.filter((_word, index) => !near.all.has(term.stems[index] ?? ""));
  return `${few}the nearest is ${near.id}, which lacks "${lacking.join(" ")}"`;
}

function notes(query: ProposeQuery): readonly string[] {
  const { postmortems, smallCount, minIncidents } = query;
  const withSentences = postmortems.filter((incident) => sentencesOf(incident).length > 0).length;
  return [
    `Read: gap evidence and contributing factors of ${withSentences} of ${counted(postmortems.length, "incident")}; a term occurs in at least ${counted(minIncidents, "incident")}.`,
    "Left out: the words of each competency's id, name, aliases, signals and description, the names of services and teams, and common words.",
    `A term is a hint to read where it occurs, not a finding${withSentences < smallCount ? ` (few to read: ${counted(withSentences, "incident")})` : ""}. If it is another word for a known skill, add it to the aliases of the nearest competency.`,
  ];
}

/** Terms that documents use often when they tell what was missing, and that no competency covers. */
export function proposeReport(query: ProposeQuery): Report {
  const coverage = coverageOf(query.taxonomy);
  const terms = termsOf(query, coverage);
  const { taxonomyName, stretch, postmortems } = query;
  return {
    name: "taxonomy propose",
    title: "Terms that no competency covers",
    subtitle: `${taxonomyName} · ${stretch} · ${counted(postmortems.length, "incident")}`,
    sections: [
      tabulate<Term>({
        key: "terms",
        title: "Terms",
        columns: [
          column("term", "Term", "text", 1, usualForm),
          column("incidents", "Incidents", "count", 1, ({ incidents }) => incidents),
          column("evidence_incidents", "In evidence", "count", 3, (term) =>
            incidentsWithin(term, "evidence"),
          ),
          column("factor_incidents", "In factors", "count", 3, (term) =>
            incidentsWithin(term, "factors"),
          ),
          column("tagged_as", "Tagged as", "list", 2, tagsOf),
          column("reason", "Reason", "text", 1, (term) => reasonFor(term, coverage, query)),
          column("place", "Place", "text", 1, ({ uses: [first] }) => first?.place ?? null),
        ],
        items: terms,
        whenEmpty: `No uncovered term occurs in ${counted(query.minIncidents, "incident")} or more.`,
      }),
    ],
    notes: notes(query),
  };
}

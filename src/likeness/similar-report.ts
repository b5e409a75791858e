import { counted } from "../core/counted.ts";
import type { Column, Report, Row } from "../core/table.ts";
import { LEAST_SIMILARITY, saidEverywhere } from "./closest.ts";
import { allWords, type LikenessDocument, wordsOf } from "./documents.ts";
import { dateOf, FEW } from "./families-report.ts";
import { type Match, search, type Sought } from "./search.ts";
import { type Lexicon, NO_STEM, stemsOf, usualForms } from "./words.ts";

const MOST_TERMS = 6;

/** What `pm similar` compares with what. */
export interface SimilarQuery {
  readonly sought:
    /** A text whose words were numbered before the lexicon was made. */
    { readonly document: LikenessDocument } | { readonly text: string };
  /** All other documents. */
  readonly documents: readonly LikenessDocument[];
  readonly lexicon: Lexicon;
  readonly timeZone: string;
}

const COLUMNS: readonly Column[] = [
  { key: "incident", label: "Incident", type: "text", priority: 1 },
  { key: "date", label: "Date", type: "date", priority: 2 },
  { key: "severity", label: "Severity", type: "text", priority: 3 },
  { key: "services", label: "Services", type: "list", priority: 3 },
  { key: "terms", label: "Shared terms", type: "list", priority: 1 },
  { key: "competencies", label: "Shared competencies", type: "list", priority: 3 },
  { key: "similarity", label: "Similarity", type: "share", priority: 1 },
  { key: "file", label: "File", type: "text", isPath: true, priority: 1 },
];

function soughtOf({ sought, lexicon }: SimilarQuery): Sought {
  return "document" in sought ? sought.document : saidEverywhere(sought.text, lexicon);
}

function rowOf(match: Match, { sought, lexicon, timeZone }: SimilarQuery): Row {
  const { document, similarity, stems } = match;
  const { incident, competencies, words } = document;
  const shown = stems.slice(0, MOST_TERMS);
  const forms = usualForms(shown, [allWords(words)], lexicon);
  const isShared =
    "document" in sought
      ? (id: string) => sought.document.competencies.includes(id)
      : (id: string) => {
          const own = stemsOf(lexicon.read(id), lexicon);
          return stems.some((stem) => own.has(stem));
        };
  return [
    incident.title?.value ?? incident.id.value,
    dateOf(incident, timeZone),
    incident.severity?.value ?? null,
    incident.services.map(({ value }) => value),
    shown.map((stem) => forms.get(stem) ?? ""),
    competencies.filter(isShared),
    similarity,
    incident.path,
  ];
}

/** The words of a text that no document has, as they were typed. */
function unknownWords(sought: Sought, { documents, lexicon }: SimilarQuery): readonly string[] {
  const { stemOf, written } = lexicon;
  const typed = [...wordsOf(sought.words, "title")];
  const unknown = new Set(stemsOf(typed, lexicon));
  for (const { words } of documents) {
    for (const word of allWords(words)) unknown.delete(stemOf[word] ?? NO_STEM);
  }
  return [...new Set(typed.filter((word) => unknown.has(stemOf[word] ?? NO_STEM)).map(written))];
}

function whenEmpty(query: SimilarQuery, sought: Sought): string {
  const { documents, lexicon } = query;
  if (documents.length === 0) return "There is no other incident to compare with.";
  if (stemsOf(allWords(sought.words), lexicon).size === 0) {
    return "There are no words to compare: common words, amounts and names of people are left out.";
  }
  if ("document" in query.sought) {
    return "No similar incident: the others share at most a few common words with it.";
  }
  const words = unknownWords(sought, query).join(", ");
  return `No incident has any of these words: ${words}.`;
}

function notes(query: SimilarQuery, sought: Sought, found: number): readonly string[] {
  const { documents } = query;
  const unknown = "text" in query.sought ? unknownWords(sought, query) : [];
  const most =
    "text" in query.sought
      ? "an incident with the text in each of its parts"
      : "the document against itself";
  return [
    ...(found > 0
      ? [
          `Similarity: the score of the shared words, as a share of the score of ${most}. It ranks incidents and is not a probability.`,
          "Rare words, and words in titles, competencies, factors and services, score more.",
        ]
      : []),
    ...(unknown.length > 0 && found > 0 ? [`In no incident: ${unknown.join(", ")}.`] : []),
    ...(documents.length > 0 && documents.length < FEW
      ? [
          `With only ${counted(documents.length, "incident")} to compare with, it is hard to tell which words are rare.`,
        ]
      : []),
  ];
}

function subtitleOf({ sought, documents }: SimilarQuery): string {
  const compared = `compared with ${counted(documents.length, "incident")}`;
  if ("text" in sought) return `to "${sought.text}" · ${compared}`;
  const { title, path } = sought.document.incident;
  return [`to ${title?.value ?? path}`, ...(title ? [path] : []), compared].join(" · ");
}

/** The incidents that are like a document, or like a text, and by which words. */
export function similarReport(query: SimilarQuery): Report {
  const sought = soughtOf(query);
  const least = "document" in query.sought ? LEAST_SIMILARITY : 0;
  const matches = search(sought, query.documents, query.lexicon, least);
  return {
    name: "similar",
    title: "Similar incidents",
    subtitle: subtitleOf(query),
    sections: [
      {
        key: "similar",
        title: "Most similar first",
        columns: COLUMNS,
        rows: matches.map((match) => rowOf(match, query)),
        whenEmpty: whenEmpty(query, sought),
        notes: [],
      },
    ],
    notes: notes(query, sought, matches.length),
  };
}

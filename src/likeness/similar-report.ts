import { counted } from "../core/counted.ts";
import type { Column, Report, Row } from "../core/table.ts";
import type { Word } from "../prose/stems.ts";
import { LEAST_SIMILARITY, saidEverywhere } from "./closest.ts";
import { FIELDS, type LikenessDocument } from "./documents.ts";
import { dateOf, FEW } from "./families-report.ts";
import { type Match, search, type Sought } from "./search.ts";
import { type ReadWords, usualForm } from "./words.ts";

const MOST_TERMS = 6;

/** What `pm similar` compares with what. */
export interface SimilarQuery {
  readonly sought:
    | { readonly document: LikenessDocument }
    | { readonly text: string; readonly readWords: ReadWords };
  /** All other documents. */
  readonly documents: readonly LikenessDocument[];
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

function allWords({ words }: Sought): readonly Word[] {
  return FIELDS.flatMap((field) => words[field]);
}

function soughtOf(query: SimilarQuery["sought"]): Sought {
  if ("document" in query) return query.document;
  return saidEverywhere(query.text, query.readWords);
}

function rowOf(match: Match, { sought, timeZone }: SimilarQuery): Row {
  const { document, similarity, stems } = match;
  const { incident, competencies } = document;
  const words = allWords(document);
  const shown = (stem: string) =>
    usualForm(words.filter((word) => word.stem === stem).map(({ written }) => written));
  const isShared =
    "document" in sought
      ? (id: string) => sought.document.competencies.includes(id)
      : (id: string) => sought.readWords(id).some(({ stem }) => stems.includes(stem));
  return [
    incident.title?.value ?? incident.id.value,
    dateOf(incident, timeZone),
    incident.severity?.value ?? null,
    incident.services.map(({ value }) => value),
    stems.slice(0, MOST_TERMS).map(shown),
    competencies.filter(isShared),
    similarity,
    incident.path,
  ];
}

/** The words of a text that no document has, as they were typed. */
function unknownWords(sought: Sought, documents: readonly LikenessDocument[]): readonly string[] {
  const known = new Set(documents.flatMap(allWords).map(({ stem }) => stem));
  const unknown = sought.words.title.filter(({ stem }) => !known.has(stem));
  return [...new Set(unknown.map(({ written }) => written))];
}

function whenEmpty(query: SimilarQuery, sought: Sought): string {
  const { documents } = query;
  if (documents.length === 0) return "There is no other incident to compare with.";
  if (allWords(sought).length === 0) {
    return "There are no words to compare: common words, amounts and names of people are left out.";
  }
  if ("document" in query.sought) {
    return "No similar incident: the others share at most a few common words with it.";
  }
  const words = unknownWords(sought, documents).join(", ");
  return `No incident has any of these words: ${words}.`;
}

function notes(query: SimilarQuery, sought: Sought, found: number): readonly string[] {
  const { documents } = query;
  const unknown = "text" in query.sought ? unknownWords(sought, documents) : [];
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
  const sought = soughtOf(query.sought);
  const least = "document" in query.sought ? LEAST_SIMILARITY : 0;
  const matches = search(sought, query.documents).filter(({ similarity }) => similarity >= least);
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

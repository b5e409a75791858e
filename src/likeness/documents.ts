import type { SectionKind } from "../core/body-parts.ts";
import { compareText } from "../core/compare.ts";
import { confirmedOnly } from "../core/confirmed.ts";
import { contains } from "../core/position.ts";
import { type Fact, type Postmortem, type Sentence, UNKNOWN } from "../core/postmortem.ts";
import { plainText } from "../prose/sentences.ts";
import type { Word } from "../prose/stems.ts";
import type { ReadWords } from "./words.ts";

/** Where a document says what it is compared by. */
export const FIELDS = [
  "title",
  "competencies",
  "factors",
  "services",
  "prose",
  "timeline",
] as const;
export type Field = (typeof FIELDS)[number];

/** A document as it is compared with others. */
export interface LikenessDocument {
  readonly incident: Postmortem;
  readonly words: Readonly<Record<Field, readonly Word[]>>;
  /** Ids of the competencies of its gaps, and of those that its escalations sought. */
  readonly competencies: readonly string[];
}

/** What happened and why; not who was there, what went well, or what will be done. */
const NARRATIVE: ReadonlySet<SectionKind | null> = new Set([
  "summary",
  "impact",
  "detection",
  "resolution",
  "story",
]);
/** In a document without such sections a sentence is prose from so many words on, no cell of a form. */
const PROSE_WORDS = 6;

function texts(facts: readonly (Fact<string> | null)[]): readonly string[] {
  return facts.flatMap((fact) => (fact && fact.value !== UNKNOWN ? [fact.value] : []));
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted(compareText);
}

function competenciesOf({ gaps, escalations }: Postmortem): readonly string[] {
  const sought = escalations.map(({ competency }) => competency);
  return unique(texts([...gaps.map(({ competency }) => competency), ...sought]));
}

/** Factors, causes and evidence, each once: a tagged factor is its gap's evidence too. */
function factorTexts({ factors, causes, trigger, gaps }: Postmortem): readonly string[] {
  const evidence = gaps.map((gap) => gap.evidence);
  return unique(texts([...causes, trigger, ...factors, ...evidence]));
}

/** The sentences of the cause that are not read as factors anyway. */
function causeSentences({ sentences, factors }: Postmortem): readonly Sentence[] {
  return sentences.filter(
    ({ section, range }) =>
      section === "cause" && !factors.some(({ source }) => contains(source.range, range)),
  );
}

function narrativeSentences({ sentences }: Postmortem): readonly Sentence[] {
  const narrative = sentences.filter(({ section }) => NARRATIVE.has(section));
  if (narrative.length > 0) return narrative;
  return sentences.filter(({ section, tokens }) => {
    return section === null && tokens.filter(({ type }) => type === "word").length >= PROSE_WORDS;
  });
}

/** Reads what a document is compared by. */
function likenessDocument(incident: Postmortem, readWords: ReadWords): LikenessDocument {
  const read = (from: readonly string[]) => from.flatMap(readWords);
  const plain = (sentences: readonly Sentence[]) =>
    sentences.map(({ tokens }) => plainText(tokens, incident.namedPeople));
  const confirmed = confirmedOnly(incident);
  const competencies = competenciesOf(confirmed);
  const rows = incident.timeline?.rows ?? [];
  return {
    incident,
    competencies,
    words: {
      title: read([incident.title?.value ?? incident.id.value]),
      competencies: read(competencies),
      factors: read([...factorTexts(confirmed), ...plain(causeSentences(incident))]),
      services: read(texts(incident.services)),
      prose: read(plain(narrativeSentences(incident))),
      timeline: read(rows.map(({ text }) => text)),
    },
  };
}

/** Documents in the order of their paths, so that the order of the files changes nothing. */
export function likenessDocuments(
  incidents: readonly Postmortem[],
  readWords: ReadWords,
): readonly LikenessDocument[] {
  return incidents
    .toSorted((a, b) => compareText(a.path, b.path))
    .map((incident) => likenessDocument(incident, readWords));
}

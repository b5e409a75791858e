import { compareText } from "../core/compare.ts";
import type { SectionKind } from "../core/document/body-parts.ts";
import { confirmedOnly } from "../core/document/confirmed.ts";
import { contains } from "../core/position.ts";
import { knownValues, type Postmortem, type Sentence } from "../core/postmortem.ts";
import { ownText } from "../core/text/own-text.ts";
import { plainText } from "../prose/sentences.ts";
import type { WordNumbers } from "./words.ts";

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

/**
 * The numbers of a document's words, those of one field after the other; before them stands where those of
 * each of {@link FIELDS} end. There may be many documents, so this is one array.
 */
export type FieldWords = Int32Array;

/** What a document is compared by. */
export interface Comparable {
  readonly words: FieldWords;
  /** Ids of the competencies of its gaps, and of those that its escalations sought. */
  readonly competencies: readonly string[];
}

/** A document as it is compared with others. */
export interface LikenessDocument extends Comparable {
  readonly incident: Postmortem;
}

/** Packs the numbers of words, by their fields. */
export function packed(words: Readonly<Partial<Record<Field, readonly number[]>>>): FieldWords {
  const count = FIELDS.reduce((sum, field) => sum + (words[field]?.length ?? 0), 0);
  const numbers = new Int32Array(FIELDS.length + count);
  let end = FIELDS.length;
  FIELDS.forEach((field, at) => {
    const own = words[field] ?? [];
    numbers.set(own, end);
    end += own.length;
    numbers[at] = end;
  });
  return numbers;
}

/** The numbers of the words in one field. */
export function wordsOf(words: FieldWords, field: Field): Int32Array {
  const at = FIELDS.indexOf(field);
  return words.subarray(at === 0 ? FIELDS.length : words[at - 1], words[at]);
}

/** The numbers of all words. */
export function allWords(words: FieldWords): Int32Array {
  return words.subarray(FIELDS.length);
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

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted(compareText);
}

function competenciesOf({ gaps, escalations }: Postmortem): readonly string[] {
  const sought = escalations.map(({ competency }) => competency);
  return unique(knownValues([...gaps.map(({ competency }) => competency), ...sought])).map(ownText);
}

/** Factors, causes and evidence, each once: a tagged factor is its gap's evidence too. */
function factorTexts({ factors, causes, trigger, gaps }: Postmortem): readonly string[] {
  const evidence = gaps.map((gap) => gap.evidence);
  return unique(knownValues([...causes, trigger, ...factors, ...evidence]));
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

/**
 * Reads what a document is compared by.
 * @param fields that are asked for; the others stay empty.
 */
export function comparable(
  incident: Postmortem,
  { read }: Pick<WordNumbers, "read">,
  fields: readonly Field[] = FIELDS,
): Comparable {
  const confirmed = confirmedOnly(incident);
  const competencies = competenciesOf(confirmed);
  const plain = (sentences: readonly Sentence[]) =>
    sentences.map(({ tokens }) => plainText(tokens, incident.namedPeople));
  const textsOf: Readonly<Record<Field, () => readonly string[]>> = {
    title: () => [incident.title?.value ?? incident.id.value],
    competencies: () => competencies,
    factors: () => [...factorTexts(confirmed), ...plain(causeSentences(incident))],
    services: () => knownValues(incident.services),
    prose: () => plain(narrativeSentences(incident)),
    timeline: () => incident.timeline?.rows.map(({ text }) => text) ?? [],
  };
  const words = Object.fromEntries(fields.map((field) => [field, textsOf[field]().flatMap(read)]));
  return { words: packed(words), competencies };
}

/** Documents in the order of their paths, so that the order of the files changes nothing. */
export function inOrder<Document extends Pick<LikenessDocument, "incident">>(
  documents: readonly Document[],
): readonly Document[] {
  return documents.toSorted((a, b) => compareText(a.incident.path, b.incident.path));
}

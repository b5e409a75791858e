import { compareText } from "../core/compare.ts";
import { counted } from "../core/counted.ts";
import type { Postmortem, Sentence } from "../core/postmortem.ts";
import { plainText } from "../prose/sentences.ts";
import { formsOf, stemTokens } from "../prose/stems.ts";
import { type Classification, type Classifier, trainClassifier } from "./classifier.ts";
import { crossValidate } from "./cross-validation.ts";
import { type GapSuggestion, LIKELY } from "./define.ts";
import type { ConfirmedSample, SeenDocument, TaughtGap } from "./samples.ts";
import { fingerprintOf } from "./sentence-text.ts";
import { isStated } from "./stated.ts";
import type { StemNumbers } from "./stem-numbers.ts";

/** Fewer confirmed gaps than this teach a folder's way of writing too little. */
const FEWEST_GAPS = 50;
/** A classifier that is wrong more often than right is no help. */
const LEAST_PRECISION = 0.5;

/** What the folder's own tags propose, and what that rests on. */
export interface TagSuggestions {
  readonly suggestions: readonly GapSuggestion[];
  /** How good the classifier is, or why there is none, as sentences. */
  readonly notes: readonly string[];
}

/** The value that most have; the first by name of several. */
function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].toSorted(([a, m], [b, n]) => n - m || compareText(a, b));
  return best?.[0] ?? null;
}

/** The confirmed gaps whose evidence has most of some words. */
function alike(
  stems: readonly number[],
  samples: readonly ConfirmedSample[],
): readonly TaughtGap[] {
  const scored = samples.flatMap(({ gap, stems: own }) => {
    const shared = stems.filter((stem) => own.includes(stem)).length;
    return shared > 0 ? [{ gap, shared }] : [];
  });
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  return scored.filter(({ shared }) => shared === most).map(({ gap }) => gap);
}

/** What a folder's own tags teach. */
interface Learned {
  readonly classify: Classifier;
  readonly samples: readonly ConfirmedSample[];
  /** From 0 to 1. */
  readonly precision: number;
  readonly numbers: StemNumbers;
}

function suggestAt(
  postmortem: Postmortem,
  { tokens, range }: Sentence,
  { probability, because: becauseOf }: Classification,
  { samples, precision, numbers }: Learned,
): GapSuggestion | null {
  const because = becauseOf();
  const like = alike(because, samples);
  const kind = mostCommon(like.flatMap((gap) => gap.kind ?? []));
  if (kind === null) return null;
  const placed = stemTokens(tokens);
  const written = because.map((number) => {
    const word = numbers.stemOf(number);
    return tokens[placed.find(({ stem }) => stem === word)?.token ?? -1];
  });
  const words = written.map((token) => `'${token?.text.toLowerCase() ?? ""}'`).join(", ");
  return {
    type: "gap",
    path: postmortem.path,
    sentence: plainText(tokens, postmortem.namedPeople),
    range,
    fingerprint: fingerprintOf(tokens),
    kind,
    competency: mostCommon(like.flatMap((gap) => gap.competency ?? [])),
    phase: mostCommon(like.flatMap((gap) => gap.phase ?? [])),
    // No single sentence is surer than the classifier is right.
    confidence: Math.round(Math.min(probability, precision) * 100) / 100,
    foundBy: "wording",
    because: `like ${counted(like.length, "confirmed gap")}: words ${words}`,
  };
}

/** Tells the stems of words that stand in any text. */
export function stopWordTest(stopWords: readonly string[]) {
  const forms = formsOf(stopWords);
  return (stem: string) => forms.has(stem) || stem.length < 3 || /^\d/.test(stem);
}

function suggestAll(
  documents: readonly SeenDocument[],
  learned: Learned,
  postmortemAt: (path: string) => Postmortem | null,
): readonly GapSuggestion[] {
  return documents.flatMap(({ path, sentences }) => {
    const likely = [...sentences()].flatMap((seen) => {
      const classified = seen.canTell ? learned.classify(seen) : null;
      return classified && classified.probability >= LIKELY
        ? [{ index: seen.index, classified }]
        : [];
    });
    const postmortem = likely.length === 0 ? null : postmortemAt(path);
    if (!postmortem) return [];
    return likely.flatMap(({ index, classified }) => {
      const sentence = postmortem.sentences[index];
      const found = sentence && suggestAt(postmortem, sentence, classified, learned);
      return found && !isStated(found, postmortem) ? [found] : [];
    });
  });
}

/** What suggesting by a folder's own tags takes. */
export interface TaggedFolder {
  /** What suggestions are asked for. */
  readonly documents: readonly SeenDocument[];
  /** The whole folder, whatever part of it suggestions are asked for. */
  readonly learnFrom: readonly SeenDocument[];
  /** Of all of them. */
  readonly numbers: StemNumbers;
  /** A document of those with its sentences; null where it is not there any more. */
  readonly postmortemAt: (path: string) => Postmortem | null;
  readonly stopWords: readonly string[];
}

/** What sentences are like those that people of this folder have confirmed as gaps. */
export function suggestByTags({
  documents,
  learnFrom,
  numbers,
  postmortemAt,
  stopWords,
}: TaggedFolder): TagSuggestions {
  const samples = learnFrom.flatMap(({ confirmed }) => confirmed);
  const gaps = samples.length;
  if (gaps < FEWEST_GAPS) {
    const have = `${counted(gaps, "confirmed gap")} with evidence`;
    return {
      suggestions: [],
      notes: [`Your own tags are not used yet: ${have}; learning from them needs ${FEWEST_GAPS}.`],
    };
  }
  const stemWords = { stemOf: numbers.stemOf, isStopWord: stopWordTest(stopWords) };
  const { right, found, expected } = crossValidate(learnFrom, stemWords);
  const precision = found === 0 ? 0 : right / found;
  const share = (part: number, whole: number) =>
    `${whole === 0 ? 0 : Math.round((100 * part) / whole)} % (${part} of ${whole})`;
  const figures = `precision ${share(right, found)}, recall ${share(right, expected)}`;
  const learned = `Learned from ${gaps} confirmed gaps; on documents left out of it: ${figures}. Gaps that pm proposed itself are easy to find again: if there are many, these figures are too good.`;
  const classify = precision < LEAST_PRECISION ? null : trainClassifier(learnFrom, stemWords);
  if (!classify) {
    return {
      suggestions: [],
      notes: [`${learned} That is wrong too often, so its suggestions are left out.`],
    };
  }
  return {
    suggestions: suggestAll(documents, { classify, samples, precision, numbers }, postmortemAt),
    notes: [learned],
  };
}

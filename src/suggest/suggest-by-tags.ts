import { compareText } from "../core/compare.ts";
import { counted } from "../core/counted.ts";
import type { Gap, Postmortem, Sentence } from "../core/postmortem.ts";
import { plainText } from "../prose/sentences.ts";
import { formsOf, stemTokens } from "../prose/stems.ts";
import { canTell } from "./can-tell.ts";
import { type Classifier, trainClassifier } from "./classifier.ts";
import { crossValidate } from "./cross-validation.ts";
import { type GapSuggestion, LIKELY, type SuggestContext } from "./define.ts";
import { confirmedGaps, priorsOf, type Sample, samplesOf } from "./samples.ts";
import { fingerprintOf } from "./sentence-text.ts";
import { isStated } from "./stated.ts";

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
function alike(words: readonly string[], samples: readonly Sample[]): readonly Gap[] {
  const scored = samples.flatMap(({ gap, stems }) => {
    const shared = words.filter((word) => stems.has(word)).length;
    return gap && shared > 0 ? [{ gap, shared }] : [];
  });
  const most = Math.max(0, ...scored.map(({ shared }) => shared));
  return scored.filter(({ shared }) => shared === most).map(({ gap }) => gap);
}

function suggestAt(
  postmortem: Postmortem,
  { tokens, range }: Sentence,
  prior: number,
  classify: Classifier,
  samples: readonly Sample[],
  precision: number,
): GapSuggestion | null {
  const placed = stemTokens(tokens);
  const stems = new Set(placed.map(({ stem }) => stem));
  const { probability, because: becauseOf } = classify({ stems, prior });
  if (probability < LIKELY) return null;
  const because = becauseOf();
  const like = alike(because, samples);
  const kind = mostCommon(like.flatMap((gap) => gap.kind?.value ?? []));
  if (kind === null) return null;
  const written = because.map(
    (word) => tokens[placed.find(({ stem }) => stem === word)?.token ?? -1],
  );
  const words = written.map((token) => `'${token?.text.toLowerCase() ?? ""}'`).join(", ");
  return {
    type: "gap",
    path: postmortem.path,
    sentence: plainText(tokens, postmortem.namedPeople),
    range,
    fingerprint: fingerprintOf(tokens),
    kind,
    competency: mostCommon(like.map(({ competency }) => competency.value)),
    phase: mostCommon(like.flatMap((gap) => gap.phase?.value ?? [])),
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
  postmortems: readonly Postmortem[],
  context: SuggestContext,
  classify: Classifier,
  samples: readonly Sample[],
  precision: number,
): readonly GapSuggestion[] {
  return postmortems.flatMap((postmortem) => {
    const priors = priorsOf(postmortem, context);
    return postmortem.sentences.flatMap((sentence) => {
      if (!canTell(sentence, context)) return [];
      const prior = priors.get(sentence.range.start.offset) ?? 0;
      const found = suggestAt(postmortem, sentence, prior, classify, samples, precision);
      return found && !isStated(found, postmortem) ? [found] : [];
    });
  });
}

/**
 * What sentences are like those that people of this folder have confirmed as gaps.
 * @param learnFrom the whole folder, whatever part of it suggestions are asked for.
 */
export function suggestByTags(
  postmortems: readonly Postmortem[],
  learnFrom: readonly Postmortem[],
  context: SuggestContext,
  stopWords: readonly string[],
): TagSuggestions {
  const gaps = learnFrom.flatMap(confirmedGaps).length;
  if (gaps < FEWEST_GAPS) {
    const have = `${counted(gaps, "confirmed gap")} with evidence`;
    return {
      suggestions: [],
      notes: [`Your own tags are not used yet: ${have}; learning from them needs ${FEWEST_GAPS}.`],
    };
  }
  const samples = samplesOf(learnFrom, context);
  const isStopWord = stopWordTest(stopWords);
  const { right, found, expected } = crossValidate(samples, isStopWord);
  const precision = found === 0 ? 0 : right / found;
  const share = (part: number, whole: number) =>
    `${whole === 0 ? 0 : Math.round((100 * part) / whole)} % (${part} of ${whole})`;
  const figures = `precision ${share(right, found)}, recall ${share(right, expected)}`;
  const learned = `Learned from ${gaps} confirmed gaps; on documents left out of it: ${figures}. Gaps that pm proposed itself are easy to find again: if there are many, these figures are too good.`;
  const classify = precision < LEAST_PRECISION ? null : trainClassifier(samples, isStopWord);
  if (!classify) {
    return {
      suggestions: [],
      notes: [`${learned} That is wrong too often, so its suggestions are left out.`],
    };
  }
  return {
    suggestions: suggestAll(postmortems, context, classify, samples, precision),
    notes: [learned],
  };
}

import { compareBy, compareText } from "../core/compare.ts";
import type { Postmortem } from "../core/postmortem.ts";
import { wordsIn } from "../prose/stems.ts";
import type { SuggestContext, Suggestion } from "./define.ts";
import { suggestEscalations } from "./escalation-suggestions.ts";
import { suggestGaps } from "./gap-suggestions.ts";
import { suggestRankedGaps } from "./ranked-gaps.ts";
import { isStated } from "./stated.ts";

/** The order of suggestions: by file, line and type. */
const compareSuggestions = compareBy<Suggestion>(
  (a, b) => compareText(a.path, b.path),
  (a, b) => a.range.start.offset - b.range.start.offset,
  (a, b) => compareText(b.type, a.type),
);

/** Suggestions of both sources, the surer one of each type for a sentence; the first of two alike. */
export function mergeSuggestions(
  first: readonly Suggestion[],
  second: readonly Suggestion[],
): readonly Suggestion[] {
  const keyOf = ({ path, type, range }: Suggestion) => `${path}\0${type}\0${range.start.offset}`;
  const best = new Map(first.map((one) => [keyOf(one), one]));
  for (const one of second) {
    const known = best.get(keyOf(one));
    const isSurer = known?.foundBy === "wording" && one.confidence > known.confidence;
    if (!known || isSurer) best.set(keyOf(one), one);
  }
  return [...best.values()].toSorted(compareSuggestions);
}

function gapsOf(postmortem: Postmortem, context: SuggestContext): readonly Suggestion[] {
  const { ranker } = context;
  return ranker === null
    ? suggestGaps(postmortem, context)
    : suggestRankedGaps(postmortem, context, ranker);
}

/** What as many documents say in the same words, and at least as many words, is of their template. */
const TEMPLATE_DOCUMENTS = 3;
const TEMPLATE_WORDS = 8;

/** Without what stands word for word in several documents, as the questions of a template do. */
function withoutTemplate(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const paths = new Map<string, Set<string>>();
  for (const { fingerprint, path } of suggestions) {
    paths.set(fingerprint, (paths.get(fingerprint) ?? new Set()).add(path));
  }
  return suggestions.filter(({ fingerprint, sentence }) => {
    const isShared = (paths.get(fingerprint)?.size ?? 0) >= TEMPLATE_DOCUMENTS;
    return !isShared || wordsIn(sentence).length < TEMPLATE_WORDS;
  });
}

/** A postmortem with its timeline. */
export type WithTimeline = (postmortem: Postmortem) => Postmortem;

/** Its timeline tells when: most postmortems have no hand-over, and need none. */
function escalationsOf(
  postmortem: Postmortem,
  context: SuggestContext,
  withTimeline: WithTimeline,
): readonly Suggestion[] {
  const found = suggestEscalations(postmortem, context);
  const timed = found.length === 0 ? postmortem : withTimeline(postmortem);
  return timed === postmortem ? found : suggestEscalations(timed, context);
}

/**
 * What the prose of a postmortem seems to tell of and nobody has stated there.
 * @param withTimeline where it was read without.
 */
export function suggestInProse(
  postmortem: Postmortem,
  context: SuggestContext,
  withTimeline: WithTimeline = (same) => same,
): readonly Suggestion[] {
  const found = [
    ...gapsOf(postmortem, context),
    ...escalationsOf(postmortem, context, withTimeline),
  ];
  return found.filter((suggestion) => !isStated(suggestion, postmortem));
}

/** What was found in the prose of some postmortems, without what is of their template, by file and line. */
export function sortedSuggestions(found: readonly Suggestion[]): readonly Suggestion[] {
  return withoutTemplate(found).toSorted(compareSuggestions);
}

/**
 * What the prose of postmortems seems to tell of and nobody has stated there, by file and line.
 * @param withTimeline where they were read without.
 * @internal For tests: a folder is read and let go of document by document.
 */
export function suggestByProse(
  postmortems: readonly Postmortem[],
  context: SuggestContext,
  withTimeline?: WithTimeline,
): readonly Suggestion[] {
  return sortedSuggestions(
    postmortems.flatMap((postmortem) => suggestInProse(postmortem, context, withTimeline)),
  );
}

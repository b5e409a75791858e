import { compareBy, compareText } from "../core/compare.ts";
import type { Postmortem } from "../core/postmortem.ts";
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

/** What the prose of postmortems seems to tell of and nobody has stated there, by file and line. */
export function suggestByProse(
  postmortems: readonly Postmortem[],
  context: SuggestContext,
): readonly Suggestion[] {
  return postmortems
    .flatMap((postmortem) =>
      [...gapsOf(postmortem, context), ...suggestEscalations(postmortem, context)].filter(
        (suggestion) => !isStated(suggestion, postmortem),
      ),
    )
    .toSorted(compareSuggestions);
}

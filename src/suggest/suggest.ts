import { compareBy, compareText } from "../core/compare.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { SuggestContext, Suggestion } from "./define.ts";
import { suggestEscalations } from "./escalation-suggestions.ts";
import { suggestGaps } from "./gap-suggestions.ts";
import { isStated } from "./stated.ts";

/** The order of suggestions: by file, line and type. */
const compareSuggestions = compareBy<Suggestion>(
  (a, b) => compareText(a.path, b.path),
  (a, b) => a.range.start.offset - b.range.start.offset,
  (a, b) => compareText(b.type, a.type),
);

/** Suggestions of both sources, a sentence's first of each type alone. */
export function mergeSuggestions(
  first: readonly Suggestion[],
  second: readonly Suggestion[],
): readonly Suggestion[] {
  const keyOf = ({ path, type, range }: Suggestion) => `${path}\0${type}\0${range.start.offset}`;
  const known = new Set(first.map(keyOf));
  return [...first, ...second.filter((one) => !known.has(keyOf(one)))].toSorted(compareSuggestions);
}

/** What the cues find in the prose of postmortems and nobody has stated there, by file and line. */
export function suggestByCues(
  postmortems: readonly Postmortem[],
  context: SuggestContext,
): readonly Suggestion[] {
  return postmortems
    .flatMap((postmortem) =>
      [...suggestGaps(postmortem, context), ...suggestEscalations(postmortem, context)].filter(
        (suggestion) => !isStated(suggestion, postmortem),
      ),
    )
    .toSorted(compareSuggestions);
}

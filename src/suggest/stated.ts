import type { Range } from "../core/position.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { Suggestion } from "./define.ts";
import { comparable } from "./sentence-text.ts";

/** Fewer words in common may be a coincidence. */
const FEWEST_CHARACTERS = 12;

function overlaps(a: Range, b: Range): boolean {
  return a.start.offset < b.end.offset && b.start.offset < a.end.offset;
}

/** Whether one text is a part of the other, word for word. */
function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short === long || (short.length >= FEWEST_CHARACTERS && ` ${long} `.includes(` ${short} `))
  );
}

/** Whether a sentence is the evidence of a gap that its postmortem states. */
export function isStatedGap(
  { range, sentence }: Pick<Suggestion, "range" | "sentence">,
  { gaps }: Postmortem,
): boolean {
  const words = comparable(sentence);
  return gaps.some(({ evidence, source }) => {
    const place = evidence?.source ?? source;
    if (place.origin === "body" && overlaps(place.range, range)) return true;
    return evidence !== null && isPartOf(comparable(evidence.value), words);
  });
}

/** Whether a postmortem states already what a suggestion says. */
export function isStated(suggestion: Suggestion, postmortem: Postmortem): boolean {
  if (suggestion.type === "gap") return isStatedGap(suggestion, postmortem);
  return postmortem.escalations.some(({ to, source }) => {
    return overlaps(source.range, suggestion.range) || (to !== null && to.value === suggestion.to);
  });
}

import { agreement, type EscalationMarks, marksOf } from "../core/document/same-escalation.ts";
import { memo, once } from "../core/memo.ts";
import { overlaps } from "../core/position.ts";
import type { Escalation, Fact, Gap, Postmortem, Source } from "../core/postmortem.ts";
import type { Suggestion } from "./define.ts";
import { comparable } from "./sentence-text.ts";

/** A sentence with its place. */
export type PlacedSentence = Pick<Suggestion, "range" | "sentence">;

/** Fewer words in common may be a coincidence. */
const FEWEST_CHARACTERS = 12;

/** Whether one text is a part of the other, word for word; both as they are compared. */
export function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === long) return true;
  // Most are no part at all, whose ends need not be looked at.
  const isWithin = short.length >= FEWEST_CHARACTERS && long.includes(short);
  return isWithin && ` ${long} `.includes(` ${short} `);
}

function standsAt({ origin, range }: Source, sentence: Pick<PlacedSentence, "range">): boolean {
  return origin === "body" && overlaps(range, sentence.range);
}

/** The evidence of gaps as it is compared: each sentence of a document is compared with all of it. */
const evidenceOf = memo(({ value }: Fact<string>): string => comparable(value));

/**
 * Whether what stands at a place is the evidence of one of some gaps.
 * @param wordsOf tells its words as they are compared; asked where its place does not tell.
 */
export function isEvidenceOf(
  gaps: Postmortem["gaps"],
  place: Pick<PlacedSentence, "range">,
  wordsOf: () => string,
): boolean {
  const isInBody = ({ evidence, source }: Gap) => (evidence?.source ?? source).origin === "body";
  // A range is made when it is asked for.
  const here = gaps.some(isInBody) ? { range: place.range } : null;
  return (
    (here !== null &&
      gaps.some(({ evidence, source }) => standsAt(evidence?.source ?? source, here))) ||
    gaps.some(({ evidence }) => evidence !== null && isPartOf(evidenceOf(evidence), wordsOf()))
  );
}

/** Whether a sentence is the evidence of a gap that its postmortem states. */
export function isStatedGap(sentence: PlacedSentence, { gaps }: Pick<Postmortem, "gaps">): boolean {
  const words = once(() => comparable(sentence.sentence));
  return isEvidenceOf(gaps, sentence, words);
}

/** Whether a sentence is that of an action for a competency: what it is to teach is tagged. */
function isTaggedAction(sentence: PlacedSentence, { actions }: Pick<Postmortem, "actions">) {
  const words = comparable(sentence.sentence);
  return actions.some(({ title, competency, source }) => {
    if (competency === null) return false;
    return standsAt(source, sentence) || isPartOf(comparable(title.value), words);
  });
}

function tellsOf({ evidence, source }: Escalation, sentence: PlacedSentence): boolean {
  if (standsAt(source, sentence)) return true;
  return evidence !== null && isPartOf(comparable(evidence.value), comparable(sentence.sentence));
}

/**
 * Whether a sentence tells of an escalation that its postmortem states: by its place, or its words, or
 * as what it tells of is stated without the sentence that does.
 */
export function isStatedEscalation(
  sentence: PlacedSentence,
  marks: EscalationMarks,
  { escalations }: Pick<Postmortem, "escalations">,
): boolean {
  return escalations.some((one) => {
    if (tellsOf(one, sentence)) return true;
    return one.evidence === null && agreement(marksOf(one), marks) > 0;
  });
}

/** Whether a postmortem states already what a suggestion says, if only in other words. */
export function isStated(suggestion: Suggestion, postmortem: Postmortem): boolean {
  if (suggestion.type === "gap") {
    return isStatedGap(suggestion, postmortem) || isTaggedAction(suggestion, postmortem);
  }
  return postmortem.escalations.some((one) => {
    return tellsOf(one, suggestion) || agreement(marksOf(one), suggestion) > 0;
  });
}

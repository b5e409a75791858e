import { inDoubt } from "../../core/document/fact.ts";
import type { EpochMs, Fact, Milestone, Phase } from "../../core/postmortem.ts";
import { PHASE_BOUNDS } from "../../core/time/durations.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { phaseNamed } from "../labels/named-phase.ts";
import { shorterNames } from "../labels/shorter-names.ts";
import { parseDurationText } from "../written/durations.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { type BodyTimesReading, factOf } from "./instants.ts";
import type { LabelledTime } from "./labelled-times.ts";
import { arePlain, spanOf } from "./spans.ts";

/** A length, and in brackets from when to when: "12 min (09:02 → 09:14 UTC)". */
const MEASURED = /^([^()]{1,30}?)\s*\(([^()]{9,100})\)\.?$/;
const LEAST_SHARE = 0.1;

/** The phase whose length a label names; null for that of the whole, whose span is known to be that of the incident. */
function phaseOf(label: string, vocabulary: Vocabulary): Phase | null {
  const names = shorterNames(normalizeHeading(label), vocabulary);
  if (names.some((name) => vocabulary.spans.includes(name))) return null;
  return phaseNamed(names, vocabulary) ?? null;
}

/** Whether two ends are as far apart as a length says. */
function isAsLong(minutes: number, from: EpochMs, to: EpochMs): boolean {
  const apart = Math.abs((to - from) / MS_PER_MINUTE - minutes);
  return apart <= 1 || apart <= minutes * LEAST_SHARE;
}

/** What the time to mitigate or to resolve counts from may be the detection as well. */
const FROM_START: ReadonlySet<Phase> = new Set(["mitigate", "resolve"]);

/**
 * Milestones at the ends of the spans in brackets behind lengths, "TTD: 12 min (09:02 → 09:14 UTC)": in doubt where
 * the length is another, or words beside a time say what it is that of.
 */
export function measuredSpans(
  labelled: readonly LabelledTime[],
  reading: BodyTimesReading,
  context: AssembleContext,
): readonly { readonly milestone: Milestone; readonly fact: Fact<EpochMs> }[] {
  const { vocabulary } = context;
  const found = labelled.flatMap((one) => {
    const [, length, span] = MEASURED.exec(one.value) ?? [];
    const phase = length === undefined ? null : phaseOf(one.label, vocabulary);
    const minutes =
      length === undefined ? null : parseDurationText(length, vocabulary.duration_words);
    if (span === undefined || phase === null || minutes === null) return [];
    const ends = spanOf(span, one, reading, context);
    if (!ends) return [];
    const [from, to] = PHASE_BOUNDS[phase];
    const isSure = isAsLong(minutes, ends[0].value, ends[1].value) && arePlain(span, vocabulary);
    return [
      { milestone: from, end: ends[0], isSure: isSure && !FROM_START.has(phase), range: one.range },
      { milestone: to, end: ends[1], isSure, range: one.range },
    ];
  });
  const facts = found.flatMap(({ milestone, end, isSure, range }) => {
    const fact = factOf(end, range);
    return fact ? [{ milestone, isSure, fact: isSure ? fact : inDoubt(fact) }] : [];
  });
  // What is said of one milestone several times is sure where one of them is.
  return facts.filter(
    (one) =>
      one.isSure || !facts.some((other) => other.isSure && other.milestone === one.milestone),
  );
}

import { memo } from "../../core/memo.ts";
import { type Milestone, MILESTONES } from "../../core/postmortem.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import type { LabelledTime } from "./labelled-times.ts";
import { pointOf } from "./named-milestone.ts";

function only(words: readonly string[]): RegExp {
  return new RegExp(String.raw`^${anyWord(words)}(?=$|[.,;(（]|\s+[(–—-])\D*$`, "iu");
}

const patternsOf = memo(({ label_words: { left_open, not_applicable } }: Vocabulary) => {
  return { open: only(left_open), inapplicable: only(not_applicable) };
});

/** Whether a value says that there is no such time, or that nobody knows it: "N/A (near miss)". */
export function isLeftOpen(value: string, vocabulary: Vocabulary): boolean {
  return patternsOf(vocabulary).open.test(value.trim());
}

/** Whether a value says that there is no such time: "N/A (near miss)", not that nobody knows it. */
export function isInapplicable(value: string, vocabulary: Vocabulary): boolean {
  return patternsOf(vocabulary).inapplicable.test(value.trim());
}

/** The milestones of which labels say so: that there is none, or also that nobody knows them, "Started: N/A". */
export function leftOpen(
  labelled: readonly LabelledTime[],
  context: AssembleContext,
  saysSo: (value: string, vocabulary: Vocabulary) => boolean = isLeftOpen,
): readonly Milestone[] {
  const named = labelled.flatMap(({ label, value }) =>
    saysSo(value, context.vocabulary) ? (pointOf(label, context) ?? []) : [],
  );
  return MILESTONES.filter((name) => named.includes(name));
}

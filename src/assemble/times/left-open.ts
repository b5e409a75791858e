import { anyWord } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import { type Milestone, MILESTONES } from "../../core/postmortem.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import type { LabelledTime } from "./labelled-times.ts";
import { pointOf } from "./named-milestone.ts";

const openOf = memo(
  ({ label_words: { left_open: words } }: Vocabulary) =>
    new RegExp(String.raw`^${anyWord(words)}(?=$|[.,;(（]|\s+[(–—-])\D*$`, "iu"),
);

/** Whether a value says that there is no such time, or that nobody knows it: "N/A (near miss)". */
export function isLeftOpen(value: string, vocabulary: Vocabulary): boolean {
  return openOf(vocabulary).test(value.trim());
}

/** The milestones of which labels say that there is none, or that nobody knows them: "Started: N/A". */
export function leftOpen(
  labelled: readonly LabelledTime[],
  context: AssembleContext,
): readonly Milestone[] {
  const named = labelled.flatMap(({ label, value }) =>
    isLeftOpen(value, context.vocabulary) ? (pointOf(label, context) ?? []) : [],
  );
  return MILESTONES.filter((name) => named.includes(name));
}

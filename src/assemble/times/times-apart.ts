import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import type { KnownSection } from "../sections/sections.ts";
import { type LabelledTime, labelledTimes, spanLines } from "./labelled-times.ts";
import { namesBothEnds, pointOf } from "./named-milestone.ts";

/** What stands between the names of a label, and between its values: "Detected / acknowledged". */
const betweenNames = memo(
  ({ prose_times: { and } }: Vocabulary) =>
    new RegExp(String.raw`\s?[/&+→]\s?|\s${anyWord(and)}\s`, "iu"),
);
const BETWEEN_VALUES = /\s[/|→&]\s|;\s/;
/** The zone behind the last of several times, which holds for all: "10:15 / 10:20 UTC". */
const ZONE_BEHIND = /:\d{2}\s(\p{Lu}{2,5}(?:[+-]\d{1,2})?)$/u;
const ENDS_WITH_CLOCK = /:\d{2}$/;
const IN_BRACKETS = /\s?(\([^()]{2,40}\))$/;

/** A label of several milestones, with a time for each, as one for each; any other as it is. */
function timesApart(one: LabelledTime, context: AssembleContext): readonly LabelledTime[] {
  const { label, value } = one;
  if (!BETWEEN_VALUES.test(value) || namesBothEnds(label, context)) return [one];
  const [, brackets = ""] = IN_BRACKETS.exec(label) ?? [];
  const names = label.replace(IN_BRACKETS, "").split(betweenNames(context.vocabulary));
  const values = value.split(BETWEEN_VALUES).map((part) => part.trim());
  const milestones = new Set(names.map((name) => pointOf(name, context)));
  const areOwn = !milestones.has(undefined) && milestones.size === names.length;
  if (names.length < 2 || names.length !== values.length || !areOwn) return [one];
  const [, zone] = ZONE_BEHIND.exec(values.at(-1) ?? "") ?? [];
  return names.map((name, index) => {
    const own = values[index] ?? "";
    const zoned = zone !== undefined && ENDS_WITH_CLOCK.test(own) ? `${own} ${zone}` : own;
    return { ...one, label: brackets === "" ? name : `${name} ${brackets}`, value: zoned };
  });
}

/** What sections state under labels, each label for the one milestone that it names. */
export function timesUnderLabels(
  sections: readonly KnownSection[],
  context: AssembleContext,
): readonly LabelledTime[] {
  const { vocabulary } = context;
  const labelled = labelledTimes(sections, vocabulary).flatMap((one) => timesApart(one, context));
  return [...labelled, ...spanLines(sections, vocabulary)];
}

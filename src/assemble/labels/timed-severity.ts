import { memo } from "../../core/memo.ts";
import type { Fact } from "../../core/postmortem.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { parseDurationText } from "../written/durations.ts";
import type { Labelled } from "./line-labels.ts";
import { factOf } from "./names.ts";
import { fitSeverity } from "./values.ts";

const timeIn = memo(
  ({ severity_words: { time_in } }: Vocabulary): RegExp =>
    new RegExp(String.raw`^\P{L}*${anyWord(time_in)}\s+(\S.*)$`, "iu"),
);

/**
 * The highest level that an incident had for a while, where a report counts how long it had each: "Time in
 * SEV-1 | 0 min", "Time in SEV-2 | 52 min"; null where none is counted.
 */
export function severityByTime(
  labelled: readonly Labelled[],
  context: AssembleContext,
): Fact<string> | null {
  const { taxonomy, vocabulary } = context;
  const found = labelled.flatMap(({ label, value }) => {
    const [, level = ""] = timeIn(vocabulary).exec(label) ?? [];
    const fit = level === "" ? null : fitSeverity(level, context);
    if (fit?.ok !== true) return [];
    const minutes = parseDurationText(value.text, vocabulary.duration_words) ?? 0;
    return minutes > 0 ? [{ id: fit.value.id, written: level, value }] : [];
  });
  const order = taxonomy.severities.map(({ id }) => id);
  const [highest] = found.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  if (!highest) return null;
  const { id, written, value } = highest;
  return factOf({ id, written, how: "inferred" }, value);
}

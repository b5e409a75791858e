import { escapePattern } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import { MS_PER_HOUR } from "../../core/milliseconds.ts";
import type { Milestone } from "../../core/postmortem.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";

/** What stands between the two ends of a span. */
export const betweenOf = memo(({ clock_words: { to } }: Vocabulary): RegExp => {
  const words = to.map(escapePattern).join("|");
  return new RegExp(
    String.raw`(?:(?<!\s)\s+)?[–—→〜～]\s*|(?<!\s)\s+(?:-|${words})\s+|(?<=[\d)])\s*-\s*(?=\d{1,2}[:.]\d{2})`,
    "u",
  );
});
/** A case that is closed so long after the fix tells of paper work, not of the incident. */
const LATE_MS = 12 * MS_PER_HOUR;

interface ToldEnd {
  readonly milestone: Milestone;
  readonly label: string;
}

/** Ends without those that only close the case, where another label tells the end, or the fix long before. */
export function withoutClosing<Told extends ToldEnd>(
  written: readonly Told[],
  { label_words: { closing }, milestones: { mitigated } }: Vocabulary,
  instantFor: (one: Told) => number | null,
): readonly Told[] {
  const has = (labels: readonly string[], { label }: Told) =>
    labels.includes(normalizeHeading(label));
  const ends = written.filter(({ milestone }) => milestone === "resolved");
  const others = ends.filter((one) => !has(closing, one));
  const isEnded = others.some((one) => !has(mitigated.labels, one));
  const fixed = Math.min(...others.map((one) => instantFor(one) ?? Number.POSITIVE_INFINITY));
  return written.filter((one) => {
    if (!ends.includes(one) || others.includes(one)) return true;
    const closed = instantFor(one);
    return !isEnded && (closed === null || closed - fixed <= LATE_MS);
  });
}

/** Whether words before the first time of a span say that it is one of something else: "deploy 01:38". */
export function isOfOther(value: string, vocabulary: Vocabulary): boolean {
  const { months, weekdays, spans, label_words, clock_words, prose_times } = vocabulary;
  const { qualifiers, hedges, small } = label_words;
  const known = new Set(
    [...months.flat(), ...weekdays.flat(), ...spans, ...qualifiers, ...hedges, ...small]
      .concat(
        clock_words.before,
        prose_times.start,
        prose_times.between,
        Object.keys(vocabulary.zones),
      )
      .flatMap((phrase) => phrase.toLowerCase().split(" ")),
  );
  const [first = ""] = value.split(betweenOf(vocabulary));
  // Words behind a number are its unit: "22 minutes".
  const words =
    first
      .toLowerCase()
      .replace(/(?<!\d)\d{1,6}\s?\p{L}{1,12}/gu, " ")
      .match(/\p{L}{3,}/gu) ?? [];
  return words.some((word) => !known.has(word));
}

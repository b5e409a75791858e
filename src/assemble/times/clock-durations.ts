import { inDoubt } from "../../core/document/fact.ts";
import { memo } from "../../core/memo.ts";
import type { Fact, Source } from "../../core/postmortem.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import { MINUTES_PER_HOUR } from "../../core/time/minutes-text.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

/** A length as a clock shows it, `1:35` or `25:35`, with what may stand before it and a note behind it. */
const CLOCK = /^(\d{1,3}):([0-5]\d)\s*(?:\(([^()]{1,60})\))?$/;
/** How a label or a note says what the numbers are: "hh:mm", "h:mm", "mm:ss". */
const HOURS = /(?<!\p{L})h{1,2}:m{1,2}(?!\p{L})/iu;
const MINUTES = /(?<![\p{L}:])m{1,2}:s{1,2}(?!\p{L})/iu;

const patternsOf = memo(
  ({ duration_words: { around, lengths, hours_and_minutes } }: Vocabulary) => {
    const words = String.raw`(?<!\p{L})${anyWord(lengths)}(?!\p{L})`;
    return {
      about: new RegExp(String.raw`^\s*(?:[~≈]|${anyWord(around)}(?!\p{L})\.?)\s*`, "iu"),
      length: new RegExp(words, "iu"),
      hours: new RegExp(String.raw`(?<!\p{L})${anyWord(hours_and_minutes)}(?!\p{L})`, "iu"),
    };
  },
);

/** A length in minutes, and whether it could also be a time of day, or minutes and seconds. */
interface ClockDuration {
  readonly minutes: number;
  readonly isUnsure: boolean;
}

/**
 * The length that a value tells as a clock shows it: "Outage duration: 01:35", "TTD (mm:ss): 04:30"; null where it
 * is none, or its label does not say that it is a length.
 */
function clockDuration(label: string, value: string, vocabulary: Vocabulary): ClockDuration | null {
  const { about, length, hours } = patternsOf(vocabulary);
  const [, first, second, note = ""] = CLOCK.exec(value.replace(about, "").trim()) ?? [];
  if (first === undefined || second === undefined) return null;
  const said = `${label} ${note}`;
  if (MINUTES.test(said) && !HOURS.test(said)) {
    return {
      minutes: Math.round(Number(first) + Number(second) / MINUTES_PER_HOUR),
      isUnsure: false,
    };
  }
  const isUnsure = !HOURS.test(said) && !hours.test(said);
  if (isUnsure && !length.test(label)) return null;
  return { minutes: Number(first) * MINUTES_PER_HOUR + Number(second), isUnsure };
}

/**
 * How long something took: as its value says in words, else as a clock shows it, in doubt where that could be
 * something else; null where it is neither.
 * @param minutes what the value says in words; null for nothing.
 */
export function durationFact(
  minutes: number | null,
  {
    label,
    value,
    source,
  }: { readonly label: string; readonly value: string; readonly source: Source },
  vocabulary: Vocabulary,
): Fact<number> | null {
  if (minutes !== null) return { value: minutes, source };
  const clock = clockDuration(label, value, vocabulary);
  if (clock === null) return null;
  const fact = { value: clock.minutes, source };
  return clock.isUnsure ? inDoubt(fact) : fact;
}

import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import { MS_PER_DAY, MS_PER_HOUR } from "../../core/time/milliseconds.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { ARROWS } from "../written/arrows.ts";
import { saysHalf } from "../written/clock-times.ts";
import { resolveDate } from "../written/dates.ts";
import { readWrittenTime } from "../written/times.ts";
import { type BodyTimesReading, instantOfTime, type ReadInstant, withZoneOf } from "./instants.ts";
import type { LabelledTime } from "./labelled-times.ts";

/** Dots between two times: "14:02 ... 15:10". */
const DOTS = String.raw`(?:\.{2,3}|…)(?=\s?[[(<~]?\d)`;

/** What stands between the two ends of a span. */
const betweenOf = memo(({ clock_words: { to } }: Vocabulary): RegExp => {
  return new RegExp(
    String.raw`(?:(?<!\s)\s+)?(?:[–—〜～]|${ARROWS}|${DOTS})\s*|(?<!\s)\s+(?:-|${anyWord(to)})\s+|(?<=[\d)])\s*-\s*(?=\d{1,2}[:.]\d{2})`,
    "u",
  );
});

/** Words that may stand before a time without making it one of something else, in lower case. */
const plainWords = memo((vocabulary: Vocabulary): ReadonlySet<string> => {
  const { months, weekdays, spans, label_words, clock_words, prose_times, zones } = vocabulary;
  const { qualifiers, hedges, small } = label_words;
  const phrases = [
    ...[...months, ...weekdays, spans, qualifiers, hedges, small],
    ...[clock_words.before, prose_times.start, prose_times.between, Object.keys(zones)],
  ].flat();
  return new Set(phrases.flatMap((phrase) => phrase.toLowerCase().split(" ")));
});

/** Whether a text has no words but those of months, zones and the like. */
export function arePlain(text: string, vocabulary: Vocabulary): boolean {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return words.every((word) => plainWords(vocabulary).has(word));
}

/** Whether words before the first time of a span say that it is one of something else: "deploy 01:38". */
export function isOfOther(value: string, vocabulary: Vocabulary): boolean {
  const [first = ""] = value.split(betweenOf(vocabulary));
  // Words behind a number are its unit: "22 minutes".
  const words =
    first
      .toLowerCase()
      .replace(/(?<!\d)\d{1,6}\s?\p{L}{1,12}/gu, " ")
      .match(/\p{L}{3,}/gu) ?? [];
  return words.some((word) => !plainWords(vocabulary).has(word));
}

/** What seems to last for longer past midnight has its ends the wrong way round. */
const LONGEST_NIGHT = 12 * MS_PER_HOUR;

/** Both ends of `2026-03-14 02:15 to 04:30 UTC`; null where a text tells no two times of day. */
export function spanOf(
  text: string,
  places: Pick<LabelledTime, "label" | "above">,
  reading: BodyTimesReading,
  context: AssembleContext,
): readonly [ReadInstant, ReadInstant] | null {
  const [first = "", second, ...more] = text
    .replace(/\(\D{0,40}\d{1,9} ?(?:h|m|d)[^)]*\)/i, "")
    .split(betweenOf(context.vocabulary));
  if (second === undefined || more.length > 0) return null;
  if (saysHalf(second) && !saysHalf(first)) return null;
  const { vocabulary, dateOrder = null } = context;
  const [from, end] = [first, second].map((part) => readWrittenTime(part, vocabulary, dateOrder));
  if (!from || !end) return null;
  const to = withZoneOf(places, end, context);
  const near = reading.day?.value ?? null;
  const begun = from.date ? resolveDate(from.date, near) : near;
  const start = instantOfTime({ ...from, zone: from.zone ?? to.zone }, near, reading, context);
  const last = instantOfTime(to, begun, reading, context);
  if (!start || !last) return null;
  if (last.value > start.value) return [start, last];
  // "23:40 – 00:55" ends on the day after.
  const next = { ...last, value: last.value + MS_PER_DAY };
  const isNext =
    to.date === null && from.time !== null && next.value - start.value <= LONGEST_NIGHT;
  return isNext ? [start, next] : null;
}

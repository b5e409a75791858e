import { memo } from "../../core/memo.ts";
import type { Range } from "../../core/position.ts";
import type { EpochMs, Fact } from "../../core/postmortem.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { readWrittenDate, resolveDate } from "../written/dates.ts";
import { readWrittenTime, startOfDay, type WrittenTime } from "../written/times.ts";
import {
  type BodyTimesReading,
  factOf,
  instantOfTime,
  type ReadInstant,
  withZoneOf,
} from "./instants.ts";
import type { LabelledTime } from "./labelled-times.ts";

/** Both ends of what a document tells of one moment: "between 10:00 and 10:30". */
interface WrittenRange {
  readonly earliest: WrittenTime;
  readonly latest: WrittenTime;
}

interface Patterns {
  /** What stands before it, its two ends. */
  readonly between: RegExp;
  readonly bounded: RegExp;
}

const patternsOf = memo(({ clock_words: { range } }: Vocabulary): Patterns => {
  const any = (words: readonly string[]) => `(?<!\\p{L})${anyWord(words)}(?!\\p{L})`;
  const { between, and, earliest, latest } = range;
  return {
    between: new RegExp(
      String.raw`^(.{0,60}?)${any(between)}\s+(\S.{0,60}?)\s+${any(and)}\s+(\S.{0,40})$`,
      "iu",
    ),
    bounded: new RegExp(
      String.raw`^(.{0,60}?)${any(earliest)}\s+(\S.{0,60}?)[\s,;]{1,3}(?:${any(and)}\s+)?${any(latest)}\s+(\S.{0,40})$`,
      "iu",
    ),
  };
});

/** "Estimated to lie between": more words are a sentence, which may tell of anything. */
const MOST_BEFORE = 4;
/** A month and a zone. */
const MOST_BESIDE = 2;

function wordsIn(text: string): number {
  return text.match(/\p{L}{2,}/gu)?.length ?? 0;
}

/** The ends with what only one of them or the words before them write: the day, the month, the zone. */
function completed(
  before: string,
  [from, to]: readonly [string, string],
  { vocabulary, dateOrder = null }: AssembleContext,
): WrittenRange | null {
  const read = (text: string) => readWrittenTime(text, vocabulary, dateOrder);
  const [around, first, second] = [read(before), read(from), read(to)];
  if (around.time !== null || wordsIn(from) > MOST_BESIDE) return null;
  const date = second.date ?? first.date ?? around.date;
  const [, day] = /^\D{0,3}(\d{1,2})(?:st|nd|rd|th|\.)?$/.exec(from.trim()) ?? [];
  // "between 3 and 10 March": the month stands behind the latter.
  const ownDay = day !== undefined && date !== null && second.time === null ? Number(day) : null;
  const ownDate =
    first.date ?? (ownDay === null || date === null ? null : { ...date, day: ownDay });
  const zone = second.zone ?? first.zone ?? around.zone;
  const earliest = {
    ...first,
    date: ownDate ?? around.date ?? date,
    time: ownDay === null ? first.time : null,
    zone: first.zone ?? zone,
  };
  const latest = { ...second, date: second.date ?? ownDate ?? around.date, zone };
  const isTimed = earliest.time !== null && latest.time !== null;
  const isDated = earliest.date !== null && latest.date !== null;
  const isOfDays = isDated && earliest.time === null && latest.time === null;
  return isTimed || isOfDays ? { earliest, latest } : null;
}

/** The range that a text says a moment lies in; null where it says none. */
function readRange(text: string, context: AssembleContext): WrittenRange | null {
  const { between, bounded } = patternsOf(context.vocabulary);
  const [, before = "", from, to] = between.exec(text) ?? bounded.exec(text) ?? [];
  if (from === undefined || to === undefined || wordsIn(before) > MOST_BEFORE) return null;
  const ends = completed(before, [from, to], context);
  return ends && readWrittenDate(from, context.vocabulary.months, null)?.date.year === null
    ? { ...ends, earliest: { ...ends.earliest, date: yearOf(ends) } }
    : ends;
}

/** The earlier day with the year of the later, where that alone has one: "between May 3 and May 10, 2026". */
function yearOf({ earliest, latest }: WrittenRange): WrittenTime["date"] {
  const year = earliest.date?.year ?? latest.date?.year ?? null;
  return earliest.date && { ...earliest.date, year };
}

/** The earlier of two instants, in doubt, with the later as its bound; null where they are in no order. */
export function betweenFact(
  earliest: ReadInstant,
  latest: ReadInstant,
  range: Range,
): Fact<EpochMs> | null {
  if (latest.value <= earliest.value) return null;
  const fact = factOf({ ...earliest, confidence: "low" }, range);
  return fact && { ...fact, source: { ...fact.source, until: latest.value } };
}

/** Whether a text is two times with a sign between them, and tells nothing else: "10:15–10:20 UTC". */
export function areTimesAlone(text: string): boolean {
  return wordsIn(text) <= MOST_BESIDE;
}

/** A milestone that is only known to lie in a range, as its earliest, in doubt. */
export function rangeFact(
  { value, label, above, range }: LabelledTime,
  reading: BodyTimesReading,
  context: AssembleContext,
): Fact<EpochMs> | null {
  const read = readRange(value, context);
  if (!read) return null;
  const near = reading.day?.value ?? null;
  const [earliest, latest] = [read.earliest, read.latest].map((end): ReadInstant | null => {
    if (end.time)
      return instantOfTime(withZoneOf({ label, above }, end, context), near, reading, context);
    const date = end.date && resolveDate(end.date, near);
    return date && { value: startOfDay(date, context.timeZone) };
  });
  const fact = earliest && latest ? betweenFact(earliest, latest, range) : null;
  const precision = read.earliest.time ? {} : ({ precision: "day" } as const);
  return fact && { ...fact, source: { ...fact.source, ...precision } };
}

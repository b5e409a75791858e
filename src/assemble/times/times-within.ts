import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { saysHalf } from "../written/clock-times.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { readWrittenTime, type WrittenTime } from "../written/times.ts";

/** What parts the two times of a range. */
const rangeOf = memo(({ clock_words: { to, range } }: Vocabulary) => {
  const words = anyWord([...to, ...range.and]);
  return new RegExp(String.raw`[–—]|\s(?:-|${words})\s(?=\d)`, "iu");
});

/** A time within a text, and where it begins and ends there. */
export interface PlacedTime {
  readonly start: number;
  readonly end: number;
  readonly time: WrittenTime;
  /** The second time of a range. */
  readonly until: WrittenTime | null;
}

/** A time has a digit this near its beginning: "between about Wednesday, the 30th of September". */
const FARTHEST_DIGIT = 80;

/** Where a word begins that may begin a time, in order. */
function* timeStarts(sentence: string): Generator<number> {
  const digits = Array.from(sentence.matchAll(/\d/g), ({ index }) => index);
  if (digits.length === 0) return;
  let nth = 0;
  for (const { index } of sentence.matchAll(/(?<![\p{L}\d:.])[\p{L}\d~≈]/gu)) {
    while ((digits[nth] ?? Infinity) < index) nth += 1;
    const digit = digits[nth];
    if (digit === undefined) return;
    if (digit - index <= FARTHEST_DIGIT) yield index;
  }
}

/** Every time of day in a sentence; what begins with one at a word is that one. */
export function timesWithin(
  sentence: string,
  { vocabulary, dateOrder = null }: AssembleContext,
): readonly PlacedTime[] {
  const places: PlacedTime[] = [];
  const range = rangeOf(vocabulary);
  let from = 0;
  for (const index of timeStarts(sentence)) {
    if (index < from) continue;
    const head = splitTimeHead(sentence.slice(index), vocabulary)?.head;
    const time = head === undefined ? null : readWrittenTime(head, vocabulary, dateOrder);
    // "11.20 % of them" is no time: one with a dot says that it is by its half of the day or its zone.
    const isAmount =
      head !== undefined && /\d\.\d/.test(head) && time?.zone === null && !saysHalf(head);
    if (head === undefined || !time?.time || time.counted || isAmount) continue;
    from = index + head.length;
    const [, second] = head.split(range);
    const until = second ? readWrittenTime(second, vocabulary, dateOrder) : null;
    places.push({ start: index, end: from, time, until });
  }
  return places;
}

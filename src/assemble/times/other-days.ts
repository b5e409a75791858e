import type { Temporal } from "temporal-polyfill";
import type { AssembleContext } from "../context.ts";
import { readWrittenDate, resolveDate } from "../written/dates.ts";
import type { SentenceTime } from "./sentence-times.ts";

/** An incident may last for some days, of which a document tells one as its own. */
const LONGEST_DAYS = 3;

function isFar(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Math.abs(one.until(other).days) > LONGEST_DAYS;
}

/** Whether words before a time tell a day far from its own: "as on 1 March, when it failed from 10:00". */
function isAfterOtherDay(
  { time, before, day }: SentenceTime,
  { vocabulary: { months }, dateOrder = null }: AssembleContext,
): boolean {
  const written = time.date === null ? readWrittenDate(before, months, dateOrder) : null;
  const other = written && resolveDate(written.date, day);
  return other !== null && isFar(other, day);
}

/** The times that stand behind another day in their sentence: they may be those of an earlier incident. */
export function timesOfOtherDays(
  times: readonly SentenceTime[],
  context: AssembleContext,
): ReadonlySet<SentenceTime> {
  const found = new Set<SentenceTime>();
  let [sentence, isBehind] = [times[0]?.text, false];
  for (const one of times) {
    const isNext = one.text !== sentence;
    sentence = one.text;
    isBehind = isAfterOtherDay(one, context) || (isBehind && !isNext && one.time.date === null);
    if (isBehind) found.add(one);
  }
  return found;
}

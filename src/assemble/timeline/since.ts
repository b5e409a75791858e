import { memo } from "../../core/memo.ts";
import type { EpochMs, Fact, Timeline, TimelineRow } from "../../core/postmortem.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import { zoned } from "../../core/time/calendar.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { resolveDate } from "../written/dates.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { instantOf, readWrittenTime } from "../written/times.ts";
import { resolveZone } from "../written/zones.ts";

/** Later rows tell since when something else was so. */
const MOST_AFTER = 2;

const wordsOf = memo(
  ({ prose_times: { start } }: Vocabulary) =>
    new RegExp(String.raw`(?<!\p{L})${anyWord(start)}\s+(?=(?:\p{L}+\s)?[~≈]?\d)`, "giu"),
);

/** The instant since which a row says that something is wrong; null where it says none before its own. */
function sinceIn(
  { at, text }: TimelineRow,
  timeZone: string,
  vocabulary: Vocabulary,
): EpochMs | null {
  if (at === null) return null;
  for (const { index, 0: word } of text.matchAll(wordsOf(vocabulary))) {
    const head = splitTimeHead(text.slice(index + word.length), vocabulary);
    const written = head && readWrittenTime(head.head, vocabulary);
    if (!written?.time || written.counted) continue;
    const zone = (written.zone && resolveZone(written.zone, vocabulary.zones)) ?? timeZone;
    const day = zoned(at, zone).toPlainDate();
    const date = written.date ? resolveDate(written.date, day) : day;
    if (!date) continue;
    const instant = instantOf(date, written.time, zone);
    const value = instant > at && !written.date ? instant - MS_PER_DAY : instant;
    if (value < at && at - value < MS_PER_DAY) return value;
  }
  return null;
}

/**
 * The start that the rows around the detection mention, "logins fail since 08:45", where no row is
 * the start itself; with low confidence.
 * @param timeZone of times without a zone where the timeline names none
 */
export function mentionedStart(
  { rows, zone, clocks }: Timeline,
  { started, detected }: Readonly<Partial<Record<"started" | "detected", Fact<EpochMs>>>>,
  timeZone: string,
  vocabulary: Vocabulary,
): Fact<EpochMs> | null {
  const hasInstant = started && started.source.precision !== "day";
  if (hasInstant && started.source.confidence !== "low") return null;
  const noticed = detected ? rows.findIndex(({ at }) => at !== null && at >= detected.value) : 0;
  const named = clocks ?? (zone && resolveZone(zone, vocabulary.zones)) ?? timeZone;
  for (const row of rows.slice(0, Math.max(noticed, 0) + 1 + MOST_AFTER)) {
    const value = sinceIn(row, named, vocabulary);
    if (value === null || (hasInstant && value >= started.value)) continue;
    const source = { origin: "body", how: "inferred", range: row.range } as const;
    return { value, source: { ...source, confidence: "low" } };
  }
  return null;
}

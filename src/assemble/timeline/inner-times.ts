import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import { MINUTES_PER_HOUR } from "../../core/time/minutes-text.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { minuteIn, minutesAfter } from "../written/minutes-of-day.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { readZone } from "../written/zones.ts";
import type { TimelineEntry } from "./entry.ts";

const patternsOf = memo(({ prose_times: { at, by, around, joints } }: Vocabulary) => {
  const joint = anyWord(joints);
  const about = String.raw`(?:${anyWord(around)}\s|[~≈]\s?)?`;
  const before = String.raw`(?:[.!?;]\s(?:${joint}\s)?|,\s${joint}\s)`;
  return {
    /** Where a sentence or a clause begins with its own time. */
    inner: new RegExp(
      String.raw`(?<=${before})${anyWord([...at, ...by])}\s${about}(?=\d{1,2}[:.h]\d{2}(?!\d))`,
      "giu",
    ),
    /** What joined a clause to that before it. */
    jointBehind: new RegExp(String.raw`(?<![\s,;])[\s,;]+(?:${joint}[\s,;]*)?$`, "iu"),
  };
});

/** Fewer words tell nothing that happened. */
const LEAST_WORDS = 3;
/** The longest time with what stands between it and what it tells. */
const LONGEST_TIME = 80;
/** What is told of so long after the last row may be a plan. */
const LONGEST_AFTER = 6 * MINUTES_PER_HOUR;

function wordsIn(text: string): number {
  return text.match(/\p{L}{2,}/gu)?.length ?? 0;
}

/** A part of what a row tells, with the time that it begins with; null for the first. */
interface Part {
  readonly time: string | null;
  readonly text: string;
}

/** The parts of a row, each with its own time; one where it tells no further time. */
function partsOf(text: string, vocabulary: Vocabulary): readonly Part[] {
  const { inner, jointBehind } = patternsOf(vocabulary);
  const parts: Part[] = [];
  let [from, time]: [number, string | null] = [0, null];
  const add = (end: number) => {
    parts.push({
      time,
      text: text.slice(from, end).replace(end < text.length ? jointBehind : "", ""),
    });
  };
  for (const { index, 0: words } of text.matchAll(inner)) {
    const behind = text.slice(index + words.length, index + words.length + LONGEST_TIME);
    const start = splitTimeHead(behind, vocabulary);
    if (!start) continue;
    add(index);
    from = index + words.length + behind.length - start.rest.length;
    time = start.head;
  }
  add(text.length);
  return parts;
}

/** Whether the times of parts follow that of their row, each other, and lie before the next row. */
function areInOrder(own: number, next: number | null, parts: readonly Part[]): boolean {
  const end = next === null ? LONGEST_AFTER : minutesAfter(next, own);
  let before = 0;
  return parts.every(({ time, text }, index) => {
    if (wordsIn(text) < LEAST_WORDS) return false;
    if (index === 0 || time === null) return true;
    const minutes = minuteIn(time);
    const after = minutes === null ? -1 : minutesAfter(minutes, own);
    const isNext = after >= before && after <= end;
    before = after;
    return isNext;
  });
}

/** One row, or one for each further time that its sentences begin with. */
function divided(
  entry: TimelineEntry,
  next: TimelineEntry | undefined,
  vocabulary: Vocabulary,
): readonly TimelineEntry[] {
  if (entry.text.search(patternsOf(vocabulary).inner) === -1) return [entry];
  const own = minuteIn(entry.time.text);
  const parts = own === null ? [] : partsOf(entry.text, vocabulary);
  const nextMinute = next === undefined ? null : minuteIn(next.time.text);
  if (own === null || parts.length < 2 || !areInOrder(own, nextMinute, parts)) return [entry];
  const zone = readZone(entry.time.text, vocabulary.zones);
  return parts.map(({ time, text }) => {
    if (time === null) return { ...entry, text };
    const isZoned = zone === null || readZone(time, vocabulary.zones) !== null;
    const written = isZoned ? time : `${time} ${zone}`;
    return { ...entry, time: { ...entry.time, text: written }, text };
  });
}

/**
 * Entries whose sentences tell further times as one for each time: "14:05 Alert fires. By 14:20 the cause was found."
 * What is out of order is told of something else, and stays.
 */
export function withInnerTimes(
  entries: readonly TimelineEntry[],
  vocabulary: Vocabulary,
): readonly TimelineEntry[] {
  return entries.flatMap((entry, index) => divided(entry, entries[index + 1], vocabulary));
}

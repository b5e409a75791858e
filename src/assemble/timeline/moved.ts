import type { Temporal } from "temporal-polyfill";
import type { Fact } from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { DocumentDay } from "../times/document-day.ts";
import { resolveDate } from "../written/dates.ts";
import { readWrittenTime } from "../written/times.ts";
import type { TimelinePlace } from "./places.ts";

/** A timeline that begins so many days away from the day in the frontmatter has a mistyped one. */
const FARTHEST_DAYS = 7;

function isNear(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Math.abs(one.until(other, { largestUnit: "days" }).days) <= FARTHEST_DAYS;
}

function daysUntil(date: Temporal.PlainDate, day: DocumentDay): number {
  return date.until(day.value, { largestUnit: "days" }).days;
}

/**
 * By how many days a timeline is off the day of the frontmatter: 0 where one of its dates is near,
 * or something else in the document tells the same days, as where the frontmatter's is the day of
 * publishing.
 */
export function daysOff(dates: readonly Temporal.PlainDate[], day: DocumentDay | null): number {
  const [first] = dates;
  if (!first || day?.source.origin !== "frontmatter") return 0;
  // Days that are far apart are those of several incidents, of which the frontmatter tells one.
  if (!dates.every((date) => isNear(date, first))) return 0;
  if (day.isPublishing === true && dates.every((date) => daysUntil(date, day) >= 0)) return 0;
  const known = [day.value, ...day.others];
  if (dates.some((date) => known.some((other) => isNear(date, other)))) return 0;
  return first.until(day.value, { largestUnit: "days" }).days;
}

/** What is wrong where the timeline tells other days than the frontmatter does. */
export function movedProblems(
  places: readonly TimelinePlace[],
  day: DocumentDay | null,
  started: Fact<number> | null,
  vocabulary: Vocabulary,
): readonly Problem[] {
  if (started !== null || day?.source.origin !== "frontmatter") return [];
  const entries = places.flatMap((place) => place.entries);
  const dated = entries.flatMap(({ time }) => {
    const { date } = readWrittenTime(time.text, vocabulary);
    const value = date && resolveDate(date, null);
    return value ? [{ value, range: time.range }] : [];
  });
  const [first] = dated;
  const dates = dated.map(({ value }) => value);
  if (!first || daysOff(dates, day) === 0) return [];
  const { range } = day.source;
  const frontmatter = { value: day.value.toString(), range };
  const timeline = { value: first.value.toString(), range: first.range };
  return [{ kind: "two-days", frontmatter, timeline, range }];
}

import { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../postmortem.ts";
import { zoned } from "./calendar.ts";

/** The calendar steps in which time is cut. */
export const STEPS = ["month", "quarter", "year"] as const;
export type Step = (typeof STEPS)[number];

/** A calendar month, quarter or year, as far as a stretch of time covers it. */
export interface Period {
  /** `2026-03`, `2026-Q1` or `2026`. */
  readonly name: string;
  /** How many months of it are covered, parts included. */
  readonly months: number;
}

const MONTHS: Readonly<Record<Step, number>> = { month: 1, quarter: 3, year: 12 };

function firstDay(ms: EpochMs, step: Step, timeZone: string): Temporal.PlainDate {
  const { year, month } = zoned(ms, timeZone);
  const months = MONTHS[step];
  return Temporal.PlainDate.from({ year, month: month - ((month - 1) % months), day: 1 });
}

function nameOf({ year, month }: Temporal.PlainDate, step: Step): string {
  const written = String(year).padStart(4, "0");
  if (step === "year") return written;
  if (step === "quarter") return `${written}-Q${(month + 2) / 3}`;
  return `${written}-${String(month).padStart(2, "0")}`;
}

/** The name of the period in which an instant lies. */
export function periodName(ms: EpochMs, step: Step, timeZone: string): string {
  return nameOf(firstDay(ms, step, timeZone), step);
}

/** The beginning of the period in which an instant lies. */
export function periodStart(ms: EpochMs, step: Step, timeZone: string): EpochMs {
  return firstDay(ms, step, timeZone).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The periods that [since, until) touches, in their order. */
export function periodsBetween(
  since: EpochMs,
  until: EpochMs,
  step: Step,
  timeZone: string,
): readonly Period[] {
  const periods: Period[] = [];
  let day = firstDay(since, step, timeZone);
  let start = day.toZonedDateTime(timeZone).epochMilliseconds;
  while (start < until) {
    const next = day.add({ months: MONTHS[step] });
    const end = next.toZonedDateTime(timeZone).epochMilliseconds;
    const covered = (Math.min(end, until) - Math.max(start, since)) / (end - start);
    periods.push({ name: nameOf(day, step), months: covered * MONTHS[step] });
    day = next;
    start = end;
  }
  return periods;
}

import { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../postmortem.ts";
import { no, ok, type Result } from "../result.ts";
import {
  type CalendarContext,
  ISO_DATE,
  isoDate,
  isoInstant,
  parseInstant,
  parsePeriod,
  stepBack,
  zoned,
} from "./calendar.ts";

/** A stretch of time: [since, until). */
export interface Stretch {
  readonly since: EpochMs;
  readonly until: EpochMs;
}

/** What a window is compared with: the stretch just before, the same a year ago, or one of its own. */
export type Reference = "prior" | "year-ago" | "given";

/** Incidents that started in [since, until); a null bound is open. */
export interface Window {
  readonly since: EpochMs | null;
  readonly until: EpochMs;
  /** The window that this one is compared with; null where `since` is open and none was given. */
  readonly prior: Stretch | null;
  /** Which one that is; "prior" where it is left out. */
  readonly reference?: Reference;
  /** The instant that periods count back from; `until` where it is left out. */
  readonly asOf?: EpochMs;
  /** Whether neither its end nor `asOf` was asked for, so that it is to hold all that happened up to now. */
  readonly isUpToNow?: boolean;
}

/** Whether an instant lies in a window. */
export function isInWindow(
  at: EpochMs,
  { since, until }: Pick<Window, "since" | "until">,
): boolean {
  return (since === null || at >= since) && at < until;
}

/** A window as options write it; null where an option is left out. */
export interface WrittenWindow {
  readonly since: string | null;
  readonly until: string | null;
  /** `prior`, `year-ago` or `SINCE..UNTIL`. */
  readonly compare?: string | null;
}

const UNIT = /^(\d{4})(?:-(?:q([1-4])|(0[1-9]|1[0-2])))?$/i;
const RANGE = /^(.+?)\.\.(.+)$/;

/** The first day of a year (`2026`), a quarter (`2026-Q1`) or a month (`2026-01`); null for none. */
function firstDayOf(text: string): Temporal.PlainDate | null {
  const [, year, quarter, month] = UNIT.exec(text) ?? [];
  if (year === undefined) return null;
  const first = quarter === undefined ? Number(month ?? 1) : Number(quarter) * 3 - 2;
  return Temporal.PlainDate.from({ year: Number(year), month: first, day: 1 });
}

/**
 * Reads a bound of a window: a period back from `asOf`, from the midnight of its day on; a year, a
 * quarter, a month or a date for its first midnight in the zone; or an ISO instant with an offset.
 * Null where it is none of these.
 */
export function resolveBound(text: string, context: CalendarContext): EpochMs | null {
  const written = text.trim();
  const { asOf, timeZone } = context;
  const period = parsePeriod(written);
  if (period)
    return zoned(stepBack(asOf, period, timeZone), timeZone).startOfDay().epochMilliseconds;
  try {
    const day = ISO_DATE.test(written) ? Temporal.PlainDate.from(written) : firstDayOf(written);
    return day ? day.toZonedDateTime(timeZone).epochMilliseconds : parseInstant(written);
  } catch {
    return null;
  }
}

/** How long a window is in whole months where both ends are borders of months, else in whole days. */
function calendarLength(
  since: EpochMs,
  until: EpochMs,
  timeZone: string,
): Temporal.Duration | null {
  const from = zoned(since, timeZone);
  if (!from.equals(from.startOfDay())) return null;
  const [first, last] = [from.toPlainDate(), zoned(until, timeZone).toPlainDate()];
  const isBorder = first.day === 1 && last.day === 1;
  const length = first.until(last, { largestUnit: isBorder ? "months" : "days" });
  return length.sign > 0 ? length : null;
}

/**
 * The stretch just before a window, computed from its ends alone, so that `1q` and its two dates give the
 * same: as many calendar months where both ends are borders of months, else as many days, from a
 * local midnight on. A window that begins within a day, or is shorter than one, has as many
 * milliseconds.
 */
function priorOf(since: EpochMs, until: EpochMs, timeZone: string): Stretch {
  const length = calendarLength(since, until, timeZone);
  const priorSince = length
    ? zoned(since, timeZone).subtract(length).startOfDay().epochMilliseconds
    : since - (until - since);
  return { since: priorSince, until: since };
}

function yearBefore(ms: EpochMs, timeZone: string): EpochMs {
  return stepBack(ms, { count: 1, unit: "years" }, timeZone);
}

function unreadable(option: string, text: string) {
  const expected =
    "a period (6mo, 90d, 2q, 1y, 3w), a year, quarter, month or date (2026, 2026-Q1, 2026-01, 2026-01-01) or an instant with an offset (2026-01-01T00:00Z)";
  return no(`Unexpected ${option} "${text}", expected ${expected}`);
}

/** @param isOpen whether the window ends where it does without `--until` */
function reversed(option: string, { since, until }: Stretch, timeZone: string, isOpen = false) {
  const sameDay = isoDate(since, timeZone) === isoDate(until, timeZone);
  const show = (ms: EpochMs) => (sameDay ? isoInstant(ms) : isoDate(ms, timeZone));
  if (option === "--since" && isOpen) {
    return no(
      `Unexpected --since ${show(since)}, later than ${show(until)}, where the window ends without --until`,
    );
  }
  return option === "--compare"
    ? no(`Unexpected ${option} ${show(since)}..${show(until)}, which ends before it begins`)
    : no(`Unexpected ${option} ${show(since)}, later than --until ${show(until)}`);
}

function empty(until: string) {
  return no(
    `Unexpected --until "${until}", the same moment as --since: the window ends before --until, so give the day, month, quarter or year after it`,
  );
}

/** The window with the one that `--compare` names in place of the prior one. */
function compared(window: Window, compare: string, context: CalendarContext): Result<Window> {
  const { since, until } = window;
  const { timeZone } = context;
  const [, from, to] = RANGE.exec(compare) ?? [];
  if (from !== undefined && to !== undefined) {
    const [first, last] = [resolveBound(from, context), resolveBound(to, context)];
    if (first === null) return unreadable("--compare", from);
    if (last === null) return unreadable("--compare", to);
    if (first >= last) return reversed("--compare", { since: first, until: last }, timeZone);
    if (last > (since ?? Number.NEGATIVE_INFINITY) && first < until) {
      return no(`Unexpected --compare "${compare}", which shares days with the window`);
    }
    return ok({ ...window, prior: { since: first, until: last }, reference: "given" });
  }
  if (compare !== "prior" && compare !== "year-ago") {
    return no(`Unexpected --compare "${compare}", expected prior, year-ago or SINCE..UNTIL`);
  }
  if (since === null) return no(`--compare ${compare} needs --since, from where on to compare`);
  if (compare === "prior") return ok({ ...window, reference: "prior" });
  const prior = { since: yearBefore(since, timeZone), until: yearBefore(until, timeZone) };
  if (prior.until > since) {
    return no("--compare year-ago needs a window of at most a year");
  }
  return ok({ ...window, prior, reference: "year-ago" });
}

/** The window of `--since`, `--until`, which is `asOf` by default, and `--compare`; or why there is none, as a sentence. */
export function resolveWindow(bounds: CalendarContext & WrittenWindow): Result<Window> {
  const { asOf, timeZone, compare = null } = bounds;
  const until = bounds.until === null ? asOf : resolveBound(bounds.until, bounds);
  if (until === null) return unreadable("--until", bounds.until ?? "");
  const since = bounds.since === null ? null : resolveBound(bounds.since, bounds);
  if (since === null && bounds.since !== null) return unreadable("--since", bounds.since);
  if (since !== null && since > until) {
    return reversed("--since", { since, until }, timeZone, bounds.until === null);
  }
  if (since === until && bounds.until !== null) return empty(bounds.until);
  const prior = since === null ? null : priorOf(since, until, timeZone);
  const window: Window = { since, until, prior, asOf };
  return compare === null ? ok(window) : compared(window, compare, bounds);
}

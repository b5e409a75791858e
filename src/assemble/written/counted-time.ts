/** A time that counts from the start of an incident, `T+25m`, with its place in a text. */
export interface CountedTime {
  /** Negative before the start; null where its unit is left open, as in `T+25`. */
  readonly minutes: number | null;
  /** The number whose unit is left open; null where it has one. */
  readonly bare: number | null;
  /** Whether it names the start, `T+5m`; one without is a length from wherever: `+5m`. */
  readonly isNamed: boolean;
  readonly index: number;
  readonly length: number;
}

const UNIT = String.raw`(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)(?!\p{L})`;
const NUMBER = String.raw`\d+(?:[.,]\d+)?`;
const UNITS = String.raw`${NUMBER}\s*${UNIT}(?:\s*${NUMBER}\s*${UNIT})*(?:(?<=h)\d{2}(?!\d|:\d))?`;
const LENGTH = String.raw`(?:\d{1,3}:\d{2}(?::\d{2})?(?!\d|:\d)|${UNITS})`;
const MINUS = "[-−–]";
const NAMED = String.raw`T\s*(?:(?:0\s*)?(?:\+|${MINUS})\s*(?:${LENGTH}|\d+)|0(?![\d.]|:\d))`;
const MINUTE = String.raw`min(?:ute)?\.?\s\d{1,4}(?![\d.,]|:\d)`;
const UNNAMED = String.raw`(?:\+\s*${LENGTH}|0\s*${UNIT}|${MINUTE})`;
/** What stands between a counted time and the time of day that it is: "T+0 (09:00)". */
const AND_CLOCK = String.raw`(?:\s*[(\[=@,]|\s+(?:at|is)\b|(?<=T\s*(?:\+\s*)?0(?::?00)?(?:\s*${UNIT})?)\s*[:–—-])\s*`;

/** The pattern of a counted time, or of two that are a range; without case, with `u`. */
export const COUNTED = String.raw`(?:${NAMED}|${UNNAMED})(?:\s*(?:[-–—]|to\b)\s*(?:${NAMED}|${UNNAMED}|${UNITS}))?`;

/** The pattern of a counted time that is followed by its time of day. */
export function countedWithClock(clock: string): string {
  return String.raw`(?:${NAMED})${AND_CLOCK}${clock}`;
}

const FIRST = new RegExp(String.raw`(?<![\p{L}\d])${NAMED}|(?<=^[^\p{L}\d]{0,20})${UNNAMED}`, "iu");
const ALL = new RegExp(COUNTED, "iuy");
const MINUTES_PER_UNIT: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 24 * 60 };

function minutesOf(written: string): number | null {
  const [, minute] = /^min\D+(\d+)$/i.exec(written) ?? [];
  if (minute !== undefined) return Number(minute);
  const clock = /(?<!\d)(\d+):(\d{2})(?::(\d{2}))?/.exec(written);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60;
  const parts = [...written.matchAll(/(?<!\d)(\d+(?:[.,]\d+)?)\s*([smhd])[a-z]*/gi)];
  if (parts.length === 0) return /^\D*0+$/.test(written) ? 0 : null;
  const [, rest = "0"] = /h(\d{2})$/i.exec(written) ?? [];
  const minutes = parts.map(([, count = "0", unit = "m"]) => {
    return Number(count.replace(",", ".")) * (MINUTES_PER_UNIT[unit.toLowerCase()] ?? 1);
  });
  return minutes.reduce((sum, one) => sum + one, Number(rest));
}

/** The counted time that a text tells, `T+25m`, `T0 + 25 min`, `T+1:50`, `+1h05`; null where it tells none. */
export function readCountedTime(text: string): CountedTime | null {
  const found = FIRST.exec(text);
  if (!found) return null;
  const [written] = found;
  ALL.lastIndex = found.index;
  const { length } = ALL.exec(text)?.[0] ?? written;
  const minutes = minutesOf(written);
  const isBefore = new RegExp(`^T\\s*(?:0\\s*)?${MINUS}`, "iu").test(written);
  const [, bare] = minutes === null ? (/[+−–-]\s*(\d+)$/.exec(written) ?? []) : [];
  const sign = isBefore ? -1 : 1;
  return {
    minutes: minutes === null ? null : minutes * sign,
    bare: bare === undefined ? null : Number(bare) * sign,
    isNamed: /^T/i.test(written),
    index: found.index,
    length,
  };
}

import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import {
  DURATION_UNITS,
  type DurationUnit,
  type DurationWords,
} from "../../core/time/duration-words.ts";

const MINUTES: Readonly<Record<DurationUnit, number>> = {
  week: 7 * 24 * 60,
  day: 24 * 60,
  hour: 60,
  minute: 1,
  second: 1 / 60,
};

/** `PT1H27M`, `P1DT2H` (ISO 8601, without months and years, whose lengths differ). */
const ISO =
  /^p(?:(?<week>\d+)w)?(?:(?<day>\d+)d)?(?:t(?=\d)(?:(?<hour>\d+)h)?(?:(?<minute>\d+)m)?(?:(?<second>\d+)(?:\.\d+)?s)?)?$/;
/** `01:27:00`, of which the first number is the hours; with a word for hours behind also `1:27`. */
const CLOCK = /^(?<hour>\d{1,3}):(?<minute>[0-5]\d)(?::(?<second>[0-5]\d)|\s*(?<unit>\p{L}+))$/u;
/** `1h40`: hours, and minutes without a unit; in a sentence it may be a time of day as well. */
const HOURS_AND_MINUTES = /^(\d{1,3})\s?(\p{L}{1,3})\s?([0-5]\d)$/u;
const AMOUNT = /(?<!\d)(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?/gu;
const THOUSANDS = /(?<![\d.,])(\d{1,3}),(?=\d{3}(?![\d.,]))/g;

const patternsOf = memo(({ units, around, and, after }: DurationWords) => {
  const about = String.raw`(?:[~≈<>]|${anyWord(around)}(?!\p{L})\.?)\s*`;
  return {
    minutes: new Map(
      DURATION_UNITS.flatMap((unit) => units[unit].map((word) => [word, MINUTES[unit]])),
    ),
    about: new RegExp(String.raw`^\s*${about}`, "u"),
    joint: new RegExp(String.raw`[,;](?!\d)|(?<!\p{L})${anyWord(and)}(?!\p{L})`, "gu"),
    atEnd: new RegExp(
      String.raw`(?<!\p{L})${anyWord(after)}(?!\p{L})\s*((?:${about})?\d[^.!?:]{1,60})[.!]?$`,
      "iu",
    ),
  };
});

/** Brackets as they are, and footnotes: what opens none is not searched to the end of the text. */
function withoutBrackets(text: string): string {
  const end = Math.max(text.lastIndexOf(")"), text.lastIndexOf("]")) + 1;
  // eslint-disable-next-line regexp/no-super-linear-move -- there is a closing bracket
  return text.slice(0, end).replace(/\[\^[^\]]*\]|\([^)]*\)/g, " ") + text.slice(end);
}

/** Minutes of a duration in numbers alone; null if it is none. */
function inNumbers(text: string, hours: readonly string[]): number | null {
  const { unit, ...parts } = (ISO.exec(text) ?? CLOCK.exec(text))?.groups ?? {};
  if (unit !== undefined && !hours.includes(unit)) return null;
  const amounts = DURATION_UNITS.flatMap((one) => {
    const amount = parts[one];
    return amount === undefined ? [] : [Number(amount) * MINUTES[one]];
  });
  if (amounts.length === 0) return null;
  return Math.round(amounts.reduce((sum, minutes) => sum + minutes));
}

/**
 * Minutes that a written duration means: `1h 28m`, `19 hours 43 minutes.`, `~2h`, `1,5 Stunden`, `1h28`, `PT1H28M`,
 * `01:28:00`; null if it is none in these words.
 */
export function parseDurationText(text: string, words: DurationWords): number | null {
  const { about, joint, minutes: minutesOf } = patternsOf(words);
  const cleaned = withoutBrackets(text.toLowerCase())
    .replace(about, "")
    .replace(THOUSANDS, "$1")
    .replace(joint, " ")
    .trim()
    .replace(/\.$/, "");
  const numbers = inNumbers(cleaned, words.units.hour);
  if (numbers !== null) return numbers;
  const [, hours, hour = "", minute] = HOURS_AND_MINUTES.exec(cleaned) ?? [];
  if (words.units.hour.includes(hour)) return Number(hours) * MINUTES.hour + Number(minute);
  const parts = [...cleaned.matchAll(AMOUNT)];
  if (parts.length === 0 || cleaned.replace(AMOUNT, "").trim() !== "") return null;
  let minutes = 0;
  for (const [, amount = "", unit = ""] of parts) {
    const each = minutesOf.get(unit);
    if (each === undefined) return null;
    minutes += Number(amount.replace(",", ".")) * each;
  }
  return Math.round(minutes);
}

/** Minutes of a duration that a sentence ends in: `API is back up after 2 days, 1 hour, 7 minutes.`; null if none. */
export function durationAtEnd(text: string, words: DurationWords): number | null {
  const [, written] = patternsOf(words).atEnd.exec(text.trim()) ?? [];
  const mayBeTime = written !== undefined && HOURS_AND_MINUTES.test(written.trim());
  return written === undefined || mayBeTime ? null : parseDurationText(written, words);
}

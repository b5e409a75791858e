import {
  DURATION_UNITS,
  type DurationUnit,
  type DurationWords,
} from "../../core/duration-words.ts";
import { anyWord } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";

const MINUTES: Readonly<Record<DurationUnit, number>> = {
  week: 7 * 24 * 60,
  day: 24 * 60,
  hour: 60,
  minute: 1,
  second: 1 / 60,
};

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

/**
 * Minutes that a written duration means: `1h 28m`, `19 hours 43 minutes.`, `~2h`, `1,5 Stunden`; null if it
 * is none in these words.
 */
export function parseDurationText(text: string, words: DurationWords): number | null {
  const { about, joint, minutes: minutesOf } = patternsOf(words);
  const cleaned = withoutBrackets(text.toLowerCase())
    .replace(about, "")
    .replace(THOUSANDS, "$1")
    .replace(joint, " ")
    .trim()
    .replace(/\.$/, "");
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
  return written === undefined ? null : parseDurationText(written, words);
}

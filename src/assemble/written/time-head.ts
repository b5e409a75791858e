import { escapePattern } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { COUNTED, countedWithClock } from "./counted-time.ts";

/** The beginning of a text that tells a time, and what comes after it. */
export interface TimeHead {
  readonly head: string;
  readonly rest: string;
}

const CLOCK = String.raw`(?:\d{1,2}(?:[:.]|h(?=\d{2}(?![\dm])))\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?![\d%])(?:\s*[ap](?:\.?m)?\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)`;
const RANGE = String.raw`${CLOCK}(?:\s*(?:-|–|—|to|until|till|and)\s*${CLOCK})?`;
const ISO_DATE = String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`;
const NUMBERS_DATE = String.raw`(?:\d{1,2}(?:\/\d{1,2}\/|\.\d{1,2}\.|-\d{1,2}-)(?:\d{4}|\d{2})(?!\d)|\d{1,2}[/-]\d{1,2}(?=[\sT,]+\d{1,2}[:.]\d{2}))`;
const ABOUT = String.raw`(?:(?:at|on|from|between|around|about|approximately|approx\.?|circa|ca\.|c\.)\s+|[~≈]\s*)*`;

function dateOf({ months, weekdays }: Vocabulary): string {
  const month = String.raw`(?:${months.flat().map(escapePattern).join("|")})\b\.?`;
  const year = String.raw`(?:,?\s+\d{4}(?![\d:]))?`;
  const monthFirst = String.raw`${month}\s+\d{1,2}(?:st|nd|rd|th)?(?![\d:])${year}`;
  const dayFirst = String.raw`\d{1,2}(?:st|nd|rd|th|\.)?[\s/-]+(?:of\s+)?${month}(?:,?[\s/-]+\d{4}(?![\d:]))?`;
  const weekday = String.raw`(?:(?:${weekdays.map(escapePattern).join("|")})\b[.,]*\s*)?`;
  return String.raw`${weekday}(?:${ISO_DATE}|${monthFirst}|${dayFirst}|${NUMBERS_DATE})`;
}

function zoneOf({ zones }: Vocabulary): string {
  const names = Object.keys(zones).map(escapePattern).join("|");
  const offset = String.raw`(?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d{2})?\b`;
  return String.raw`(?:\s*\(?(?:${offset}|(?:${names})\b|[A-Z][A-Za-z]+\/[A-Z][A-Za-z_/]+)\)?)?`;
}

function headPattern(vocabulary: Vocabulary): RegExp {
  const date = dateOf(vocabulary);
  const between = String.raw`(?:[\s,T@–-]|\bat\b|${ABOUT})*`;
  const clock = String.raw`${RANGE}${zoneOf(vocabulary)}`;
  const counted = countedWithClock(String.raw`(?:${date}${between})?${clock}`);
  const time = String.raw`(?:${counted}|${COUNTED}|${clock})`;
  const lead = String.raw`[\s\p{P}\p{S}]{0,6}?(?:[A-Z]{2,3}[:,]?\s+(?=\d))?${ABOUT}`;
  // A date may be followed by a time; a time by the date, as in "02:15 on March 14".
  const head = String.raw`(?:${date}(?:${between}${time})?|${time}(?:${between}${date})?)`;
  return new RegExp(String.raw`^(${lead}${head})(?=$|[\s\p{P}\p{S}])`, "iu");
}

/** The vocabulary never changes, so its pattern is made once. */
const patternOf = memo(headPattern);

/** A time without the bracket that only its rest closes: "[14:23". */
function withoutOpen(head: string): string {
  return /^[[(][^\])]*$/.test(head) ? head.slice(1).trim() : head;
}

/** Splits a text that begins with a date or a time of day; null where it begins otherwise. */
export function splitTimeHead(text: string, vocabulary: Vocabulary): TimeHead | null {
  const found = patternOf(vocabulary).exec(text);
  if (!found) return null;
  const head = found[1] ?? "";
  const rest = text.slice(head.length).replace(/^[\])}*_`"'\s]*(?:\s*[-–—:|,.;→>]+\s*)?/u, "");
  return { head: withoutOpen(head.trim()), rest };
}

import { memo } from "../../core/memo.ts";
import { type Caseless, caseless } from "../../core/text/caseless.ts";
import { anyWord, escapePattern } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { ABOUT, CLOCK, CLOCKS } from "./clock-times.ts";
import { COUNTED, countedWithClock } from "./counted-time.ts";
import { datePattern } from "./date-forms.ts";
import { normalizeHeading } from "./phrases.ts";
import { cityFirst, zoneBehind } from "./zones.ts";

/** The beginning of a text that tells a time, and what comes after it. */
export interface TimeHead {
  readonly head: string;
  readonly rest: string;
}

const WORDS = String.raw`on|from|between|${ABOUT}`;

function dateOf({ months, weekdays }: Vocabulary): string {
  const weekday = String.raw`(?:${anyWord(weekdays.flat())}(?!\p{L})[.,]*\s*)?`;
  return `${weekday}${datePattern(months)}`;
}

/** A time of day with its zone, and the words that a language puts behind it: "09:30 Uhr MEZ". */
function clockOf({ zones, clock_words: { behind, to } }: Vocabulary): string {
  const after = String.raw`(?:ish(?!\p{L}))?(?:\s*${anyWord(behind)}(?!\p{L}))?`;
  const end = String.raw`(?:\s*${anyWord(to)}\s*${CLOCK}${after})?`;
  return String.raw`${CLOCKS}${after}${end}${zoneBehind(zones)}`;
}

function headPattern(vocabulary: Vocabulary): Caseless {
  const date = dateOf(vocabulary);
  const clock = clockOf(vocabulary);
  const before = vocabulary.clock_words.before.map(escapePattern);
  const words = [WORDS, ...before].join("|");
  // "Update: 16:25" is a label, "at: 16:25" is none.
  const labels = before.map((word) => String.raw`${word}[:：]\s*|`).join("");
  const leading = String.raw`(?:(?:at|${words})\s+|${labels}[~≈]\s*)*`;
  // Each character is taken in one way only, or thousands would take for ever.
  const day = String.raw`(?<=\d\s)${anyWord(vocabulary.weekdays.flat())}(?=[\s,])`;
  const between = String.raw`(?:[\s,T@~≈–-]|\bat\b|${day}|(?<![\p{L}\d])(?:${words})(?=\s))*`;
  const counted = countedWithClock(String.raw`(?:${date}${between})?${clock}`);
  const time = String.raw`(?:${counted}|${COUNTED}|${clock})`;
  const lead = String.raw`[\s\p{P}\p{S}]{0,6}?(?:[A-Z]{2,3}[:,]?\s+(?=\d))?${leading}`;
  // A date may be followed by a time; a time by the date, as in "02:15 on March 14".
  const head = String.raw`(?:${date}(?:${between}${time})?|${time}(?:${between}${date})?)`;
  return caseless(String.raw`^(${lead}${head})(?=$|[\s\p{P}\p{S}\p{Lo}])`);
}

const DIGIT = /\d/;
/** No time is written out at such length: to look through all of a long line for each of its times takes for ever. */
const LONGEST_HEAD = 400;

/** The vocabulary never changes, so its pattern is made once. */
const patternOf = memo(headPattern);

/** A time without the bracket that only its rest closes: "[14:23". */
function withoutOpen(head: string): string {
  return /^[[(][^\])]*$/.test(head) ? head.slice(1).trim() : head;
}

/** A line that is the name of a day of the week and nothing else; null for any other. */
export function weekdayIn(text: string, { weekdays }: Pick<Vocabulary, "weekdays">): number | null {
  const word = text.replace(/^[\s\p{P}]+|(?<![\s\p{P}])[\s\p{P}]+$/gu, "").toLowerCase();
  const index = weekdays.findIndex((names) => names.includes(word));
  return index === -1 ? null : index + 1;
}

/** The same, where the label of a date may stand before it: "Date: 14 March 2026". */
export function splitDayHead(text: string, vocabulary: Vocabulary): TimeHead | null {
  const own = splitTimeHead(text, vocabulary);
  if (own) return own;
  const [, label = "", rest = ""] = /^([^:：]{2,30})[:：]\s*(\S.*)$/.exec(text) ?? [];
  if (vocabulary.headings.date.includes(normalizeHeading(label))) {
    return splitTimeHead(rest, vocabulary);
  }
  return weekdayIn(text, vocabulary) === null ? null : { head: text, rest: "" };
}

const DAY_AT_END =
  /(?:[,(–—]|\s-\s)\s*([^,()–—\d]{0,15}\d{1,2}[^,()–—]{2,20}\d{4}|[^,()–—\d]{3,15}\d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d{2}-\d{2})(?: \p{L}{2,5})?\)?\s*$/u;

/** The day that is set apart at the end of a heading: "Second wave (4 May 2026)"; null where none is. */
export function dayAtEnd(text: string, vocabulary: Vocabulary): string | null {
  const [, tail = ""] = DAY_AT_END.exec(text.slice(-LONGEST_TAIL)) ?? [];
  const start = tail === "" ? null : splitTimeHead(tail, vocabulary);
  return start?.rest === "" ? start.head : null;
}

/** What may set a time apart at the end of a text. */
const SET_APART = ["(", "[", ". ", "! ", " – ", " — ", " - ", " @ "];
const LONGEST_TAIL = 80;

/** Splits a text that ends in a time set apart from it: "Fixed. (20 May 2026, 00:25 UTC)"; else null. */
export function splitTimeTail(text: string, vocabulary: Vocabulary): TimeHead | null {
  const trimmed = text.replace(/(?<![\s.])[\s.]+$/, "");
  const end = trimmed.slice(-LONGEST_TAIL);
  if (!DIGIT.test(end)) return null;
  const at = Math.max(...SET_APART.map((sign) => end.lastIndexOf(sign)));
  if (at === -1) return null;
  const written = end.slice(at).replace(/^[\s([.!@–—-]+|(?<![\s)\]])[\s)\]]+$/g, "");
  const start = splitTimeHead(written, vocabulary);
  if (start?.rest !== "") return null;
  const before = trimmed.slice(0, trimmed.length - end.length + at);
  return { head: start.head, rest: before.trim() };
}

/** The word at the end of a time that only looks like the label of a zone, and the blanks before it. */
const wordBehind = memo(
  ({ not_zones }: Vocabulary) => new RegExp(String.raw`(?<!\s)\s+${anyWord(not_zones)}$`, "u"),
);

/** Splits a text that begins with a date or a time of day; null where it begins otherwise. */
export function splitTimeHead(text: string, vocabulary: Vocabulary): TimeHead | null {
  // Every date and time has a digit, and most texts have none: the pattern takes long to be made.
  const begin = text.slice(0, LONGEST_HEAD);
  const found = DIGIT.test(begin) ? patternOf(vocabulary)(begin) : null;
  if (!found) return null;
  const own = text.slice(0, found[1]?.length).replace(wordBehind(vocabulary), "");
  const head = own + cityFirst(text.slice(own.length));
  const rest = text
    .slice(head.length)
    .replace(/^[\])}*_`"'\s]*(?:\s*(?!:[a-z\d_+-]{2,40}:)[-–—:：、|,.;→>]+\s*)?/u, "");
  return { head: withoutOpen(head.trim()), rest };
}

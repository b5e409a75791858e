import type { Temporal } from "temporal-polyfill";
import { memo } from "../../core/memo.ts";
import type { Fact } from "../../core/postmortem.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import { zoned } from "../../core/time/calendar.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { WrittenTime } from "../written/times.ts";
import type { DocumentDay } from "./document-day.ts";
import type { BodyTimesReading } from "./instants.ts";

/** What reading sentences needs to know of the document around them. */
export interface StoryReading extends Pick<BodyTimesReading, "day" | "zone"> {
  /** The day on which the document was written, which "yesterday" counts from. */
  readonly writtenOn: Temporal.PlainDate | null;
}

/** The day on which a document was written: that of publishing, of its frontmatter, or of its file's name. */
export function writtenDay(
  day: DocumentDay | null,
  frontmatter: {
    readonly published: Fact<number> | null;
    readonly keyedDay: Fact<Temporal.PlainDate> | null;
  },
  timeZone: string,
): Temporal.PlainDate | null {
  const { published, keyedDay } = frontmatter;
  if (published) return zoned(published.value, timeZone).toPlainDate();
  if (keyedDay) return keyedDay.value;
  return day?.source.origin === "file" ? day.value : null;
}

/** A time without a date in a sentence, with what stands around it. */
export interface SaidTime {
  readonly time: WrittenTime;
  /** What stands before it, up to the time before, with the time itself. */
  readonly before: string;
  readonly clause: string;
  readonly sentence: string;
}

/** What is known of days where a time stands. */
export interface KnownDays {
  /** The day of the time before it, else that of the document. */
  readonly near: Temporal.PlainDate | null;
  /** The same, but for days that only the order of times tells: "the next day" counts from it. */
  readonly firm: Temporal.PlainDate | null;
  /** The time of day before it in the story. */
  readonly last: Temporal.PlainTime | null;
  /** The day on which the document was written. */
  readonly writtenOn: Temporal.PlainDate | null;
}

/** A day that a sentence tells in words, or that the times before it leave. */
export interface SaidDay {
  readonly day: Temporal.PlainDate;
  /** Whether only the order of times tells it. */
  readonly isGuessed: boolean;
}

/** A word for a day stands at most so far before its time: "yesterday evening at around 18:30". */
const MOST_BEFORE = 30;
/** And at most so far behind it: "at 3:20 UTC on the next day". */
const MOST_BEHIND = 6;
/** "Sat" and "so" are also words: only names of this length stand for a weekday in a sentence. */
const SHORTEST_NAME = 4;
/** A time in the evening, and one of the night or the morning after it. */
const EVENING = 17;
const MORNING = 10;
const LONGEST_NIGHT = 12;
const NOON = 12;

/** A word right before a time, and right behind one. */
interface Beside {
  readonly ahead: RegExp;
  readonly behind: RegExp;
}

const daysOf = memo(({ story_words: words, clock_words, weekdays }: Vocabulary) => {
  const beside = (names: readonly string[]): Beside => {
    const word = String.raw`(?<!\p{L})${anyWord(names.filter((name) => /\p{L}/u.test(name)))}(?!\p{L})`;
    return {
      ahead: new RegExp(String.raw`${word}.{0,${MOST_BEFORE}}$`, "isu"),
      behind: new RegExp(String.raw`^.{0,${MOST_BEHIND}}${word}`, "isu"),
    };
  };
  return {
    next: beside(clock_words.next_day),
    today: beside(words.today),
    yesterday: beside(words.yesterday),
    lastNight: beside(words.last_night),
    weekdays: weekdays.map((names) =>
      beside(names.filter(({ length }) => length >= SHORTEST_NAME)),
    ),
    earlier: new RegExp(String.raw`(?<!\p{L})${anyWord(words.earlier)}(?!\p{L})`, "iu"),
  };
});

const CLOCK = /\d{1,2}[:.h]\d{2}|\d{1,2}\s?[ap]\.?m\b/i;

/** The words right before a time and right behind it, no farther than a word for a day may stand. */
function wordsAround({ before, sentence }: SaidTime): { ahead: string; behind: string } {
  const at = before.search(CLOCK);
  const place = sentence.indexOf(before);
  const end = place + before.length;
  return {
    ahead: before.slice(0, Math.max(at, 0)).slice(-2 * MOST_BEFORE),
    behind: place === -1 ? "" : sentence.slice(end, end + 2 * MOST_BEFORE),
  };
}

/** The day with a name: the first from the time before it on, else the last up to the day of writing. */
function dayOfName(name: number, { near, last, writtenOn }: KnownDays): Temporal.PlainDate | null {
  if (near && (last !== null || near.dayOfWeek === name)) {
    return near.add({ days: (name - near.dayOfWeek + 7) % 7 });
  }
  return writtenOn && writtenOn.subtract({ days: (writtenOn.dayOfWeek - name + 7) % 7 });
}

/** Whether a time in the morning follows one in the evening: that of the day after. */
function isPastMidnight(
  { hour }: Temporal.PlainTime,
  last: Temporal.PlainTime | null,
  clause: string,
  earlier: RegExp,
): boolean {
  if (last === null || last.hour < EVENING || hour >= MORNING) return false;
  return hour + 24 - last.hour <= LONGEST_NIGHT && !earlier.test(clause);
}

/**
 * The day of a time without a date: that which a word beside it tells, "yesterday at 14:10", "the next morning
 * at 9", "on Monday at 13:05"; the day after the time before it where the night lies between the two; else null.
 */
export function saidDay(said: SaidTime, known: KnownDays, vocabulary: Vocabulary): SaidDay | null {
  const { time } = said.time;
  if (!time) return null;
  const { ahead, behind } = wordsAround(said);
  const days = daysOf(vocabulary);
  const isSaid = (words: Beside) => words.ahead.test(ahead) || words.behind.test(behind);
  const sure = (day: Temporal.PlainDate) => ({ day, isGuessed: false });
  const { near, firm, last, writtenOn } = known;
  if (firm && isSaid(days.next)) return sure(firm.add({ days: 1 }));
  if (writtenOn) {
    if (isSaid(days.yesterday)) return sure(writtenOn.subtract({ days: 1 }));
    const isEvening = time.hour >= NOON;
    if (isSaid(days.lastNight)) return sure(writtenOn.subtract({ days: isEvening ? 1 : 0 }));
    if (isSaid(days.today)) return sure(writtenOn);
  }
  const name = days.weekdays.findIndex(isSaid) + 1;
  const named = name === 0 ? null : dayOfName(name, known);
  if (named) return sure(named);
  return near && isPastMidnight(time, last, said.clause, days.earlier)
    ? { day: near.add({ days: 1 }), isGuessed: true }
    : null;
}

/** So long after its day of writing a document tells of no day: one without a year is that of the year before. */
const MOST_AHEAD = 60;

/** A day without a year that would lie in the future of a document, in the year before. */
export function inThePast(
  day: Temporal.PlainDate,
  { date }: Pick<WrittenTime, "date">,
  writtenOn: Temporal.PlainDate | null,
): Temporal.PlainDate {
  if (writtenOn === null || date === null || date.year !== null) return day;
  const ahead = writtenOn.until(day, { largestUnit: "days" }).days;
  return ahead > MOST_AHEAD ? day.subtract({ years: 1 }) : day;
}

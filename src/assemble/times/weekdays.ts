import { memo } from "../../core/memo.ts";
import type { Problem } from "../../core/problem.ts";
import { longestWord } from "../../core/text/escape-pattern.ts";
import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext, Locate } from "../context.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { readWrittenDate, resolveDate } from "../written/dates.ts";

const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** What may stand between a weekday and its date: ", the ". */
const MOST_BETWEEN = 6;
/** The longest date with what stands before it. */
const LONGEST_DATE = 40;
/** "Sat" and "so" are also words: only names of this length stand for a weekday in a sentence. */
const SHORTEST = 4;

const namesIn = memo(({ weekdays }: Vocabulary): RegExp => {
  return new RegExp(String.raw`(?<!\p{L})${longestWord(weekdays.flat())}(?!\p{L})`, "giu");
});

/** Whether a name is one of the short ones, which count only as "Sat 14 March" or "2026-03-14 (Sat)". */
function isShort(written: string): boolean {
  return written.length < SHORTEST && !/\p{Lo}/u.test(written);
}

type Found = NonNullable<ReturnType<typeof readWrittenDate>>;

/** The date that stands right behind a weekday; null where something else does. */
function dateBehind(
  written: string,
  behind: string,
  { vocabulary, dateOrder = null }: AssembleContext,
): Found | null {
  const found = readWrittenDate(behind, vocabulary.months, dateOrder);
  if (!found || found.index > MOST_BETWEEN) return null;
  const between = behind.slice(0, found.index);
  if (isShort(written)) return /^\p{Lu}/u.test(written) && /^[.,]?\s$/.test(between) ? found : null;
  // Behind a full stop the date is that of another sentence.
  const start = behind.slice(0, found.index + 1);
  return /\.\s+\p{Lu}/u.test(start) ? null : found;
}

/** The date before a weekday in brackets: "2026-03-14 (Sat)". */
function dateBefore(
  before: string,
  behind: string,
  { vocabulary, dateOrder = null }: AssembleContext,
): Found | null {
  if (!/\d\s?\($/.test(before) || !behind.startsWith(")")) return null;
  const found = readWrittenDate(before, vocabulary.months, dateOrder);
  const isLast = found && /^\s?\($/.test(before.slice(found.index + found.length));
  return isLast === true ? found : null;
}

/** The weekdays of a text that contradict the date beside them. */
function inText(
  { text, range }: Text,
  context: AssembleContext,
  locate: Locate,
): readonly Problem[] {
  if (!/\d/.test(text)) return [];
  const { vocabulary } = context;
  return [...text.matchAll(namesIn(vocabulary))].flatMap(({ 0: written, index }) => {
    const end = index + written.length;
    const behind = text.slice(end, end + LONGEST_DATE);
    const before = text.slice(Math.max(0, index - LONGEST_DATE), index);
    const found = dateBefore(before, behind, context) ?? dateBehind(written, behind, context);
    if (!found || found.date.year === null) return [];
    const date = resolveDate(found.date, null);
    const said = vocabulary.weekdays.findIndex((names) => names.includes(written.toLowerCase()));
    if (!date || said === -1 || date.dayOfWeek === said + 1) return [];
    const expected = NAMES[date.dayOfWeek - 1] ?? "";
    const place = locate(range, written);
    return [{ kind: "wrong-weekday", written, date: date.toString(), expected, range: place }];
  });
}

/** The days of the week that contradict the dates beside them. */
export function wrongWeekdays(
  sections: readonly KnownSection[],
  context: AssembleContext,
  locate: Locate,
): readonly Problem[] {
  return sections.flatMap(({ heading, blocks }) =>
    [heading, ...blocks.flatMap(blockTexts)].flatMap((text) => inText(text, context, locate)),
  );
}

import { escapePattern } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import type { Problem } from "../../core/problem.ts";
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
  const names = weekdays.flat().filter((name) => name.length >= SHORTEST || /\p{Lo}/u.test(name));
  return new RegExp(
    String.raw`(?<!\p{L})(?:${names.map(escapePattern).join("|")})(?!\p{L})`,
    "giu",
  );
});

/** The weekdays of a text that contradict the date right behind them. */
function inText(
  { text, range }: Text,
  { vocabulary, dateOrder = null }: AssembleContext,
  locate: Locate,
): readonly Problem[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(namesIn(vocabulary))].flatMap(({ 0: written, index }) => {
    const behind = text.slice(index + written.length, index + written.length + LONGEST_DATE);
    const found = readWrittenDate(behind, vocabulary.months, dateOrder);
    if (!found || found.index > MOST_BETWEEN || found.date.year === null) return [];
    // Behind a full stop the date is that of another sentence.
    if (/\.\s+\p{Lu}/u.test(behind.slice(0, found.index))) return [];
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

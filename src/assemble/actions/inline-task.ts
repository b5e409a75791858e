import { memo } from "../../core/memo.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { type ActionContext, dayOf } from "./due.ts";
import { ownerIn } from "./field-parts.ts";
import type { Peeled } from "./peel-notes.ts";
import { wordStatus } from "./status.ts";

/** The most words of a date at the end of a task: "Fri 13 Feb 2026". */
const MOST_WORDS = 4;
const DATE = /^(?=.*(?<!\d)20\d{2}(?!\d))(?:\d|\p{L}{3})[\p{L}\d,. -]{5,24}$/u;
/** Of fewer words the date may be a part: "Replay 2026-04-20". */
const LEAST_BEFORE = 3;
/** The number of a task of a wiki, and who has it: "12 Platform Cap the heap". */
const NUMBERED = /^\d{1,4}\s+(\p{Lu}[\p{L}\d&-]*(?: \p{Lu}[\p{L}\d&-]*)?)\s+(?=\p{Lu})/u;

/** What makes a date behind it a part of the sentence: "Recover the bookings of 12 May 2026". */
const leadingWord = memo(
  ({ action_phrases: { by, due, how, joins, moved }, weekdays }: Vocabulary): RegExp =>
    new RegExp(
      String.raw`(?:[^\p{L}\p{N})\]\x60'"”]|(?<!\p{L})${anyWord([...by, ...due, ...how, ...joins, ...moved, ...weekdays.flat()])})$`,
      "iu",
    ),
);

/** Who has a task, behind its date: "@Search", "[Search]", "Search:". */
const OWNER_NEXT =
  /^(?:\[([^[\]]{2,40})\](?:\{[^{}]{1,40}\})?|(@\S{2,40}?)|(\p{Lu}[\p{L}\d&-]{1,30}))\s?[:,–—-]?\s+(?=\S)/u;

/** The due date and the team that begin a task, as a wiki puts them: "12 May 2026 @Search Count documents". */
function datedFirst(title: string, context: ActionContext): Peeled | null {
  const gaps = [...title.matchAll(/\s+/g)].map(({ index }) => index).slice(0, MOST_WORDS);
  for (const index of gaps) {
    const date = title.slice(0, index).replace(/[:,]$/, "");
    if (!DATE.test(date) || dayOf(date, context) === null) continue;
    const rest = title.slice(index).replace(/^[\s–—-]+/, "");
    const [head = "", inBrackets, handle, word] = OWNER_NEXT.exec(rest) ?? [];
    const name = inBrackets ?? handle ?? word ?? "";
    const owner = name === "" ? null : ownerIn(name, context);
    if (owner === null) continue;
    const fields = [["owner", owner] as const, ["due", date] as const];
    return { title: rest.slice(head.length), fields };
  }
  return null;
}

/**
 * The due date that ends a task with a box without anything before it, and the team behind its number, as a
 * wiki exports its tasks: "12 Platform Cap the heap 13 Feb 2026". Null where no date ends it.
 */
export function inlineTask(title: string, context: ActionContext): Peeled | null {
  const first = datedFirst(title, context);
  if (first) return first;
  const gaps = [...title.matchAll(/\s+/g)].map(({ index }) => index).slice(-MOST_WORDS);
  for (const index of gaps) {
    const [before, last] = [title.slice(0, index), title.slice(index).trim()];
    // "done 2026-06-01" is when it was done.
    const word = before.slice(before.lastIndexOf(" ") + 1);
    const isState = wordStatus(word, context.vocabulary) !== undefined;
    const isLong = before.split(/\s+/).length >= LEAST_BEFORE;
    const isBare = isLong && DATE.test(last) && !leadingWord(context.vocabulary).test(before);
    if (!isBare || isState || dayOf(last, context) === null) continue;
    const [head = "", name = ""] = NUMBERED.exec(before) ?? [];
    const owner = name === "" ? null : ownerIn(name, context);
    return owner === null
      ? { title: before, fields: [["due", last]] }
      : {
          title: before.slice(head.length),
          fields: [
            ["owner", owner],
            ["due", last],
          ],
        };
  }
  return null;
}

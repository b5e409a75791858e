import type { Temporal } from "temporal-polyfill";
import { escapePattern } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import type { Fact } from "../../core/postmortem.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { readWrittenDate, resolveDate } from "../written/dates.ts";

/** What reading the dates of actions needs to know beside them: the day of their document. */
export interface ActionContext extends AssembleContext {
  /** A date without a year is that of this day, or of the next year; null where nobody tells one. */
  readonly near?: Temporal.PlainDate | null;
}

/** Words that may stand beside a date without changing it: "by", "due on", "Friday". */
const besideDate = memo(({ action_phrases: { due, by }, weekdays }: Vocabulary): RegExp => {
  const words = [...due, ...by, ...weekdays.flat()].map(escapePattern).join("|");
  return new RegExp(
    String.raw`(?<!\p{L})(?:${words}|on|the|of)(?!\p{L})|\d{1,2}:\d{2}(?::\d{2})?|T(?=\d)|[\p{P}\p{S}\s]|Z$`,
    "giu",
  );
});

/** The day that a text is, whatever it is written as; null where it says more, or none. */
export function dayOf(
  text: string,
  { vocabulary, dateOrder = null, near = null }: ActionContext,
): Temporal.PlainDate | null {
  const bare = text.replace(/(?:(?<!\s)\s+)?\([^()]*\)\s*$/, "");
  const found = readWrittenDate(bare, vocabulary.months, dateOrder);
  if (!found) return null;
  const rest = bare.slice(0, found.index) + bare.slice(found.index + found.length);
  if (rest.replace(besideDate(vocabulary), "") !== "") return null;
  return resolveDate(found.date, found.date.year === null ? near : null);
}

/** A date as an ISO calendar date where it is one day, else as it is written. */
export function dateFact(
  written: Fact<string> | null,
  context: ActionContext,
): Fact<string> | null {
  if (!written) return null;
  const day = dayOf(written.value, context)?.toString();
  if (day === undefined || day === written.value) return written;
  return { ...written, value: day, written: written.written ?? written.value };
}

import type { Block } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { resolveZone } from "../written/zones.ts";
import { isDayInNumbers } from "./day-numbers.ts";

/** Rows of which a smaller share has a time are no timeline. */
export const LEAST_SHARE = 0.6;
/** A time of day; rows with days alone are as often a list of releases or of documents. */
export const CLOCK =
  /(?<![\d.])\d{1,2}(?:[:.]\d{2}(?![\d.])|h\d{2}\b|\d{2}\s*(?:h|hrs?|hours|z)\b)|\d\s*[ap]\.?m\b/i;

/** Columns of a plan; a table with one of them is no timeline. */
const PLANNED = ["owner", "due", "status", "done", "priority"] as const;

/** A table whose head names a time and what happened, with times of day below: it needs no heading. */
export function isTimelineTable(block: Block, { columns, zones }: Vocabulary): boolean {
  if (block.type !== "table") return false;
  const [first = "", ...others] = block.head.map(({ text }) => normalizeHeading(text));
  const isNamed = columns.time.includes(first) || columns.date.includes(first);
  // "UTC | CEST | Event": a zone alone heads the times in it.
  const isTime = isNamed || resolveZone((block.head[0]?.text ?? "").trim(), zones) !== null;
  const tells = others.some((name) => columns.event.includes(name));
  // Beside a day and a time, an owner is who did it.
  const isLog = columns.date.includes(first) && columns.time.includes(others[0] ?? "");
  const planned = isLog ? PLANNED.filter((column) => column !== "owner") : PLANNED;
  const isPlan = others.some((name) => planned.some((column) => columns[column].includes(name)));
  if (!isTime || !tells || isPlan) return false;
  const timed = block.rows.filter((row) =>
    row.slice(0, 2).some(({ text }) => CLOCK.test(text) || isDayInNumbers(text)),
  );
  return timed.length > 0 && timed.length >= block.rows.length * LEAST_SHARE;
}

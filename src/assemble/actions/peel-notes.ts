import { ISO_DATE } from "../../core/time/calendar.ts";
import { namedColumn } from "./columns.ts";
import type { ActionContext } from "./due.ts";

/** A field of an action that its text names without a label, or with one. */
export type PeeledField = readonly [name: string, value: string];

/** What is left of a title, and the fields that stood around it. */
export interface Peeled {
  readonly title: string;
  readonly fields: readonly PeeledField[];
}

/** A field in the form of a query language for notes. */
export const DATAVIEW = /[[(](\p{L}[\p{L} _-]{1,28})(?:::|=)([^\])]{0,400})[\])]/gu;
/** How urgent a task is, and what a site generator notes of an element. */
const PRIORITY = /\s?[⏫🔼🔽⏬🔺]\u{FE0F}?\s?/gu;
const ATTRIBUTES = /\s?\{\s*[.#:][^{}]{0,60}\}\s?/g;
/** The same as a tag: `#due/2026-05-01`. */
const TAG = /(?<!\S)#(\p{L}[\p{L}_-]{1,28})\/([\p{L}\d][\p{L}\d_-]{1,38})/gu;
const DAY_LENGTH = 10;
const SYMBOL = /(?:📅|📆|🗓️?|⏰|⏱️?|⏳|🛫|➕|✅|🔁)$/u;
/** UTF-16 units of the longest symbol. */
const SYMBOL_LENGTH = 3;
/** Pictures by their names, as site generators have them: `:material-calendar:`. */
const PERSON_ICON = /:[a-z\d_+-]{0,20}(?:account|user|person|people|bust)[a-z\d_+-]{0,20}:/gu;
const DAY_ICON = /:(?:[a-z\d_+-]{0,20}calendar[a-z\d_+-]{0,20}|date|spiral_calendar):/gu;
/** Marks of HackMD: `[name=delivery] [time=2026-08-07]`; a time of day is when a remark was written. */
const MARKS: Readonly<Record<string, string>> = { name: "owner", time: "due" };
const SYMBOLS: Readonly<Record<string, string>> = {
  "📅": "due",
  "📆": "due",
  "⏰": "due",
  "⏱": "due",
  "⏱️": "due",
  "🗓": "due",
  "🗓️": "due",
  "✅": "done",
};

/** A date with a symbol before it at the end of a text; found without a look at the rest of the text. */
function symbolDateAtEnd(text: string) {
  const day = text.slice(-DAY_LENGTH);
  if (!ISO_DATE.test(day)) return null;
  const before = text.slice(0, -DAY_LENGTH).trimEnd();
  const symbol = SYMBOL.exec(before.slice(-SYMBOL_LENGTH))?.[0];
  if (symbol === undefined) return null;
  return { before: before.slice(0, -symbol.length).trimEnd(), symbol, day };
}

/** The dates with a symbol before them that end a title, `✅ 2026-05-01`. */
export function peelSymbolDates(written: string): Peeled {
  const fields: PeeledField[] = [];
  let title = written;
  for (let dated = symbolDateAtEnd(title); dated; dated = symbolDateAtEnd(title)) {
    const name = SYMBOLS[dated.symbol];
    if (name !== undefined) fields.push([name, dated.day]);
    if (name === "done") fields.push(["status", "done"]);
    title = dated.before;
  }
  return { title, fields };
}

/** Fields written as Obsidian and its plugins have them: `[owner:: platform]`, `📅 2026-05-01`. */
export function peelObsidian(written: string, { vocabulary }: ActionContext): Peeled {
  const fields: PeeledField[] = [];
  const take = (all: string, label: string, value: string) => {
    const mark = all.includes("::") ? undefined : MARKS[label];
    if (mark === "due" && !ISO_DATE.test(value.trim())) return "";
    const name = mark ?? namedColumn(label, vocabulary);
    if (name === null || value.trim() === "") return all;
    fields.push([name, value.trim()]);
    return "";
  };
  let title = written.replace(DATAVIEW, take).replace(TAG, take);
  title = title.replace(PRIORITY, " ").replace(ATTRIBUTES, " ");
  title = title.trim().replace(PERSON_ICON, "👤").replace(DAY_ICON, "📅");
  const dated = peelSymbolDates(title);
  title = dated.title;
  fields.push(...dated.fields);
  const [, before, owner = ""] =
    /^(.*\S)\s*[👤👥]\s*([^\s|·👤👥📅🗓✅⏳][^|·👤👥📅🗓✅⏳]{0,40})$/u.exec(title) ?? [];
  if (before === undefined) return { title, fields };
  return { title: before, fields: [...fields, ["owner", owner.trim()]] };
}

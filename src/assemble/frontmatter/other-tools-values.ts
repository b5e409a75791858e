import { Temporal } from "temporal-polyfill";
import { whyUnclear } from "../../core/document/unclear-day.ts";
import { isMapping } from "../../core/is-mapping.ts";
import { type EpochMs, type Status, STATUSES } from "../../core/postmortem.ts";
import { no, ok, type Result } from "../../core/result.ts";
import { findTerm, foldName, TERM_LISTS, type TermList } from "../../core/taxonomy.ts";
import type { DataPath } from "../../parse/frontmatter/located-data.ts";
import { peopleOf } from "../../people/people-of.ts";
import type { AssembleContext } from "../context.ts";
import { readWrittenDate, resolveDate } from "../written/dates.ts";
import { unclearDate } from "../written/numbers-date.ts";
import { isPlaceholder } from "../written/phrases.ts";
import { instantOf, readInstant, readWrittenTime } from "../written/times.ts";
import { resolveZone } from "../written/zones.ts";
import { namesOfValue } from "./value-names.ts";

/** A name of the taxonomy, and how the document writes it. */
export interface FoundName {
  readonly id: string;
  readonly written: string;
}

/** One line of text that says something, and names nobody. */
export function fitText(value: unknown, context: AssembleContext): Result<string> {
  const { vocabulary } = context;
  if (typeof value !== "string" && typeof value !== "number") {
    return no(Array.isArray(value) ? "a list is not text" : `\`${String(value)}\` is not text`);
  }
  const text = String(value).trim();
  const isEmpty = vocabulary.no_value.includes(text.toLowerCase().replace(/^_+|(?<!_)_+$/g, ""));
  if (isEmpty || isPlaceholder(text, vocabulary.placeholders)) {
    return no(`\`${text}\` says nothing yet`);
  }
  return peopleOf(context).names(text) ? no("it names a person") : ok(text);
}

/** A name that the taxonomy knows; any, where it lists nothing of the kind. */
export function fitName(
  value: unknown,
  list: TermList,
  context: AssembleContext,
): Result<FoundName> {
  const text = fitText(value, context);
  if (!text.ok) return text;
  const written = text.value;
  const terms = context.taxonomy[list];
  const term =
    namesOfValue(written)
      .map((name) => findTerm(terms, name))
      .find((one) => one !== null) ?? null;
  if (term === null && terms.length > 0) {
    const noun = TERM_LISTS[list].noun.replace("-", " ");
    return no(`\`${written}\` is no ${noun} of the taxonomy`);
  }
  return ok({ id: term?.id ?? written, written });
}

/** A value of a frontmatter, and where it stands. */
export interface PlacedValue {
  readonly value: unknown;
  readonly path: DataPath;
}

/** Keys under which a mapping has its own name, the first that it has. */
const OWN_NAMES = ["name", "title", "id", "slug"] as const;

/** The name of what a mapping describes: `{ name: payouts, impact: down }`; any other value as it is. */
export function namedIn(value: unknown, path: DataPath): PlacedValue {
  const key = isMapping(value)
    ? OWN_NAMES.find((one) => typeof value[one] === "string")
    : undefined;
  return isMapping(value) && key !== undefined
    ? { value: value[key], path: [...path, key] }
    : { value, path };
}

/** The items of a list, or of text with commas, each with its path. */
export function itemsOf(value: unknown, path: DataPath): readonly PlacedValue[] {
  if (Array.isArray(value)) {
    return value.map((one: unknown, index) => namedIn(one, [...path, index]));
  }
  if (isMapping(value)) return [namedIn(value, path)];
  const parts = typeof value === "string" ? value.split(",").map((part) => part.trim()) : [value];
  return parts.filter((part) => part !== "").map((part) => ({ value: part, path }));
}

/** The status of the document, as others call it. */
export function fitStatus(value: unknown, context: AssembleContext): Result<Status> {
  const text = fitText(value, context);
  if (!text.ok) return text;
  const folded = foldName(text.value);
  const { document_statuses } = context.vocabulary;
  const status = STATUSES.find((one) => document_statuses[one].map(foldName).includes(folded));
  return status ? ok(status) : no(`\`${text.value}\` does not say how far the document is`);
}

/** A day, also of a text that goes on with a time. */
export function fitDay(
  value: unknown,
  { vocabulary, dateOrder = null }: AssembleContext,
): Result<Temporal.PlainDate> {
  const text = typeof value === "string" ? value : "";
  const found = readWrittenDate(text, vocabulary.months, dateOrder);
  const day = found && resolveDate(found.date, null);
  if (day) return ok(day);
  const unclear = unclearDate(text, dateOrder);
  if (unclear !== null) return no(`${whyUnclear(unclear)}: set \`date_order\` in pm.yaml`);
  return no(`\`${String(value)}\` is not a date`);
}

/** A date with a time; one without a zone is read in the configured one. */
export function fitInstant(value: unknown, context: AssembleContext): Result<EpochMs> {
  const { vocabulary, timeZone, dateOrder = null } = context;
  const text = typeof value === "string" ? value.trim() : "";
  const iso = readInstant(text, timeZone);
  if (iso.kind !== "unreadable") return ok(iso.at);
  const written = readWrittenTime(text, vocabulary, dateOrder);
  const date = written.date && resolveDate(written.date, null);
  const none = no(`\`${String(value)}\` is not a date with a time`);
  if (!date || !written.time || written.approximate) return none;
  const zone = written.zone === null ? timeZone : resolveZone(written.zone, vocabulary.zones);
  return zone === null ? none : ok(instantOf(date, written.time, zone));
}

/** When the document was published: a date, or an instant. */
export function fitPublished(value: unknown, context: AssembleContext): Result<EpochMs> {
  const instant = fitInstant(value, context);
  if (instant.ok) return instant;
  const day = fitDay(value, context);
  if (!day.ok) return day;
  const midnight = new Temporal.PlainTime();
  return ok(instantOf(day.value, midnight, context.timeZone));
}

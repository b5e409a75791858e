import { Temporal } from "temporal-polyfill";
import type { AssembleContext } from "../assemble/context.ts";
import { withOffset } from "../assemble/frontmatter/local-times.ts";
import { readWrittenTime } from "../assemble/written/times.ts";
import { resolveZone } from "../assemble/written/zones.ts";
import type { Fact, Postmortem } from "../core/postmortem.ts";
import { zoned } from "../core/time/calendar.ts";

/** A document with its text, which its ranges point into. */
export interface ReadDocument {
  readonly document: Postmortem;
  readonly text: string;
}

/** The zone in which a document writes a time; null where it names none. */
export function zoneOfTime(
  { source }: Fact<number>,
  { document, text }: ReadDocument,
  { vocabulary }: AssembleContext,
): string | null {
  const { start, end } = source.range;
  const own = readWrittenTime(text.slice(start.offset, end.offset), vocabulary).zone;
  const stated = own ?? source.zone ?? null;
  const zone = stated ?? (source.origin === "body" ? (document.timeline?.zone ?? null) : null);
  return zone === null ? null : resolveZone(zone, vocabulary.zones);
}

/**
 * An instant as the frontmatter is to have it: with the offset that the document states, and without
 * any where it states none, for `pm` would else turn its guess into a statement.
 * @param vouched the zone that a person vouches for where the document states none.
 */
export function instantText(
  fact: Fact<number>,
  document: ReadDocument,
  context: AssembleContext,
  vouched: string | null = null,
): string {
  const zone = zoneOfTime(fact, document, context) ?? vouched;
  const time = zoned(fact.value, zone ?? context.timeZone);
  return zone === null
    ? time.toPlainDateTime().toString({ smallestUnit: "second" })
    : withOffset(time);
}

/** A date, or an instant where it is not the beginning of one. */
export function dayOrInstantText({ value }: Fact<number>, timeZone: string): string {
  const time = zoned(value, timeZone);
  const isDay = time.toPlainTime().equals(new Temporal.PlainTime());
  return isDay ? time.toPlainDate().toString() : withOffset(time.withTimeZone("UTC"));
}

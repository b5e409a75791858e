import { Temporal } from "temporal-polyfill";
import type { AssembleContext } from "../assemble/context.ts";
import { withOffset } from "../assemble/frontmatter/local-times.ts";
import { ownContext } from "../assemble/postmortem.ts";
import { readWrittenTime } from "../assemble/written/times.ts";
import { resolveZone } from "../assemble/written/zones.ts";
import { indexLines } from "../core/places/line-index.ts";
import type { Fact, Postmortem } from "../core/postmortem.ts";
import { zoned } from "../core/time/calendar.ts";
import { type SplitDocument, splitDocument } from "../parse/frontmatter/frontmatter.ts";

/** A document with its text, which its ranges point into, and by what it was read. */
export interface ReadDocument {
  readonly document: Postmortem;
  readonly text: string;
  /** The words of its language, and the zone of its times that name none. */
  readonly context: AssembleContext;
  /** The zone that its frontmatter names for all of its times; null where it names none. */
  readonly ownZone: string | null;
}

/**
 * A document as it was read: its times are written by the words and zones that they were read by.
 * @param given what reading any document of its folder takes.
 * @param split its parts, where they are known.
 */
export function asRead(
  document: Postmortem,
  text: string,
  given: AssembleContext,
  split?: SplitDocument,
): ReadDocument {
  const file = { path: document.path, text };
  const parts = split ?? splitDocument(file, indexLines(text));
  const { context, ownZone } = ownContext(file, parts, given);
  return { document, text, context, ownZone };
}

/** The zone in which a document writes a time; null where it names none. */
export function zoneOfTime(
  { source }: Fact<number>,
  { document, text, context: { vocabulary }, ownZone }: ReadDocument,
): string | null {
  const { start, end } = source.range;
  const own = readWrittenTime(text.slice(start.offset, end.offset), vocabulary).zone;
  const stated = own ?? source.zone ?? null;
  const zone = stated ?? (source.origin === "body" ? (document.timeline?.zone ?? null) : null);
  return zone === null ? ownZone : resolveZone(zone, vocabulary.zones);
}

/**
 * An instant as the frontmatter is to have it: with the offset that the document states, and without
 * any where it states none, for `pm` would else turn its guess into a statement.
 * @param vouched the zone that a person vouches for where the document states none.
 */
export function instantText(
  fact: Fact<number>,
  read: ReadDocument,
  vouched: string | null = null,
): string {
  const zone = zoneOfTime(fact, read) ?? vouched;
  const time = zoned(fact.value, zone ?? read.context.timeZone);
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

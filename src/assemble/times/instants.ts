import type { Temporal } from "temporal-polyfill";
import type { Range } from "../../core/position.ts";
import type { EpochMs, Fact, Source } from "../../core/postmortem.ts";
import type { AssembleContext } from "../context.ts";
import { resolveDate } from "../written/dates.ts";
import { instantOf, type WrittenTime } from "../written/times.ts";
import { readZone, resolveZone, zoneFit } from "../written/zones.ts";
import type { DocumentDay } from "./document-day.ts";
import type { LabelledTime } from "./labelled-times.ts";

/** What reading such times needs to know of the document around them. */
export interface BodyTimesReading {
  readonly day: DocumentDay | null;
  /** The zone that the document states for all of its times, as written. */
  readonly zone: string | null;
  /** Whether the document names a zone for all of its times that nobody knows, or that is only its sender's. */
  readonly isZoneUnknown: boolean;
  /** The start that the frontmatter states. */
  readonly started: Fact<EpochMs> | null;
}

/** What may name a zone in a label, a heading or the head of a column: "Started (CET)". */
const ZONE_NOTE = /\([^()]{2,40}\)|（[^（）]{2,40}）|\b[A-Z]{2,5}$|\bin [A-Z]{2,5}\b/;

/** A time without a zone, with that which its label names, or what stands above it. */
export function withZoneOf(
  { label, above }: Pick<LabelledTime, "label" | "above">,
  time: WrittenTime,
  { vocabulary }: AssembleContext,
): WrittenTime {
  if (time.zone !== null) return time;
  for (const text of [label, ...above]) {
    const note = ZONE_NOTE.exec(text)?.[0];
    const zone = note === undefined ? null : readZone(note, vocabulary.zones);
    if (zone !== null) return { ...time, zone };
  }
  return time;
}

/** An instant with what is doubtful about it. */
export type ReadInstant = Pick<Fact<EpochMs>, "value"> &
  Pick<Source, "confidence" | "unsure" | "zone">;

/** The instant of a time; one without a day has that of `near`, one without a zone the document's. */
export function instantOfTime(
  { date: ownDate, time, zone: ownZone, isDateUnclear }: WrittenTime,
  near: Temporal.PlainDate | null,
  { day, zone: documentZone, isZoneUnknown }: BodyTimesReading,
  { vocabulary, timeZone }: AssembleContext,
): ReadInstant | null {
  const date = ownDate ? resolveDate(ownDate, near) : near;
  if (!date || !time || (isDateUnclear && !ownDate)) return null;
  const zone = ownZone ?? documentZone;
  const id = zone === null ? null : resolveZone(zone, vocabulary.zones);
  const value = instantOf(date, time, id ?? timeZone);
  const named = zone === null ? { value } : { value, zone };
  if (ownDate === null && day?.isUnsure === true)
    return { ...named, confidence: "low", unsure: "day" };
  if (ownZone === null && isZoneUnknown) return { ...named, confidence: "low", unsure: "zone" };
  const fit = zone === null ? "literal" : zoneFit(zone, vocabulary.zones, value);
  return fit === "contrary" ? { ...named, confidence: "low", unsure: "zone" } : named;
}

/** What is read as what the body states. */
export function factOf(found: ReadInstant | null, range: Range): Fact<EpochMs> | null {
  if (!found) return null;
  const { value, ...doubt } = found;
  return { value, source: { origin: "body", how: "stated", range, ...doubt } };
}

import type { Timeline, TimelineRow } from "../../core/postmortem.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { resolveZone, zoneFit } from "../written/zones.ts";
import { areSeveral, type TimelinePlace } from "./places.ts";
import { rowsOf } from "./placing.ts";
import type { Start } from "./start.ts";

/** The zone of whose clocks the rows are read where the label of the timeline's is another's. */
function clocksOf(
  rows: readonly TimelineRow[],
  zone: string | null,
  { zones }: Vocabulary,
): string | null {
  if (zone === null) return null;
  const isLocal = rows.some(({ at }) => at !== null && zoneFit(zone, zones, at) !== "literal");
  return isLocal ? resolveZone(zone, zones) : null;
}

/**
 * The timeline of a document; null where it has none.
 * @param start the document's day, the Temporal zone for times where the document names none, and
 *   the start that the document states elsewhere.
 */
export function readTimeline(
  places: readonly TimelinePlace[],
  start: Start,
  vocabulary: Vocabulary,
): Timeline | null {
  const entries = places.flatMap((place) => place.entries);
  const first = places[0];
  const last = places.at(-1);
  if (!first || !last || entries.length === 0) return null;
  const { zone } = start;
  const timeZone = (zone ? resolveZone(zone, vocabulary.zones) : null) ?? start.timeZone;
  const rows = rowsOf(
    entries,
    {
      ...start,
      timeZone,
      dayZone: start.timeZone,
      areSeveral: areSeveral(places, vocabulary),
    },
    vocabulary,
  );
  const clocks = clocksOf(rows, zone, vocabulary);
  return {
    rows,
    zone,
    ...(clocks === null ? {} : { clocks }),
    range: { start: first.range.start, end: last.range.end },
  };
}

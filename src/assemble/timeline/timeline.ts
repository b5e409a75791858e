import type { Timeline, TimelineRow } from "../../core/postmortem.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { KnownSection } from "../sections/sections.ts";
import { resolveZone, zoneFit } from "../written/zones.ts";
import { timelineEntries } from "./entries.ts";
import { areSeveral, timelinePlaces } from "./places.ts";
import { rowsOf } from "./placing.ts";
import type { Start } from "./start.ts";
import { timelineZone } from "./zone.ts";

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
  sections: readonly KnownSection[],
  start: Start,
  vocabulary: Vocabulary,
): Timeline | null {
  const own = timelinePlaces(sections, vocabulary);
  const entries = timelineEntries(own, vocabulary);
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last || entries.length === 0) return null;
  const zone = timelineZone(own, sections, vocabulary);
  const timeZone = (zone ? resolveZone(zone, vocabulary.zones) : null) ?? start.timeZone;
  const rows = rowsOf(
    entries,
    {
      ...start,
      zone,
      timeZone,
      dayZone: start.timeZone,
      areSeveral: areSeveral(own, vocabulary),
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

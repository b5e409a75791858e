import type { Temporal } from "temporal-polyfill";
import type { Timeline, TimelineRow } from "../core/postmortem.ts";
import type { Block, Text } from "../parse/body.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import { kindOfHeading } from "./phrases.ts";
import type { KnownSection } from "./sections.ts";
import { flattenItems } from "./sections.ts";
import { instantOf, readWrittenTime, readZone, resolveZone } from "./time-text.ts";

/** One row as written, before its time is placed on a day and in a zone. */
interface Entry {
  readonly time: Text;
  readonly text: string;
}

const ZONE_NOTE = /\b(?:times?|timestamps?|all in|zone)\b/i;
const TIME_AT_START =
  /^\W{0,3}((?:\d{4}-\d{1,2}-\d{1,2}[T ]*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[aApP]\.?[mM]\b\.?)?(?:\s*(?:[A-Z]{3,5}|Z)\b)?)[\])*]*\s*[-–—:|]*\s*/;

function tableEntries(
  block: Block & { type: "table" },
  columns: Vocabulary["columns"],
): readonly Entry[] {
  const kinds = block.head.map((cell) => kindOfHeading(cell.text, columns));
  const timeColumn = Math.max(
    kinds.indexOf("time"),
    kinds.includes("time") ? 0 : kinds.indexOf("date"),
    0,
  );
  const dateColumn = kinds.indexOf("date");
  return block.rows.flatMap((row) => {
    const cell = row[timeColumn];
    if (!cell || row.every(({ text }) => text === "")) return [];
    const date = dateColumn >= 0 && dateColumn !== timeColumn ? row[dateColumn]?.text : undefined;
    const time = date ? { ...cell, text: `${date} ${cell.text}` } : cell;
    const rest = row.filter((_, index) => index !== timeColumn && index !== dateColumn);
    return [
      {
        time,
        text: rest
          .map(({ text }) => text)
          .filter(Boolean)
          .join(" · "),
      },
    ];
  });
}

function lineEntries(texts: readonly Text[]): readonly Entry[] {
  return texts.flatMap(({ text, range }) => {
    const start = TIME_AT_START.exec(text);
    if (!start) return [];
    return [{ time: { text: start[1] ?? "", range }, text: text.slice(start[0].length) }];
  });
}

function blockEntries(block: Block, columns: Vocabulary["columns"]): readonly Entry[] {
  if (block.type === "table") return tableEntries(block, columns);
  if (block.type === "list") return lineEntries(flattenItems(block.items));
  return block.type === "paragraph" ? lineEntries([block]) : [];
}

/** The zone that holds for the whole timeline: from its heading, a note in it, or a table's head. */
function statedZone(sections: readonly KnownSection[], vocabulary: Vocabulary): string | null {
  for (const { heading, blocks } of sections) {
    const notes = blocks.flatMap((block) => {
      if (block.type === "paragraph") return ZONE_NOTE.test(block.text) ? [block.text] : [];
      return block.type === "table" ? block.head.map(({ text }) => text) : [];
    });
    for (const text of [heading.text, ...notes]) {
      const zone = readZone(text, vocabulary.zones);
      if (zone) return zone;
    }
  }
  return null;
}

/**
 * Places rows on days and in zones. A row without a date has that of the row before it, or the next
 * day where its time steps back by more than half a day; a row without a zone has the timeline's.
 */
function placeRows(
  entries: readonly Entry[],
  start: { date: Temporal.PlainDate | null; timeZone: string },
  vocabulary: Vocabulary,
): readonly TimelineRow[] {
  let { date } = start;
  let previousHour: number | null = null;
  return entries.map(({ time, text }) => {
    const written = readWrittenTime(time.text, vocabulary.zones);
    const { time: clock } = written;
    if (written.date) date = written.date;
    else if (date && clock && previousHour !== null && previousHour - clock.hour > 12) {
      date = date.add({ days: 1 });
    }
    if (clock) previousHour = clock.hour;
    const ownZone = written.zone ? resolveZone(written.zone, vocabulary.zones) : null;
    const at = date && clock ? instantOf(date, clock, ownZone ?? start.timeZone) : null;
    return { at, written: time.text, text, range: time.range };
  });
}

/**
 * The timeline of a document; null where it has none.
 * @param day the date of its first row where that row has none.
 * @param assumedZone the Temporal zone for times where the document names none.
 */
export function readTimeline(
  sections: readonly KnownSection[],
  day: Temporal.PlainDate | null,
  assumedZone: string,
  vocabulary: Vocabulary,
): Timeline | null {
  const own = sections.filter((section) => section.kind === "timeline");
  const entries = own.flatMap(({ blocks }) =>
    blocks.flatMap((block) => blockEntries(block, vocabulary.columns)),
  );
  const first = own[0];
  const last = own.at(-1);
  if (!first || !last || entries.length === 0) return null;
  const zone = statedZone(own, vocabulary);
  const timeZone = (zone ? resolveZone(zone, vocabulary.zones) : null) ?? assumedZone;
  return {
    rows: placeRows(entries, { date: day, timeZone }, vocabulary),
    zone,
    range: { start: first.range.start, end: last.range.end },
  };
}

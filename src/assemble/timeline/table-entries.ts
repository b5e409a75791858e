import type { TableBlock } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { inOneZone } from "../written/by-two-clocks.ts";
import { withEpoch } from "../written/epoch.ts";
import { kindOfHeading, normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { readZone } from "../written/zones.ts";
import { type ClockColumns, clockColumns } from "./clock-columns.ts";
import type { TimelineEntry } from "./entry.ts";

/** The year of all rows: "Date (2026)". */
const YEAR_OF_HEADING = /\b(20\d{2})\b/;

/** The columns of a timeline's table: where its days and times stand, and what tells nothing of what happened. */
interface Columns {
  readonly date: number;
  readonly time: number;
  readonly clocks: ClockColumns | null;
  readonly leftOut: ReadonlySet<number>;
  /** Whether a head says that times or days stand below it. */
  readonly isTimed: boolean;
}

function columnsOf(block: TableBlock, { columns, zones }: Vocabulary): Columns {
  const kinds = block.head.map((cell) => kindOfHeading(cell.text, columns));
  const isDated = (column: number) => block.rows.some((row) => /\d/.test(row[column]?.text ?? ""));
  // A column of weekdays may stand before that of the days.
  const dated = kinds.findIndex((kind, column) => kind === "date" && isDated(column));
  const date = dated === -1 ? kinds.indexOf("date") : dated;
  const clocks = clockColumns(block, date, { columns, zones });
  const own = Math.max(kinds.indexOf("time"), kinds.includes("time") ? 0 : date, 0);
  const isCounting = (column: number) =>
    block.rows.every((row) => /^[^\p{L}\d]*\d{0,4}[^\p{L}\d]*$/u.test(row[column]?.text ?? ""));
  // Of a change of state, what it was before and the name of the field tell nothing.
  const isChange = kinds.includes("from") && kinds.includes("to");
  const isSame = (column: number) =>
    new Set(block.rows.map((row) => row[column]?.text)).size === 1 && block.rows.length > 1;
  const isLeftOut = (column: number) =>
    isCounting(column) ||
    kinds[column] === "date" ||
    clocks?.all.includes(column) === true ||
    (isChange && (kinds[column] === "from" || isSame(column)));
  const leftOut = new Set(block.head.map((_, index) => index).filter(isLeftOut));
  const isTimed = clocks !== null || kinds.some((kind) => kind === "time" || kind === "date");
  return { date, time: clocks?.read ?? own, clocks, leftOut, isTimed };
}

/** What a cell of times says, counted from the start where its column does so, and in the zone of its clock. */
function writtenIn(
  text: string,
  timeName: string,
  clocks: ClockColumns | null,
  vocabulary: Vocabulary,
): string {
  const isElapsed = vocabulary.elapsed.includes(timeName);
  const unit = vocabulary.duration_words.units.minute.includes(timeName) ? " min" : "";
  const isBare = /^\d+$/.test(text);
  const elapsed = `T+${text}${isBare ? unit : ""}`;
  const written = inOneZone(
    withEpoch(isElapsed && /^\d/.test(text) ? elapsed : text),
    vocabulary.zones,
  );
  const isZoned = clocks !== null && readZone(written, vocabulary.zones) === null;
  return isZoned && written !== "" ? `${written} ${clocks.zone}` : written;
}

/** A table with no column for times and no time in its first tells something else. */
export function tableEntries(block: TableBlock, vocabulary: Vocabulary): readonly TimelineEntry[] {
  const [corner] = block.head;
  // What a word processor exports has no head: its first row is the first event.
  const isHeadless = corner !== undefined && splitTimeHead(corner.text, vocabulary) !== null;
  if (isHeadless && block.rows.length > 0) {
    const rows = [block.head, ...block.rows];
    return tableEntries(
      { ...block, head: block.head.map((cell) => ({ ...cell, text: "" })), rows },
      vocabulary,
    );
  }
  const columns = columnsOf(block, vocabulary);
  const startsWithTime = () =>
    block.rows.some(([cell]) => cell && splitTimeHead(cell.text, vocabulary));
  if (!columns.isTimed && !startsWithTime()) return [];
  const year = YEAR_OF_HEADING.exec(block.head[columns.date]?.text ?? "")?.[1];
  const timeName = normalizeHeading(block.head[columns.time]?.text ?? "");
  return block.rows.flatMap((row, place) => {
    const cell = row[columns.time];
    if (!cell || row.every(({ text }) => text === "")) return [];
    const isOther = columns.date >= 0 && columns.date !== columns.time;
    const day = isOther ? row[columns.date]?.text : undefined;
    const date = day && year && !/\d{4}/.test(day) ? `${day} ${year}` : day;
    const written = writtenIn(cell.text, timeName, columns.clocks, vocabulary);
    const time = { ...cell, text: date ? `${date} ${written}` : written };
    const rest = row.filter((_, index) => index !== columns.time && !columns.leftOut.has(index));
    const text = rest.map((one) => one.text).filter(Boolean);
    const isDoubted = columns.clocks?.doubted.has(place) === true;
    return [{ time, text: text.join(" · "), ...(isDoubted ? { isDoubted } : {}) }];
  });
}

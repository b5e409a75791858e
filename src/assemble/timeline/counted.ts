import type { EpochMs, Source, TimelineRow } from "../../core/postmortem.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import type { WrittenTime } from "../written/times.ts";
import type { Placed, PlacingStart } from "./start.ts";

/** What rows count from, and what is doubtful about it. */
type Zero = Pick<TimelineRow, "confidence" | "unsure"> & { readonly value: EpochMs };

function doubtsOf({ confidence, unsure }: Pick<Source, "confidence" | "unsure">) {
  return { ...(confidence ? { confidence } : {}), ...(unsure ? { unsure } : {}) };
}

/** The start by a row that has a time of day, too: "T+0 (09:00)". */
function zeroOfRows(placed: readonly Placed[], times: readonly WrittenTime[]): Zero | null {
  for (const [index, { row }] of placed.entries()) {
    const { isNamed = false, minutes = null } = times[index]?.counted ?? {};
    if (!isNamed || minutes === null || row.at === null) continue;
    return { value: row.at - minutes * MS_PER_MINUTE, ...doubtsOf(row) };
  }
  return null;
}

function statedZero({ statedStart }: PlacingStart): Zero | null {
  const stated = statedStart();
  if (!stated || stated.source.precision === "day") return null;
  return { value: stated.value, ...doubtsOf(stated.source) };
}

/** Hours that an incident may be counted in without saying so: larger numbers are minutes. */
const MOST_HOURS = 24;

/** The minutes of each row that counts, and whether they are in doubt as rows leave their unit open: "T+12". */
function countedMinutes(times: readonly WrittenTime[]) {
  const bare = times.flatMap(({ counted }) => counted?.bare ?? []);
  const areMinutes = bare.some((count) => Math.abs(count) > MOST_HOURS);
  return times.map(({ counted }) => {
    const own = counted?.minutes ?? null;
    const minutes = own ?? counted?.bare ?? null;
    return { minutes, isUnitOpen: own === null && minutes !== null && !areMinutes };
  });
}

/** Places the rows that count from the start, `T+25m`, where a row or the document tells it. */
export function withCounted(
  placed: readonly Placed[],
  times: readonly WrittenTime[],
  start: PlacingStart,
): readonly Placed[] {
  if (!times.some(({ counted }) => counted !== null)) return placed;
  const zero = zeroOfRows(placed, times) ?? statedZero(start);
  const counted = countedMinutes(times);
  return placed.map((one, index): Placed => {
    const { minutes = null, isUnitOpen = false } = counted[index] ?? {};
    if (minutes === null || one.row.at !== null || zero === null) return one;
    const { written, text, range } = one.row;
    const at = zero.value + minutes * MS_PER_MINUTE;
    const doubts = { ...doubtsOf(zero), ...(isUnitOpen ? ({ confidence: "low" } as const) : {}) };
    return { ...one, row: { written, text, range, at, day: null, ...doubts } };
  });
}

import { MS_PER_MINUTE } from "../../core/milliseconds.ts";
import type { EpochMs, Source, TimelineRow } from "../../core/postmortem.ts";
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
  if (!statedStart || statedStart.source.precision === "day") return null;
  return { value: statedStart.value, ...doubtsOf(statedStart.source) };
}

/** Places the rows that count from the start, `T+25m`, where a row or the document tells it. */
export function withCounted(
  placed: readonly Placed[],
  times: readonly WrittenTime[],
  start: PlacingStart,
): readonly Placed[] {
  if (!times.some(({ counted }) => counted !== null)) return placed;
  const zero = zeroOfRows(placed, times) ?? statedZero(start);
  return placed.map((one, index): Placed => {
    const minutes = times[index]?.counted?.minutes ?? null;
    if (minutes === null || one.row.at !== null || zero === null) return one;
    const { written, text, range } = one.row;
    const at = zero.value + minutes * MS_PER_MINUTE;
    return { ...one, row: { written, text, range, at, day: null, ...doubtsOf(zero) } };
  });
}

import { counted } from "../../core/counted.ts";
import { column, type ColumnOf } from "../../core/output/tabulate.ts";
import { adjustedPValues } from "../../statistics/adjusted-p-values.ts";
import { durationsToDetect, logSpread } from "../../statistics/detect-durations.ts";
import { durationRatio } from "../../statistics/duration-ratio.ts";
import type { ShiftEstimate } from "../../statistics/hodges-lehmann.ts";
import { CANNOT_TELL } from "./change-columns.ts";
import { medianColumns } from "./figures.ts";
import { LEVEL } from "./share-change.ts";
import { percent } from "./words.ts";

/** Clocks are read to the minute: a shorter time counts as one. */
const SHORTEST_MINUTES = 1;

/** Beyond so many incidents, no number is worth giving. */
const MOST_INCIDENTS = 500;

/** The minutes of one row in two windows. */
export interface DurationPair {
  readonly now: readonly number[];
  readonly before: readonly number[];
}

/** How the minutes of a row changed between two windows. */
export interface DurationChange extends DurationPair {
  /** Null where one of the windows has none. */
  readonly shift: ShiftEstimate | null;
  /** The p value, adjusted for the number of rows. */
  readonly p: number;
  /** The rows of the report that were compared. */
  readonly rows: number;
  /** Null where the difference may be chance. */
  readonly direction: "rising" | "falling" | null;
}

/**
 * The changes of durations between two windows, for all rows of a report together: the Hodges–Lehmann
 * ratio of each, and Benjamini and Hochberg's adjustment over those that have minutes in both.
 */
export function durationChanges(pairs: readonly DurationPair[]): readonly DurationChange[] {
  const shifts = pairs.map(({ now, before }) => durationRatio(now, before, SHORTEST_MINUTES));
  const tested = shifts.filter((shift) => shift !== null);
  const adjusted = adjustedPValues(tested.map(({ p }) => p));
  return pairs.map((pair, index) => {
    const shift = shifts[index] ?? null;
    const p = shift ? (adjusted[tested.indexOf(shift)] ?? 1) : 1;
    const rising = shift && shift.estimate > 1 ? "rising" : "falling";
    return { ...pair, shift, p, rows: tested.length, direction: p <= LEVEL ? rising : null };
  });
}

/**
 * How many incidents with a time this window would have to hold, beside those of the other, for such a
 * change to be found among as many rows, in words; null where there is none, or nothing to tell it from.
 */
function durationsNeeded({ now, before, shift, rows }: DurationChange): string | null {
  const spread = logSpread([now, before], SHORTEST_MINUTES);
  if (shift === null || spread === null || shift.estimate === 1) return null;
  const detection = { level: LEVEL / rows, most: MOST_INCIDENTS };
  const needed = durationsToDetect(shift.estimate, before.length, spread, detection);
  return needed === null ? `more than ${MOST_INCIDENTS}` : `about ${needed}`;
}

function describe({ now, before, p, rows }: DurationChange): string {
  const bound = `${p <= LEVEL ? "" : "not "}≤ ${percent(LEVEL)}`;
  return `${now.length} after ${before.length} with a time, p ${percent(p)} for ${counted(rows, "row")} compared (${bound})`;
}

/** A cell that a change has, and a row without one has not. */
function reader<T>(changeOf: (row: T) => DurationChange | null) {
  return <C>(read: (change: DurationChange) => C) =>
    (row: T) => {
      const change = changeOf(row);
      return change && read(change);
    };
}

type Of<T> = ReturnType<typeof reader<T>>;

function beforeColumns<T>(
  key: string,
  changeOf: (row: T) => DurationChange | null,
): readonly ColumnOf<T>[] {
  return medianColumns(
    `prior_${key}`,
    "Median before",
    2,
    (row) => changeOf(row)?.before ?? [],
    "prior_incidents_with_time",
  );
}

function ratioColumns<T>(of: Of<T>): readonly ColumnOf<T>[] {
  return [
    column(
      "ratio",
      "Ratio",
      "ratio",
      2,
      of(({ shift }) => shift?.estimate ?? null),
    ),
    column(
      "ratio_low",
      "Ratio, low",
      "ratio",
      3,
      of(({ shift }) => shift?.interval?.low ?? null),
    ),
    column(
      "ratio_high",
      "Ratio, high",
      "ratio",
      3,
      of(({ shift }) => shift?.interval?.high ?? null),
    ),
  ];
}

function verdictColumns<T>(of: Of<T>): readonly ColumnOf<T>[] {
  return [
    column(
      "change",
      "Change",
      "text",
      1,
      of(({ shift, direction }) => (shift === null ? null : (direction ?? CANNOT_TELL))),
      "Rising or falling if chance explains it in at most 5 % of reports (exact rank-sum test of all pairs of durations, Benjamini–Hochberg).",
    ),
    column(
      "change_incidents_needed",
      "Incidents it takes",
      "text",
      1,
      of((change) => (change.direction === null ? durationsNeeded(change) : null)),
    ),
    column(
      "change_rule",
      "Compared",
      "text",
      3,
      of((change) => (change.shift === null ? null : describe(change))),
    ),
  ];
}

/** The columns of a comparison of durations that was asked for; `key` is that of the phase. */
export function durationChangeColumns<T>(
  key: string,
  changeOf: (row: T) => DurationChange | null,
): readonly ColumnOf<T>[] {
  const of = reader(changeOf);
  return [...beforeColumns(key, changeOf), ...ratioColumns(of), ...verdictColumns(of)];
}

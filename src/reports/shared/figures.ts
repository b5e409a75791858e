import { memoLast } from "../../core/memo.ts";
import { column, type ColumnOf } from "../../core/output/tabulate.ts";
import type { Column } from "../../core/table.ts";
import type { Rate } from "../../statistics/compare-rates.ts";
import { poissonInterval } from "../../statistics/poisson.ts";
import { medianInterval, quantile, quantileBounds } from "../../statistics/quantiles.ts";
import { wilsonInterval } from "../../statistics/wilson.ts";
import { FEWEST_FOR_P90 } from "./stats.ts";

const TAIL_SHARE = 0.9;

/** So many of so many; `of` is null where the count is no part of a known whole. */
export interface Part {
  readonly part: number;
  readonly of: number | null;
}

/** An estimate with its bounds; null for what cannot be computed. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How often such bounds hold, where they are observed values. */
  readonly coverage?: number | null;
  readonly of: number;
}

/** Null for what cannot be a number in a file: a ratio to nothing. */
export function finite(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isFinite(value) ? value : null;
}

/** The column of the coverage that bounds attain. */
function coverageColumn<T>(
  key: string,
  label: string,
  priority: Column["priority"],
  of: (item: T) => Estimate,
): ColumnOf<T> {
  const cell = (item: T) => of(item).coverage ?? null;
  return column(`${key}_coverage`, `${label}, coverage`, "share", priority, cell);
}

/** The columns of an estimate: the figure, and what formats for people join into it. */
export function estimateColumns<T>(
  spec: Pick<Column, "key" | "label" | "priority" | "type"> & {
    readonly countKey: string;
    /** Whether its bounds are observed values, whose coverage is known. */
    readonly attains?: true;
  },
  estimateOf: (item: T) => Estimate,
): readonly ColumnOf<T>[] {
  const { key, label, priority, type, countKey, attains = false } = spec;
  const [low, high] = [`${key}_low`, `${key}_high`];
  // All cells of a row ask for it, one after the other.
  const of = memoLast(estimateOf);
  return [
    {
      ...column<T>(key, label, type, priority, (item) => of(item).value),
      joined: { low, high, of: countKey, ...(attains ? { coverage: `${key}_coverage` } : {}) },
    },
    column(low, `${label}, from`, type, priority, (item) => of(item).low),
    column(high, `${label}, to`, type, priority, (item) => of(item).high),
    ...(attains ? [coverageColumn(key, label, priority, of)] : []),
    column(countKey, `${label}, n`, "count", priority, (item) => of(item).of),
  ];
}

/** The columns of a count, its share of a whole and the share's Wilson interval. */
export function partColumns<T>(
  key: string,
  label: string,
  priority: Column["priority"],
  of: (item: T) => Part | null,
): readonly ColumnOf<T>[] {
  const interval = (item: T) => {
    const { part = 0, of: whole = null } = of(item) ?? {};
    return whole === null ? null : wilsonInterval(part, whole);
  };
  const share = (item: T) => {
    const { part = 0, of: whole = null } = of(item) ?? {};
    return whole === null || whole === 0 ? null : part / whole;
  };
  const keys = { part: key, of: `${key}_n`, low: `${key}_share_low`, high: `${key}_share_high` };
  return [
    column(keys.part, `${label}, count`, "count", priority, (item) => of(item)?.part ?? null),
    column(keys.of, `${label}, n`, "count", priority, (item) => of(item)?.of ?? null),
    { ...column<T>(`${key}_share`, label, "share", priority, share), joined: keys },
    column(keys.low, `${label}, from`, "share", priority, (item) => interval(item)?.low ?? null),
    column(keys.high, `${label}, to`, "share", priority, (item) => interval(item)?.high ?? null),
  ];
}

/** The columns of a rate of events and its exact Poisson interval. */
export function rateColumns<T>(
  key: string,
  label: string,
  priority: Column["priority"],
  of: (item: T) => Rate,
): readonly ColumnOf<T>[] {
  const [low, high] = [`${key}_low`, `${key}_high`];
  const interval = (item: T) => {
    const { count, exposure } = of(item);
    return poissonInterval(count, exposure);
  };
  const rate = (item: T) => {
    const { count, exposure } = of(item);
    return exposure > 0 ? count / exposure : null;
  };
  return [
    { ...column<T>(key, label, "number", priority, rate), joined: { low, high } },
    column(low, `${label}, from`, "number", priority, (item) => interval(item)?.low ?? null),
    column(high, `${label}, to`, "number", priority, (item) => interval(item)?.high ?? null),
  ];
}

/** A median with bounds that are values themselves, from six values on; nothing for no value. */
export function medianEstimate(values: readonly number[]): Estimate {
  const bounds = medianInterval(values);
  return {
    value: quantile(values, 0.5),
    low: bounds?.low ?? null,
    high: bounds?.high ?? null,
    coverage: bounds?.coverage ?? null,
    of: values.length,
  };
}

/**
 * A 90th percentile with bounds that are values themselves: both from 36 values on, an upper one from
 * 29; a lower one alone would say too little. No figure for fewer than five values.
 */
export function p90Estimate(values: readonly number[]): Estimate {
  const bounds =
    quantileBounds(values, TAIL_SHARE, "both") ?? quantileBounds(values, TAIL_SHARE, "upper");
  return {
    value: values.length < FEWEST_FOR_P90 ? null : quantile(values, TAIL_SHARE),
    low: bounds?.low ?? null,
    high: bounds?.high ?? null,
    coverage: bounds?.coverage ?? null,
    of: values.length,
  };
}

/** The columns of a 90th percentile of minutes, whose count stands beside the median. */
export function p90Columns<T>(
  key: string,
  label: string,
  priority: Column["priority"],
  minutes: (item: T) => readonly number[],
): readonly ColumnOf<T>[] {
  const name = `${key}_p90_minutes`;
  const [low, high, coverage] = [`${name}_low`, `${name}_high`, `${name}_coverage`];
  const of = memoLast((item: T) => p90Estimate(minutes(item)));
  return [
    {
      ...column<T>(name, label, "minutes", priority, (item) => of(item).value),
      joined: { low, high, coverage },
    },
    column(low, `${label}, from`, "minutes", priority, (item) => of(item).low),
    column(high, `${label}, to`, "minutes", priority, (item) => of(item).high),
    coverageColumn(name, label, priority, of),
  ];
}

/** The columns of a median of minutes; the key is that of the duration, as `time_to_diagnose`. */
export function medianColumns<T>(
  key: string,
  label: string,
  priority: Column["priority"],
  minutes: (item: T) => readonly number[],
  countKey = `${key}_n`,
): readonly ColumnOf<T>[] {
  const spec = { key: `${key}_median_minutes`, label, priority, type: "minutes" } as const;
  return estimateColumns({ ...spec, countKey, attains: true }, (item) =>
    medianEstimate(minutes(item)),
  );
}

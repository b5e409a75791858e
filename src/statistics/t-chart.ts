/** A chart of the times between rare events. */
export interface TimeBetweenChart {
  /** The middle of the times, on their own scale. */
  readonly centre: number;
  /** A shorter time is a signal that events come closer together. 0: none can be that short. */
  readonly low: number;
  /** A longer time is a signal that events come further apart. */
  readonly high: number;
}

/** The fewest times that limits are drawn from: with fewer, the limits are as uncertain as the times. */
export const FEWEST_TIMES = 10;

/** Makes exponential times nearly normal. */
const NELSON_POWER = 1 / 3.6;

/** 3 / d₂ for ranges of two values: turns the mean moving range into three standard deviations. */
const LIMIT_PER_MOVING_RANGE = 2.66;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The limits of a t chart, from the times between one event and the next, in their order; null for fewer
 * than `FEWEST_TIMES`. Times to the power of 1/3.6 are nearly normal and get the limits of individual
 * values: L. S. Nelson, "A Control Chart for Parts-Per-Million Nonconforming Items", Journal of Quality
 * Technology 26 (1994).
 */
export function timeBetweenChart(times: readonly number[]): TimeBetweenChart | null {
  if (times.length < FEWEST_TIMES) return null;
  const scaled = times.map((time) => time ** NELSON_POWER);
  const ranges = scaled.slice(1).map((value, index) => Math.abs(value - (scaled[index] ?? value)));
  const centre = mean(scaled);
  const reach = LIMIT_PER_MOVING_RANGE * mean(ranges);
  const back = (value: number) => Math.max(0, value) ** (1 / NELSON_POWER);
  return { centre: back(centre), low: back(centre - reach), high: back(centre + reach) };
}

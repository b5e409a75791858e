import { type ShiftEstimate, stratifiedHodgesLehmann, type Stratum } from "./hodges-lehmann.ts";
import { CONFIDENCE } from "./interval.ts";

/**
 * The logarithms of durations. Those below `shortest`, which is above 0, count as that long: a duration
 * of 0 only says that the clock was read too coarsely, and no ratio can be formed with it.
 */
export function logDurations(durations: readonly number[], shortest: number): readonly number[] {
  return durations.map((duration) => Math.log(Math.max(duration, shortest)));
}

/**
 * How many times as long the durations of groups are as those of their references, within strata: the
 * shift of logarithms, turned back. Its `estimate` and `interval` are ratios. Null where no stratum has
 * both. `shortest` is in the unit of the durations, as in `logDurations`.
 */
export function stratifiedDurationRatio(
  strata: readonly Stratum[],
  shortest: number,
  confidence = CONFIDENCE,
): ShiftEstimate | null {
  const logs = strata.map(({ group, reference }) => ({
    group: logDurations(group, shortest),
    reference: logDurations(reference, shortest),
  }));
  const shift = stratifiedHodgesLehmann(logs, confidence);
  if (shift === null) return null;
  const { interval, estimate } = shift;
  return {
    ...shift,
    estimate: Math.exp(estimate),
    interval: interval && {
      low: Math.exp(interval.low),
      high: Math.exp(interval.high),
      coverage: interval.coverage,
    },
  };
}

/** The ratio for one group and its reference, as in `stratifiedDurationRatio`. */
export function durationRatio(
  group: readonly number[],
  reference: readonly number[],
  shortest: number,
  confidence = CONFIDENCE,
): ShiftEstimate | null {
  return stratifiedDurationRatio([{ group, reference }], shortest, confidence);
}

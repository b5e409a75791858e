import { gammaUpperQuantile } from "./distributions.ts";
import { checkCounts, CONFIDENCE, type Interval } from "./interval.ts";

/**
 * The interval of a rate, in events per unit of `exposure` (months, incidents …); null without any
 * exposure. Exact: F. Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28 (1936).
 */
export function poissonInterval(
  count: number,
  exposure = 1,
  confidence = CONFIDENCE,
): Interval | null {
  checkCounts(count, Number.MAX_SAFE_INTEGER);
  if (exposure <= 0) return null;
  const tail = (1 - confidence) / 2;
  return {
    low: count === 0 ? 0 : gammaUpperQuantile(1 - tail, count) / exposure,
    high: gammaUpperQuantile(tail, count + 1) / exposure,
  };
}

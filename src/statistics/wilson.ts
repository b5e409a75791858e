import { normalReach } from "./distributions.ts";
import { checkCounts, CONFIDENCE, type Interval } from "./interval.ts";

/**
 * The interval of a share, between 0 and 1; null where there were no trials. Score interval without
 * continuity correction: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
 * Inference", JASA 22 (1927). Throws a RangeError where there are more successes than trials.
 */
export function wilsonInterval(
  successes: number,
  trials: number,
  confidence = CONFIDENCE,
): Interval | null {
  checkCounts(successes, trials);
  if (trials === 0) return null;
  const z2 = normalReach(confidence) ** 2;
  const failures = trials - successes;
  const middle = successes + z2 / 2;
  const reach = Math.sqrt(z2 * ((successes * failures) / trials + z2 / 4));
  // None and all are bounded exactly: a difference of two roots would leave a last digit there.
  return {
    low: successes === 0 ? 0 : (middle - reach) / (trials + z2),
    high: failures === 0 ? 1 : (middle + reach) / (trials + z2),
  };
}

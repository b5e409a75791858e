import { normalReach } from "./distributions.ts";
import { CONFIDENCE } from "./interval.ts";

/** How long something lasted; where it has not ended, how long it has lasted up to now. */
export interface Observation {
  readonly time: number;
  readonly ended: boolean;
}

/** A time at which something ended. */
export interface SurvivalStep {
  readonly time: number;
  /** How many had lasted up to this time. */
  readonly atRisk: number;
  readonly ended: number;
  /** The estimated share that lasts longer. */
  readonly lasting: number;
  /** The interval of that share; null where all have ended, which leaves no error to reckon with. */
  readonly low: number | null;
  readonly high: number | null;
}

/** How long things last, those that have not ended included. */
export interface Survival {
  readonly count: number;
  readonly ended: number;
  readonly steps: readonly SurvivalStep[];
  /** The time after which half have ended; null where fewer have. */
  readonly median: number | null;
  /** The interval of the median; null for a bound that the observations do not reach. */
  readonly medianLow: number | null;
  readonly medianHigh: number | null;
}

/** Shares are products of fractions, so that a half may miss 0.5 by a last digit. */
const TOLERANCE = 1e-9;

/** Where a falling curve crosses a half: the middle of the stretch, where it lies at just a half. */
function crossesHalf(
  steps: readonly SurvivalStep[],
  of: (step: SurvivalStep) => number | null,
): number | null {
  const index = steps.findIndex((step) => (of(step) ?? Infinity) <= 0.5 + TOLERANCE);
  const step = steps[index];
  if (step === undefined) return null;
  const level = of(step) ?? 0;
  const next = steps[index + 1];
  const flat = Math.abs(level - 0.5) <= TOLERANCE && next !== undefined;
  return flat ? (step.time + next.time) / 2 : step.time;
}

function stepsOf(observations: readonly Observation[], reach: number): readonly SurvivalStep[] {
  const times = observations.filter(({ ended }) => ended).map(({ time }) => time);
  const steps: SurvivalStep[] = [];
  let lasting = 1;
  let greenwood = 0;
  for (const time of [...new Set(times)].sort((a, b) => a - b)) {
    const atRisk = observations.filter((observation) => observation.time >= time).length;
    const ended = times.filter((other) => other === time).length;
    lasting *= 1 - ended / atRisk;
    greenwood += ended / (atRisk * (atRisk - ended));
    const width = Math.exp((reach * Math.sqrt(greenwood)) / Math.log(lasting));
    const known = lasting > 0;
    const low = known ? lasting ** (1 / width) : null;
    steps.push({ time, atRisk, ended, lasting, low, high: known ? lasting ** width : null });
  }
  return steps;
}

/**
 * How long things last, from those that ended and those that have not yet. Estimate: E. L. Kaplan and P.
 * Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53 (1958); intervals by
 * Greenwood's variance on the log(−log) scale; of the median: R. Brookmeyer and J. Crowley, "A
 * Confidence Interval for the Median Survival Time", Biometrics 38 (1982). What ends and what is still
 * open at the same time: the open one is taken to last longer.
 */
export function kaplanMeier(
  observations: readonly Observation[],
  confidence = CONFIDENCE,
): Survival {
  const steps = stepsOf(observations, normalReach(confidence));
  return {
    count: observations.length,
    ended: observations.filter(({ ended }) => ended).length,
    steps,
    median: crossesHalf(steps, ({ lasting }) => lasting),
    medianLow: crossesHalf(steps, ({ low }) => low),
    medianHigh: crossesHalf(steps, ({ high }) => high),
  };
}

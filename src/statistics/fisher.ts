import { midP } from "./comparison.ts";
import { logChoose } from "./distributions.ts";
import type { Interval } from "./interval.ts";
import { crossing } from "./roots.ts";

/** Incidents with something, of all incidents of a group. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** How the incidents with something may be split between two groups, given the margins. */
export interface Split {
  /** The fewest that the first group can have. */
  readonly least: number;
  /** The logarithm of the number of ways for each number from `least` on. */
  readonly logWays: readonly number[];
}

/** Logarithms of odds beyond which a double cannot tell a probability from 0 or 1. */
const FARTHEST_LOG_ODDS = 700;

/** The splits of `count` incidents between groups of these sizes. */
export function splitsOf(group: number, reference: number, count: number): Split {
  const least = Math.max(0, count - reference);
  const most = Math.min(group, count);
  const logWays = Array.from({ length: most - least + 1 }, (_, index) => {
    const k = least + index;
    return logChoose(group, k) + logChoose(reference, count - k);
  });
  return { least, logWays };
}

/** The probability of each split where the odds of the first group are this many times the others'. */
export function splitProbabilities(split: Split, logOddsRatio = 0): readonly number[] {
  const logs = split.logWays.map((ways, index) => ways + index * logOddsRatio);
  const largest = logs.reduce((most, value) => Math.max(most, value), -Infinity);
  const weights = logs.map((value) => Math.exp(value - largest));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

function sum(probabilities: readonly number[]): number {
  return probabilities.reduce((all, probability) => all + probability, 0);
}

function indexOf(group: Share, split: Split): number {
  return group.count - split.least;
}

function splitOf(group: Share, reference: Share): Split {
  return splitsOf(group.of, reference.of, group.count + reference.count);
}

/**
 * The two-sided mid-p value of Fisher's exact test of two shares (H. O. Lancaster, "Significance Tests
 * in Discrete Distributions", JASA 56, 1961): twice the smaller tail, with half of what was seen.
 */
export function fisherMidP(group: Share, reference: Share): number {
  const split = splitOf(group, reference);
  const index = indexOf(group, split);
  const probabilities = splitProbabilities(split);
  return midP(
    sum(probabilities.slice(0, index)),
    probabilities[index] ?? 0,
    sum(probabilities.slice(index + 1)),
  );
}

/** The interval of the odds ratio that agrees with `fisherMidP`: it holds 1 where p is above. */
export function oddsRatioInterval(group: Share, reference: Share, confidence: number): Interval {
  const split = splitOf(group, reference);
  const index = indexOf(group, split);
  const tail = (1 - confidence) / 2;
  const solve = (target: number) =>
    Math.exp(
      crossing(
        (logOddsRatio) => {
          const probabilities = splitProbabilities(split, logOddsRatio);
          return sum(probabilities.slice(0, index)) + (probabilities[index] ?? 0) / 2 - target;
        },
        -FARTHEST_LOG_ODDS,
        FARTHEST_LOG_ODDS,
      ),
    );
  return {
    low: index === 0 ? 0 : solve(1 - tail),
    high: index === split.logWays.length - 1 ? Infinity : solve(tail),
  };
}

import { compiled, igami, incbet, lgam, ndtr, ndtri } from "cephes";

// A module is ready once this holds, so that everything built on it is an ordinary function.
await compiled;

/** P(Z ≤ z) of the standard normal distribution. */
export function normalCdf(z: number): number {
  return ndtr(z);
}

/** The z with P(Z ≤ z) = probability, which lies between 0 and 1. */
export function normalQuantile(probability: number): number {
  return ndtri(probability);
}

/** The z that a standard normal value stays within, on both sides, with this confidence. */
export function normalReach(confidence: number): number {
  return -ndtri((1 - confidence) / 2);
}

/** The x with P(X > x) = upperTail, X of the gamma distribution with this shape and scale 1. */
export function gammaUpperQuantile(upperTail: number, shape: number): number {
  return igami(shape, upperTail);
}

/** P(X ≤ k) of the binomial distribution. */
export function binomialAtMost(k: number, trials: number, probability: number): number {
  if (k < 0) return 0;
  return k >= trials ? 1 : incbet(trials - k, k + 1, 1 - probability);
}

/** The natural logarithm of the number of ways to choose k of n. */
export function logChoose(n: number, k: number): number {
  return lgam(n + 1) - lgam(k + 1) - lgam(n - k + 1);
}

/** P(X = k) of the binomial distribution. */
export function binomialAt(k: number, trials: number, probability: number): number {
  if (k < 0 || k > trials) return 0;
  if (probability === 0) return k === 0 ? 1 : 0;
  if (probability === 1) return k === trials ? 1 : 0;
  const logOdds = k * Math.log(probability) + (trials - k) * Math.log1p(-probability);
  return Math.exp(logChoose(trials, k) + logOdds);
}

/** The units in which amounts of time are written. */
export const DURATION_UNITS = ["week", "day", "hour", "minute", "second"] as const;

export type DurationUnit = (typeof DURATION_UNITS)[number];

/** The words in which a language writes amounts of time, in lower case. */
export interface DurationWords {
  readonly units: Readonly<Record<DurationUnit, readonly string[]>>;
  /** What stands before an amount that is not exact. */
  readonly around: readonly string[];
  /** What joins the last unit to those before it. */
  readonly and: readonly string[];
  /** What stands before the amount in which a sentence ends: "is back after 2 hours". */
  readonly after: readonly string[];
}

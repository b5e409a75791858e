/** Where a decision of a review stands. */
export const DECISION_STATES = ["open", "done", "dropped"] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** What a monthly review decided. */
export interface ReviewDecision {
  /** The month of the review: `2026-07`. */
  readonly review: string;
  readonly decision: string;
  /** A team; null where none is named. */
  readonly owner: string | null;
  /** An ISO calendar date. */
  readonly due: string | null;
  readonly competency: string | null;
  readonly state: DecisionState;
}

/** What can be done about a gap, and judged later. */
export const INTERVENTION_KINDS = ["exercise", "course", "runbook", "tool", "pairing"] as const;
export type InterventionKind = (typeof INTERVENTION_KINDS)[number];

/** Something that was done so that a competency is missing less often. */
export interface Intervention {
  readonly id: string;
  /** The ISO calendar date on which it took place, or was over. */
  readonly date: string;
  /** A competency, or a domain for all of its competencies. */
  readonly competency: string;
  /** For whom it was; none for everybody. */
  readonly teams: readonly string[];
  readonly kind: InterventionKind;
  /** Hours that it took each participant; null where nobody said. */
  readonly hours: number | null;
  readonly note: string | null;
}

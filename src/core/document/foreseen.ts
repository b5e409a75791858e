/** What can show a gap before an incident does. */
export const FORESEEN_BY = ["adoption", "migration", "code-review", "exercise", "other"] as const;
export type ForeseenBy = (typeof FORESEEN_BY)[number];

/** A gap that was foreseen: no incident has shown it, so no figure of incidents counts it. */
export interface ForeseenGap {
  readonly source: ForeseenBy;
  /** A competency, or a domain for all of its competencies. */
  readonly competency: string;
  /** The ISO calendar date on which it was noticed. */
  readonly date: string;
  /** Who lacks the skill; null where nobody says. */
  readonly team: string | null;
}

/** A day on which something is due. */
export interface CalendarEvent {
  /** What tells it from all others, also after its date changes. */
  readonly key: readonly string[];
  /** An ISO calendar date. */
  readonly date: string;
  readonly summary: string;
  /** Lines. */
  readonly description: readonly string[];
}

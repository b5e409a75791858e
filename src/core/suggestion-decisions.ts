import { compareBy, compareText } from "./compare.ts";

export const VERDICTS_ON_SUGGESTIONS = ["accepted", "rejected"] as const;

/** What somebody decided on a suggested gap, so that nobody is asked twice. */
export interface SuggestionDecision {
  /** Relative to the file of decisions, with forward slashes. */
  readonly path: string;
  /** Of the sentence: its words, wherever it stands in its document. */
  readonly fingerprint: string;
  readonly decision: (typeof VERDICTS_ON_SUGGESTIONS)[number];
  /** What it was accepted as; null where it was rejected. */
  readonly competency: string | null;
  readonly kind: string | null;
}

/** The order of a file of decisions. */
export const compareDecisions = compareBy<SuggestionDecision>(
  (a, b) => compareText(a.path, b.path),
  (a, b) => compareText(a.fingerprint, b.fingerprint),
);

function keyOf({ path, fingerprint }: SuggestionDecision): string {
  return `${path}\0${fingerprint}`;
}

/** The decisions with others made since, which win; sorted. */
export function mergeDecisions(
  before: readonly SuggestionDecision[],
  since: readonly SuggestionDecision[],
): readonly SuggestionDecision[] {
  const merged = new Map([...before, ...since].map((decision) => [keyOf(decision), decision]));
  return [...merged.values()].toSorted(compareDecisions);
}

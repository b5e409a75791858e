import { compareBy, compareText } from "../compare.ts";

export const VERDICTS_ON_SUGGESTIONS = ["accepted", "rejected"] as const;

/** What may be suggested; one sentence may tell of both. */
export const SUGGESTION_TYPES = ["gap", "escalation"] as const;

interface DecisionBase {
  /** Relative to the file of decisions, with forward slashes. */
  readonly path: string;
  /** Of the sentence: its words, wherever it stands in its document. */
  readonly fingerprint: string;
  readonly decision: (typeof VERDICTS_ON_SUGGESTIONS)[number];
  /** What it was accepted as; null where it was rejected. */
  readonly competency: string | null;
}

/** What somebody decided on a suggested gap, so that nobody is asked twice. */
export interface GapDecision extends DecisionBase {
  readonly type: "gap";
  readonly kind: string | null;
  /** Id of the team that lacked the skill; null where it was not said. */
  readonly team: string | null;
}

/** What somebody decided on a suggested escalation. */
export interface EscalationDecision extends DecisionBase {
  readonly type: "escalation";
  /** Ids of teams; an accepted one has at least the team that was asked. */
  readonly to: string | null;
  readonly from: string | null;
  readonly reason: string | null;
}

export type SuggestionDecision = GapDecision | EscalationDecision;

/** The order of a file of decisions. */
export const compareDecisions = compareBy<SuggestionDecision>(
  (a, b) => compareText(a.path, b.path),
  (a, b) => compareText(a.fingerprint, b.fingerprint),
  (a, b) => SUGGESTION_TYPES.indexOf(a.type) - SUGGESTION_TYPES.indexOf(b.type),
);

/** What a decision and a suggestion have in common, if it was made on that one. */
export function decisionKey({
  path,
  fingerprint,
  type,
}: Pick<SuggestionDecision, "path" | "fingerprint" | "type">): string {
  return `${path}\0${fingerprint}\0${type}`;
}

/** The decisions with others made since, which win; sorted. */
export function mergeDecisions(
  before: readonly SuggestionDecision[],
  since: readonly SuggestionDecision[],
): readonly SuggestionDecision[] {
  const merged = new Map(
    [...before, ...since].map((decision) => [decisionKey(decision), decision]),
  );
  return [...merged.values()].toSorted(compareDecisions);
}

/** The decisions without those on these suggestions. */
export function withoutDecisions(
  decisions: readonly SuggestionDecision[],
  on: readonly Pick<SuggestionDecision, "path" | "fingerprint" | "type">[],
): readonly SuggestionDecision[] {
  const taken = new Set(on.map(decisionKey));
  return decisions.filter((one) => !taken.has(decisionKey(one)));
}

import { agreement, type EscalationMarks } from "../core/document/same-escalation.ts";
import type { EntrySource, Postmortem, Sentence, TimelineRow } from "../core/postmortem.ts";
import type {
  EscalationDecision,
  GapDecision,
  SuggestionDecision,
} from "../core/settings/suggestion-decisions.ts";
import { plainText } from "../prose/sentences.ts";
import type { EscalationSuggestion, GapSuggestion, Suggestion } from "./define.ts";
import { fingerprintOf } from "./sentence-text.ts";
import { isStatedEscalation, isStatedGap } from "./stated.ts";
import { rowOf } from "./timeline-row.ts";

/** What was decided on the suggestions for one document. */
export interface Acceptance {
  readonly decisions: readonly SuggestionDecision[];
  /** Suggestions from this confidence on count as accepted; null for none. */
  readonly acceptAbove: number | null;
}

/** What a person accepted is confirmed; what only its confidence accepts waits for one. */
function sourceOf(decision: SuggestionDecision | null): EntrySource {
  return decision === null ? "suggested" : "confirmed";
}

/** A gap as the frontmatter holds it. */
export interface GapEntry {
  readonly competency: string;
  readonly kind?: string;
  readonly team?: string;
  readonly phase?: string;
  readonly evidence: string;
  readonly source: EntrySource;
}

/** An escalation as the frontmatter holds it. */
export interface EscalationEntry {
  readonly at?: string;
  readonly from?: string;
  readonly to: string;
  readonly reason?: string;
  readonly competency?: string;
  readonly evidence: string;
  readonly source: EntrySource;
}

/** A sentence with what is suggested of it and decided on it. */
interface DecidedSentence<S, D> {
  readonly row: TimelineRow | null;
  readonly range: Sentence["range"];
  readonly sentence: string;
  readonly suggestion: S | null;
  readonly decision: D | null;
  /** Whether nobody decided on it, and it is so sure that it counts as accepted. */
  readonly isSure: boolean;
}

/** The sentences of a document that anything is suggested of or decided on, each once and in order. */
function decidedSentences<S extends Suggestion, D extends SuggestionDecision>(
  postmortem: Postmortem,
  suggestions: readonly S[],
  decisions: readonly D[],
  acceptAbove: number | null,
): readonly DecidedSentence<S, D>[] {
  const decided = new Map(decisions.map((one) => [one.fingerprint, one]));
  const proposed = new Map(suggestions.map((one) => [one.fingerprint, one]));
  const done = new Set<string>();
  return postmortem.sentences.flatMap((one): readonly DecidedSentence<S, D>[] => {
    const fingerprint = fingerprintOf(one.tokens);
    const decision = decided.get(fingerprint) ?? null;
    const suggestion = proposed.get(fingerprint) ?? null;
    if (done.has(fingerprint) || (decision === null && suggestion === null)) return [];
    done.add(fingerprint);
    const confidence = suggestion?.confidence ?? 0;
    const isSure = decision === null && acceptAbove !== null && confidence >= acceptAbove;
    const sentence = plainText(one.tokens, postmortem.namedPeople);
    const row = rowOf(postmortem, one);
    return [{ row, range: one.range, sentence, suggestion, decision, isSure }];
  });
}

/** A mapping without what is not known. */
function known<K extends string>(values: Readonly<Record<K, string | null>>) {
  const pairs = Object.entries<string | null>(values).filter(([, value]) => value !== null);
  return Object.fromEntries(pairs) as Partial<Record<K, string>>;
}

/** The gaps to be written into a document, in the order of their sentences. */
export function gapEntries(
  postmortem: Postmortem,
  suggestions: readonly GapSuggestion[],
  { decisions, acceptAbove }: Acceptance,
): readonly GapEntry[] {
  const own = decisions.filter((one): one is GapDecision => one.type === "gap");
  return decidedSentences(postmortem, suggestions, own, acceptAbove).flatMap(
    (one): readonly GapEntry[] => {
      const { decision, suggestion, isSure, sentence } = one;
      const isAccepted = decision ? decision.decision === "accepted" : isSure;
      const { competency = null, kind = null } = decision ?? suggestion ?? {};
      if (!isAccepted || competency === null || isStatedGap(one, postmortem)) return [];
      const team = decision?.team ?? null;
      const named = known({ kind, team, phase: suggestion?.phase ?? null });
      return [{ competency, ...named, evidence: sentence, source: sourceOf(decision) }];
    },
  );
}

/**
 * The escalations to be written into a document, in the order of their sentences. Of those that nobody
 * decided on, sentences that may tell of the same one are written once.
 * @param timeText a row's time as the frontmatter is to have it; null where its zone is not known.
 */
export function escalationEntries(
  postmortem: Postmortem,
  suggestions: readonly EscalationSuggestion[],
  { decisions, acceptAbove }: Acceptance,
  timeText: (row: TimelineRow) => string | null,
): readonly EscalationEntry[] {
  const own = decisions.filter((one): one is EscalationDecision => one.type === "escalation");
  const taken: EscalationMarks[] = [];
  return decidedSentences(postmortem, suggestions, own, acceptAbove).flatMap(
    (one): readonly EscalationEntry[] => {
      const { row, decision, suggestion, isSure, sentence } = one;
      const isAccepted = decision ? decision.decision === "accepted" : isSure;
      const { to = null, from = null, competency = null } = decision ?? suggestion ?? {};
      const marks = { at: row?.at ?? null, from, to };
      if (!isAccepted || to === null || isStatedEscalation(one, marks, postmortem)) return [];
      if (decision === null && taken.some((other) => agreement(other, marks) > 0)) return [];
      taken.push(marks);
      const reason = decision ? decision.reason : (suggestion?.reason ?? null);
      const at = row && timeText(row);
      const named = { ...known({ at, from }), to, ...known({ reason, competency }) };
      return [{ ...named, evidence: sentence, source: sourceOf(decision) }];
    },
  );
}

/** How many accepted decisions are on sentences that their document does not have any more. */
export function countLost(
  { sentences, gaps, escalations }: Postmortem,
  decisions: readonly SuggestionDecision[],
): number {
  const evidence = [...gaps, ...escalations].flatMap((one) => one.evidence?.value ?? []);
  const asToken = (text: string) => ({
    type: "word" as const,
    text,
    quoted: false,
    ...{ start: 0, end: 0, line: 1, column: 1 },
  });
  const here = new Set([
    ...sentences.map(({ tokens }) => fingerprintOf(tokens)),
    // What was written stays written, whatever became of the sentence.
    ...evidence.map((text) => fingerprintOf([asToken(text)])),
  ]);
  return decisions.filter(
    ({ decision, fingerprint }) => decision === "accepted" && !here.has(fingerprint),
  ).length;
}

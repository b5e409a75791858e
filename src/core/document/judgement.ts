import { compareBy, compareText } from "../compare.ts";

/** What a language model said of a sentence; null as its kind where that tells of no gap. */
export interface Judgement {
  /** Of the sentence: its words, wherever it stands. */
  readonly fingerprint: string;
  /** Tells the whole question: what was sent, and where to. */
  readonly question: string;
  /** What the model is called. */
  readonly model: string;
  readonly kind: string | null;
  readonly competency: string | null;
  /** Words of the sentence that show it. */
  readonly evidence: string | null;
}

const compareJudgements = compareBy<Judgement>(
  (a, b) => compareText(a.fingerprint, b.fingerprint),
  (a, b) => compareText(a.question, b.question),
);

/**
 * The judgements with others made since, sorted. An answer on the same sentence to a question that is
 * asked no more goes: its neighbours, the taxonomy or the model have changed.
 * @param current ids of the questions that are asked now.
 */
export function mergeJudgements(
  before: readonly Judgement[],
  since: readonly Judgement[],
  current: ReadonlySet<string>,
): readonly Judgement[] {
  const asked = new Set(since.map(({ fingerprint }) => fingerprint));
  const kept = before.filter((one) => current.has(one.question) || !asked.has(one.fingerprint));
  const merged = new Map(
    [...kept, ...since].map((one) => [`${one.fingerprint} ${one.question}`, one]),
  );
  return [...merged.values()].toSorted(compareJudgements);
}

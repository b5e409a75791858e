import { compareBy, compareText } from "../core/compare.ts";
import { LIKELY, type Suggestion } from "./define.ts";

/** How many proposals of a document are asked about unless told otherwise. */
const ASKED_PER_DOCUMENT = 2;

/** What the order of questions rests on. */
export type Proposal = Pick<Suggestion, "path" | "range" | "type" | "confidence" | "foundBy">;

/** How to choose and order what is asked. */
export interface AskOptions {
  /** The confidence from which a proposal counts as a gap. */
  readonly cut?: number;
  /** At most so many of a document. */
  readonly perDocument?: number;
}

/** Distances in hundredths, as confidences are, so that rounding of fractions decides nothing. */
function byDistance<P extends Proposal>(cut: number) {
  const distance = ({ confidence }: P) => Math.round(Math.abs(confidence - cut) * 100);
  return compareBy<P>(
    (a, b) => distance(a) - distance(b),
    (a, b) => compareText(a.path, b.path),
    (a, b) => a.range.start.offset - b.range.start.offset,
    (a, b) => compareText(b.type, a.type),
  );
}

/**
 * The proposals in the order in which answers teach most (uncertainty sampling, Lewis and Gale 1994):
 * nearest the cut first, those without a cue and those with one by turns, at most so many of a
 * document. What exceeds that is left out; where one sort ends, the other follows.
 */
export function askOrder<P extends Proposal>(
  proposals: readonly P[],
  { cut = LIKELY, perDocument = ASKED_PER_DOCUMENT }: AskOptions = {},
): readonly P[] {
  const nearest = proposals.toSorted(byDistance(cut));
  const queues = (["wording", "cue"] as const).map((sort) =>
    nearest.filter(({ foundBy }) => foundBy === sort),
  );
  const asked = new Map<string, number>();
  const hasRoom = ({ path }: P) => (asked.get(path) ?? 0) < perDocument;
  const order: P[] = [];
  while (queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const at = queue.findIndex(hasRoom);
      const next = queue[at];
      queue.splice(0, at === -1 ? queue.length : at + 1);
      if (!next) continue;
      asked.set(next.path, (asked.get(next.path) ?? 0) + 1);
      order.push(next);
    }
  }
  return order;
}

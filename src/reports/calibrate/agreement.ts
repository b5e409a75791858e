import type { Interval } from "../../statistics/interval.ts";
import {
  krippendorffAlpha,
  krippendorffInterval,
  type Unit,
} from "../../statistics/krippendorff.ts";
import { seededRandom } from "../../statistics/random.ts";
import type { RarerAnswer } from "./tags.ts";

/** Below this, a tag is not ready for trends; from the second on, it can be relied on. */
const LEAST = 0.667;
const RELIABLE = 0.8;
/** With fewer documents, the interval is too narrow to lean on. */
const FEWEST_DOCUMENTS = 20;
/** Agreement on an answer that fewer documents have rests on next to nothing. */
const FEWEST_WITH_ANSWER = 5;
const SEED = 2011;
const DRAWS = 1000;

/** How far raters agree on something. */
export interface RatedAgreement {
  readonly alpha: number | null;
  readonly interval: Interval | null;
  /** Units that at least two raters judged. */
  readonly units: number;
  /** Whether it can be counted on in trends, and be it with reserve. */
  readonly isReady: boolean;
  readonly advice: string;
}

function isTooRare(rarer: RarerAnswer | null): rarer is RarerAnswer {
  return rarer !== null && rarer.documents < FEWEST_WITH_ANSWER;
}

/** What to do, by K. Krippendorff, "Content Analysis", 4th ed. (2019), section 12.4: 0.667 and 0.8. */
function adviceFor(
  alpha: number | null,
  units: number,
  documents: number,
  rarer: RarerAnswer | null,
): string {
  if (units === 0) return "cannot tell: no two people tagged it";
  if (alpha === null) return "cannot tell: everybody always gave the same answer";
  if (alpha < LEAST) return "not ready for trends: agree on what it means, then tag again";
  if (documents < FEWEST_DOCUMENTS)
    return `agreed so far: ${documents} of ${FEWEST_DOCUMENTS} documents needed to rely on it`;
  if (isTooRare(rarer)) {
    const how = rarer.isTagged ? "tagged" : "left untagged";
    return `agreed so far: ${how} in ${rarer.documents} of ${FEWEST_WITH_ANSWER} documents needed to rely on it`;
  }
  return alpha < RELIABLE ? "for tentative conclusions" : "reliable";
}

/**
 * Krippendorff's alpha of units with its 95 % interval and what follows from it.
 * @param documents how many documents the units are of: several of one document tell no more than one.
 * @param rarer the rarer answer to a single tag; null for more answers than two.
 */
export function agreementOn(
  units: readonly Unit[],
  documents: number,
  rarer: RarerAnswer | null = null,
): RatedAgreement {
  const { alpha, units: count } = krippendorffAlpha(units);
  const interval = krippendorffInterval(units, seededRandom(SEED), DRAWS);
  const isReady =
    alpha !== null && alpha >= LEAST && documents >= FEWEST_DOCUMENTS && !isTooRare(rarer);
  const advice = adviceFor(alpha, count, documents, rarer);
  return { ...{ alpha, interval, isReady }, units: count, advice };
}

import { counted } from "../../core/counted.ts";
import { adjustedPValues } from "../../statistics/adjusted-p-values.ts";
import { compareShares } from "../../statistics/compare-shares.ts";
import { incidentsToDetect } from "../../statistics/detect-shares.ts";
import { fisherMidP, type Share } from "../../statistics/fisher.ts";
import { type Estimate, finite } from "./figures.ts";
import { percent } from "./words.ts";

/** How often a report in which nothing changed may name a change. */
export const LEVEL = 0.05;

/** Beyond so many incidents a window, no number is worth giving. */
const MOST_INCIDENTS = 500;

/** How a share changed between two windows. */
export interface ShareChange {
  readonly now: Share;
  readonly before: Share;
  /** Null where the difference may be chance. */
  readonly direction: "rising" | "falling" | null;
  /** The p value, adjusted for the number of rows. */
  readonly p: number;
  /** The rows of the report that were compared. */
  readonly rows: number;
}

function shareOf({ count, of }: Share): number {
  return count / of;
}

/**
 * The changes of shares between two windows, for all rows of a report together: Fisher's exact test of
 * each, with mid-p, and Benjamini and Hochberg's adjustment over all, so that where nothing changed, at
 * most 5 % of reports name any change.
 */
export function shareChanges(
  pairs: readonly { readonly now: Share; readonly before: Share }[],
): readonly ShareChange[] {
  const adjusted = adjustedPValues(pairs.map(({ now, before }) => fisherMidP(now, before)));
  return pairs.map(({ now, before }, index) => {
    const p = adjusted[index] ?? 1;
    const rising = shareOf(now) > shareOf(before) ? "rising" : "falling";
    return { now, before, direction: p <= LEVEL ? rising : null, p, rows: pairs.length };
  });
}

/** The figures that a change rests on, in words. */
export function describeChange({ now, before, p, rows }: ShareChange): string {
  const counts = `${now.count} of ${now.of} after ${before.count} of ${before.of}`;
  const bound = `${p <= LEVEL ? "" : "not "}≤ ${percent(LEVEL)}`;
  return `${counts}, p ${percent(p)} for ${counted(rows, "row")} compared (${bound})`;
}

/** Share over share before, with its 95 % interval; null where there is none in either window. */
export function ratioOf({ now, before }: ShareChange): Pick<Estimate, "value" | "low" | "high"> {
  const { ratio, interval } = compareShares(now, before);
  if (ratio === null || interval === null) return { value: null, low: null, high: null };
  return { value: finite(ratio), low: finite(interval.low), high: finite(interval.high) };
}

/**
 * How many incidents each window would have to hold for such a change to be found among as many rows,
 * in words; null where the shares are the same.
 */
export function incidentsNeeded({ now, before, rows }: ShareChange): string | null {
  const [share, shareBefore] = [shareOf(now), shareOf(before)];
  if (share === shareBefore) return null;
  const detection = { level: LEVEL / rows, most: MOST_INCIDENTS };
  const needed = incidentsToDetect(share, shareBefore, detection);
  return needed === null ? `more than ${MOST_INCIDENTS}` : `about ${needed}`;
}

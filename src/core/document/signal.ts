import type { Postmortem } from "../postmortem.ts";
import { confirmedOnly } from "./confirmed.ts";
import { SIGNAL_PARTS, type SignalPart } from "./signal-parts.ts";

/** What would fill one part of a document. */
export interface Addition {
  /** Key of the part. */
  readonly part: string;
  readonly text: string;
  /** By how much the score would rise, in points of 100. */
  readonly gain: number;
}

/** How much a document records for learning. */
export interface Signal {
  /** From 0 to 100: points earned, of the most that the parts which apply can give. */
  readonly score: number;
  /** In the order of `SIGNAL_PARTS`; points are null where a part does not apply. */
  readonly parts: readonly { readonly part: SignalPart; readonly points: number | null }[];
  /** The one that raises the score most, the first of equals; null where none raises it by 2 points. */
  readonly nextAddition: Addition | null;
}

/** An addition that brings a point is no advice. */
const LEAST_GAIN = 2;

function percent(earned: number, possible: number): number {
  return Math.round((100 * earned) / possible);
}

/** Scores how much a document records for learning; the same document always scores the same. */
export function scoreSignal(postmortem: Postmortem): Signal {
  const confirmed = confirmedOnly(postmortem);
  const judged = SIGNAL_PARTS.map((one) => ({ part: one, earned: one.judge(confirmed) }));
  const applying = judged.flatMap(({ part: { key, most }, earned }) =>
    earned ? [{ key, most, ...earned }] : [],
  );
  const possible = applying.reduce((sum, { most }) => sum + most, 0);
  const points = applying.reduce((sum, earned) => sum + earned.points, 0);
  const score = percent(points, possible);
  const additions = applying
    .filter((one) => one.points < one.most)
    .map((one): Addition => {
      const gain = percent(points - one.points + one.most, possible) - score;
      return { part: one.key, text: one.addition, gain };
    })
    .filter(({ gain }) => gain >= LEAST_GAIN);
  return {
    score,
    parts: judged.map(({ part: one, earned }) => ({ part: one, points: earned?.points ?? null })),
    nextAddition: additions.toSorted((a, b) => b.gain - a.gain)[0] ?? null,
  };
}

/** An addition with what it brings: `Add evidence to 2 gaps (+8)`. */
export function describeAddition({ text, gain }: Addition): string {
  return `${text} (+${gain})`;
}

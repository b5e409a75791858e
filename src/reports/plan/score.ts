import { compareBy, compareText } from "../../core/compare.ts";
import type { PlanWeights } from "../../core/settings/config.ts";
import { wilsonInterval } from "../../statistics/wilson.ts";
import { isEnough, type Progress } from "./progress.ts";
import type { PlanItem } from "./rows.ts";

/** The parts of a score, each between 0 and 1. */
export type Parts = Readonly<Record<keyof PlanWeights, number>>;

/** When an item's turn is. */
export type Turn = (typeof TURNS)[number];

const TURNS = ["first", "then", "watch"] as const;

/** An item of a plan with its place. */
export interface RankedItem extends PlanItem {
  readonly progress: Progress;
  readonly turn: Turn;
  readonly parts: Parts;
  /** Between 0 and 100, with what chance allows of it. */
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** The places that it may have: how many are surely above it, and how many are surely below. */
  readonly rankLow: number;
  readonly rankHigh: number;
}

interface Scale {
  /** Minutes a year of the costliest gap. */
  readonly mostCost: number;
  /** Teams that lacked any skill. */
  readonly teams: number;
}

/** Minutes a year, of an excess per incident; none where incidents are too few for an interval. */
function yearly({ cost }: PlanItem, minutes: number | null): number {
  return cost.low === null ? 0 : (minutes ?? 0) * cost.perYear;
}

/** The excess per incident, as far as it is known: none where chance may explain it. */
function certainMinutes({ cost: { minutes, low } }: PlanItem): number {
  return low === null || low <= 0 ? 0 : (minutes ?? 0);
}

function costPart(item: PlanItem, minutes: number | null, { mostCost }: Scale): number {
  return mostCost > 0 ? Math.min(1, Math.max(0, yearly(item, minutes) / mostCost)) : 0;
}

function partsOf(item: PlanItem, scale: Scale): Parts {
  const { gap, unaddressed, incidents } = item;
  return {
    frequency: gap.of ? gap.incidents / gap.of : 0,
    cost: costPart(item, certainMinutes(item), scale),
    spread: scale.teams > 0 ? gap.teamCount / scale.teams : 0,
    trend: gap.change?.direction === "rising" ? 1 : 0,
    unaddressed: incidents.length > 0 ? unaddressed / incidents.length : 0,
  };
}

const PARTS: readonly (keyof PlanWeights)[] = [
  "frequency",
  "cost",
  "spread",
  "trend",
  "unaddressed",
];

function scoreOf(parts: Parts, weights: PlanWeights): number {
  const total = PARTS.reduce((sum, part) => sum + weights[part], 0);
  const weighted = PARTS.reduce((sum, part) => sum + weights[part] * parts[part], 0);
  return total > 0 ? (100 * weighted) / total : 0;
}

/** The score with the bounds of its share and of its cost, which chance moves, in their place. */
function boundsOf(item: PlanItem, parts: Parts, scale: Scale, weights: PlanWeights) {
  const { gap, cost } = item;
  const share = gap.of ? wilsonInterval(gap.incidents, gap.of) : null;
  const at = (frequency: number | undefined, minutes: number | null) =>
    scoreOf(
      {
        ...parts,
        frequency: frequency ?? parts.frequency,
        cost: costPart(item, minutes, scale),
      },
      weights,
    );
  return {
    low: at(share?.low, cost.low),
    high: at(share?.high, cost.high),
  };
}

const NO_PROGRESS: Progress = {
  interventions: [],
  pause: null,
  solvedBy: null,
  isLongPause: false,
};

/** With fewer incidents a gap does not come first, whatever its score: one more or less would change it. */
export const FEWEST_FIRST = 3;

/**
 * What too few incidents show is watched, and what an intervention has ended; of the rest, what no other
 * item surely outscores comes first, unless it has not been missing for longer than chance explains.
 */
function turnOf(item: PlanItem, { solvedBy, isLongPause }: Progress, above: number): Turn {
  if (!isEnough(item) || solvedBy !== null) return "watch";
  return above === 0 && !isLongPause && item.gap.incidents >= FEWEST_FIRST ? "first" : "then";
}

const bestFirst = compareBy<RankedItem>(
  (a, b) => TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn),
  (a, b) => b.score - a.score,
  (a, b) => compareText(a.id, b.id),
);

/**
 * Items with their scores, by turn and then the highest first. An item is surely above another only where the bounds of
 * their scores do not overlap; all places that this leaves open are given.
 * @param progress what became of each item so far, in the same order
 */
export function ranked(
  items: readonly PlanItem[],
  progress: readonly Progress[],
  weights: PlanWeights,
): readonly RankedItem[] {
  const scale = {
    mostCost: Math.max(0, ...items.map((item) => yearly(item, certainMinutes(item)))),
    teams: new Set(items.flatMap(({ mentions }) => mentions.flatMap(({ lacking }) => lacking)))
      .size,
  };
  const scored = items.map((item, at) => {
    const parts = partsOf(item, scale);
    return {
      ...item,
      progress: progress[at] ?? NO_PROGRESS,
      parts,
      score: scoreOf(parts, weights),
      ...boundsOf(item, parts, scale, weights),
    };
  });
  const placed = scored.map((item): RankedItem => {
    const above = scored.filter(({ low }) => low > item.high).length;
    const below = scored.filter(({ high }) => high < item.low).length;
    const rivals = scored.filter(({ low, progress: { solvedBy, isLongPause } }) => {
      return low > item.high && solvedBy === null && !isLongPause;
    });
    const turn = turnOf(item, item.progress, rivals.length);
    return { ...item, turn, rankLow: 1 + above, rankHigh: scored.length - below };
  });
  return placed.toSorted(bestFirst);
}

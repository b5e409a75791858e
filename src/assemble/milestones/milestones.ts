import { inDoubt } from "../../core/document/fact.ts";
import {
  type EpochMs,
  type Fact,
  type Milestone,
  MILESTONES,
  type Timeline,
  type TimelineRow,
} from "../../core/postmortem.ts";
import {
  type RowWeights,
  WEIGHED,
  type WeighedMilestone,
} from "../../core/settings/row-weights.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { chooseAcknowledged, type Found, rowsByCues } from "./by-cues.ts";
import { firstStory, isFrom, type ReadRow, readRows, STEP_BACK } from "./rows.ts";
import { outweighed, ownScores, weighRows } from "./weighed.ts";

/** @param isStart of a row that takes a while, the first instant is the start, and may be no other. */
function factOf(
  { row, isSure, isStated }: NonNullable<Found[Milestone]>,
  isStart: boolean,
): Fact<EpochMs> | null {
  if (row.at === null) return null;
  const precision = row.isDay ? ({ precision: "day" } as const) : {};
  const isDoubted =
    row.isAssumed || !isSure || (!isStated && row.is("hedged")) || (!isStart && row.isSpan);
  const isLow = isDoubted || row.unsure !== null;
  const confidence = isLow ? ({ confidence: "low" } as const) : {};
  const unsure = row.unsure !== null && !isDoubted ? { unsure: row.unsure } : {};
  const how = isStated ? "stated" : "inferred";
  const doubt = { ...confidence, ...unsure };
  const source = { origin: "body", how, range: row.range, ...precision, ...doubt } as const;
  return { value: row.at, source };
}

/** Milestones whose row tells no start, or no end, of its own where cues find none. */
const NEIGHBOURS: Readonly<Record<WeighedMilestone, readonly WeighedMilestone[]>> = {
  started: ["detected"],
  detected: [],
  diagnosed: [],
  mitigated: ["detected", "resolved"],
  resolved: ["detected", "diagnosed"],
};

/** What cues find, in doubt where the rows by themselves speak for others. */
function withOutweighed(found: Found, names: ReadonlySet<Milestone>): Found {
  const doubted = [...names].flatMap((name) => {
    const known = found[name];
    return known ? [[name, { ...known, isSure: false }] as const] : [];
  });
  return { ...found, ...Object.fromEntries(doubted) };
}

/** The rows that cues choose with certainty, beside those that the weights choose, in doubt. */
function withWeighed(found: Found, all: readonly ReadRow[], weights: RowWeights): Found {
  const rows = firstStory(all);
  const own = ownScores(rows, weights);
  const weighed = weighRows(rows, found, weights, own);
  const rowOf = (name: WeighedMilestone) => weighed[name] ?? found[name]?.row;
  const chosen = WEIGHED.flatMap((name) => {
    const row = weighed[name];
    if (row === undefined) return [];
    const isOpen = !found[name] || name === "mitigated";
    const isOthers = isOpen && NEIGHBOURS[name].some((other) => rowOf(other) === row);
    const isNone = row === null || isOthers;
    return [[name, isNone ? undefined : { row, isSure: false, isStated: false }] as const];
  });
  const known = withOutweighed(found, outweighed(rows, found, own));
  const both: Found = { ...known, ...Object.fromEntries(chosen) };
  const taken = both.acknowledged ? null : chooseAcknowledged(rows, both);
  return taken === null ? both : { ...both, acknowledged: { ...taken, isStated: false } };
}

/** Where no row tells the start: the day of the first row, from which no duration is computed. */
function firstDay(rows: readonly ReadRow[]): Fact<EpochMs> | null {
  const row = rows.find(({ at }) => at !== null);
  if (!row || row.at === null) return null;
  const value = row.isDay ? row.at : Math.floor(row.at / MS_PER_DAY) * MS_PER_DAY;
  const source = { origin: "body", how: "inferred", range: row.range } as const;
  return { value, source: { ...source, precision: "day", confidence: "low" } };
}

/** One row that steps back has a mistyped time; more of them were never in order. */
const LEAST_STEPS_BACK = 2;
/** Rows are mostly in order where fewer than one in so many steps back. */
const MOST_IN_ORDER = 4;

/** The rows, in doubt where one is written before another that is far earlier: either time may be mistyped. */
function withDoubtfulPlaces(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  let earliest = Number.POSITIVE_INFINITY;
  const found = rows.toReversed().map((row) => {
    const isEarly = earliest < (row.at ?? 0) - STEP_BACK;
    earliest = Math.min(earliest, row.at ?? earliest);
    return isEarly ? ({ ...row, confidence: "low" } as const) : row;
  });
  return found.toReversed();
}

/** Rows by their times where each writes its whole date and their order says nothing; else as they stand. */
function inOrder(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  const isClear = rows.every(({ at, isDated }) => at !== null && isDated === true);
  const back = rows.filter(({ at }, index) => (at ?? 0) < (rows[index - 1]?.at ?? 0)).length;
  if (!isClear || back < LEAST_STEPS_BACK) return rows;
  // Where most are in order, those that are not may have mistyped times.
  const known = back * MOST_IN_ORDER < rows.length ? withDoubtfulPlaces(rows) : rows;
  return known.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/** The rows of a timeline with what they tell, in their order. */
export function rowsOfTimeline(
  timeline: Timeline | null,
  vocabulary: Vocabulary,
): readonly ReadRow[] {
  return readRows(inOrder(timeline?.rows ?? []), vocabulary);
}

/** Whether a vocabulary has no words for milestones, as that of a language nobody knows. */
function isWordless({ milestones }: Vocabulary): boolean {
  return MILESTONES.every((name) => milestones[name].labels.length === 0);
}

/** Whether a later row says that it began only then: what was noticed before may be something else. */
function isBeforeStart({ value }: Fact<EpochMs>, rows: readonly ReadRow[]): boolean {
  return rows.some(
    (row) => row.at !== null && row.at > value + STEP_BACK / 2 && row.tells("started") === "strong",
  );
}

/**
 * The milestones that a timeline's rows tell: stated where a row bears the milestone's label, else
 * inferred from cues, with low confidence where they leave doubt. None that is inferred lies before
 * one that precedes it; of a start that no row tells only the day is given.
 * @param weights what chooses where cues leave doubt; null for a language that nobody learned them of.
 */
export function timelineMilestones(
  timeline: Timeline | null,
  vocabulary: Vocabulary,
  weights: RowWeights | null = null,
): Readonly<Partial<Record<Milestone, Fact<EpochMs>>>> {
  const rows = rowsOfTimeline(timeline, vocabulary);
  const byCues = isWordless(vocabulary) ? {} : rowsByCues(rows, vocabulary);
  const chosen = weights === null ? byCues : withWeighed(byCues, rows, weights);
  const found: Partial<Record<Milestone, Fact<EpochMs>>> = {};
  let after = Number.NEGATIVE_INFINITY;
  for (const milestone of MILESTONES) {
    const choice = chosen[milestone];
    const fact = choice && factOf(choice, milestone === "started");
    if (!fact || (fact.source.how === "inferred" && !isFrom(choice.row, after))) continue;
    found[milestone] = fact;
    if (milestone !== "acknowledged") after = Math.max(after, fact.value);
  }
  const started = found.started ?? firstDay(rows);
  const { detected } = found;
  const noticed = detected && isBeforeStart(detected, rows) ? { detected: inDoubt(detected) } : {};
  return { ...found, ...noticed, ...(started ? { started } : {}) };
}

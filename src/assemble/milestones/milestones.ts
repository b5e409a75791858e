import { MS_PER_DAY } from "../../core/milliseconds.ts";
import {
  type EpochMs,
  type Fact,
  type Milestone,
  MILESTONES,
  type Timeline,
  type TimelineRow,
} from "../../core/postmortem.ts";
import { type RowWeights, WEIGHED, type WeighedMilestone } from "../../core/row-weights.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { chooseDetected } from "./detected.ts";
import { chooseRelief, chooseResolved, isOvertakenEnd } from "./resolved.ts";
import { agree, type Choice, firstStory, isFrom, type ToldRow, toldRows } from "./rows.ts";
import { chooseStarted } from "./started.ts";
import { weighRows } from "./weighed.ts";

type Found = Partial<Record<Milestone, Choice & { readonly isStated: boolean }>>;

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

/** What a row is called before it tells its story: "Detected: …", "[IMPACT ENDS] …"; else null. */
function labelOf(text: string): string | null {
  const label = /^[^\p{L}\p{N}]*(\p{L}[\p{L} -]{1,39}?)\s*(?:[:：.–—·、\]]|\s-\s|$)/u.exec(
    text,
  )?.[1];
  return label === undefined ? null : normalizeHeading(label);
}

/** The row that begins with the milestone's own label: "Detected: …", "Resolved - …". */
function labelledRow(rows: readonly ToldRow[], labels: readonly string[]): ToldRow | undefined {
  return rows.find(({ text }) => labels.includes(labelOf(text) ?? ""));
}

/** The first row between detection and end that tells a milestone clearly, else one that may. */
function chooseBetween(
  milestone: Milestone,
  rows: readonly ToldRow[],
  { started, detected, resolved }: Found,
): Choice | null {
  const after = (detected ?? started)?.row;
  const own = rows.filter(
    (row) =>
      row.index >= (after?.index ?? 0) &&
      row.index <= (resolved?.row.index ?? rows.length) &&
      isFrom(row, after?.at ?? Number.NEGATIVE_INFINITY) &&
      row.tells(milestone) !== null,
  );
  const clear = own.filter((row) => row.tells(milestone) === "strong");
  const [first] = clear;
  if (!first) {
    const row = own.find((one) => !one.is("fruitless"));
    return row ? { row, isSure: false } : null;
  }
  const isOver = rows
    .slice((after?.index ?? 0) + 1, first.index)
    .some((row) => row.tells("resolved") === "strong");
  return { row: first, isSure: !isOver && clear.every((row) => agree(first, row, after)) };
}

/**
 * The first row after the detection in which people find what is wrong, else find something out, or else
 * say what it may come from, before things get better.
 */
function chooseFinding(
  rows: readonly ToldRow[],
  { started, detected, mitigated, resolved }: Found,
): Choice | null {
  const [from, end] = [(detected ?? started)?.row, (mitigated ?? resolved)?.row];
  const between = rows.filter(
    (one) =>
      from !== undefined &&
      one.index > from.index &&
      one.index <= (end?.index ?? rows.length) &&
      isFrom(one, from.at ?? Number.NEGATIVE_INFINITY) &&
      !one.is("fruitless"),
  );
  const findings = between.filter((one) => one.is("finding"));
  const row =
    findings.find((one) => one.is("fault")) ??
    findings[0] ??
    between.find((one) => one.is("explaining"));
  return row ? { row, isSure: false } : null;
}

/** Whether the start is doubtful, and what fails after the detection is noticed once more. */
function isOvertaken(rows: readonly ToldRow[], { started, detected }: Found): boolean {
  if (started?.isSure !== false || detected?.isStated !== false) return false;
  const failing = rows.find(
    (row) => row.index > detected.row.index && row.is("failure") && !row.is("mending"),
  );
  return rows.some(
    (row) => failing && row.index > failing.index && row.tells("detected") === "strong",
  );
}

/** Whether a row with a milestone's label speaks of something else: it lies beyond start or end. */
function isMisplaced(
  milestone: Milestone,
  row: ToldRow,
  rows: readonly ToldRow[],
  { started, resolved }: Found,
): boolean {
  if (milestone === "detected") {
    const before = rows.filter((one) => one.index < row.index);
    const isOver = before.some((one) => one.tells("resolved") === "strong");
    return isOver && before.some((one) => one.tells("detected") === "strong");
  }
  if (milestone === "resolved") return isOvertakenEnd(rows, row);
  if (milestone !== "diagnosed" || row.at === null) return false;
  const [start, end] = [started, resolved].map((one) => (one?.isSure === true ? one.row.at : null));
  return (start != null && row.at < start) || (end != null && row.at > end);
}

/** The end of the impact is the mitigation where the incident has another end, and else its end. */
function withImpactEnd(found: Found, { frontmatter_keys: keys }: Vocabulary): Found {
  const { mitigated, ...others } = found;
  if (mitigated?.isStated !== true) return found;
  const { resolved = mitigated } = found;
  const label = labelOf(mitigated.row.text);
  const isEnd = label !== null && keys["times.resolved"].includes(label);
  return isEnd && resolved.row === mitigated.row ? { ...others, resolved } : found;
}

/** Each milestone's row, in the order in which one helps to find the next. */
function chooseRows(all: readonly ToldRow[], vocabulary: Vocabulary): Found {
  const { milestones } = vocabulary;
  const rows = firstStory(all);
  const found: Found = {};
  const put = (milestone: Milestone, choose: () => Choice | null) => {
    const named = labelledRow(rows, milestones[milestone].labels);
    const labelled = named && isMisplaced(milestone, named, rows, found) ? undefined : named;
    const choice = labelled ? { row: labelled, isSure: true } : choose();
    if (choice) found[milestone] = { ...choice, isStated: labelled !== undefined };
  };
  put("detected", () => chooseDetected(rows));
  put("started", () => chooseStarted(rows, found.detected?.row));
  if (found.detected && isOvertaken(rows, found)) {
    found.detected = { ...found.detected, isSure: false };
  }
  put("resolved", () => chooseResolved(rows, found.started?.row, found.detected?.row));
  if (found.resolved && rows !== all) found.resolved = { ...found.resolved, isSure: false };
  for (const milestone of ["acknowledged", "mitigated", "diagnosed"] as const) {
    put(milestone, () => chooseBetween(milestone, rows, found));
  }
  if (!found.diagnosed) put("diagnosed", () => chooseFinding(rows, found));
  if (!found.mitigated) put("mitigated", () => chooseRelief(rows, found));
  return withImpactEnd(found, vocabulary);
}

/** Milestones whose row tells no start, or no end, of its own where cues find none. */
const NEIGHBOURS: Readonly<Record<WeighedMilestone, readonly WeighedMilestone[]>> = {
  started: ["detected"],
  detected: [],
  diagnosed: [],
  resolved: ["detected", "diagnosed"],
};

/** The rows that cues choose, beside those that the weights choose in doubt: where cues find none, or guess. */
function withWeighed(found: Found, all: readonly ToldRow[], weights: RowWeights): Found {
  if (WEIGHED.every((name) => found[name]?.isSure === true)) return found;
  const weighed = weighRows(firstStory(all), found, weights);
  const rowOf = (name: WeighedMilestone) => weighed[name]?.row ?? found[name]?.row;
  const chosen = WEIGHED.flatMap((name) => {
    const choice = weighed[name];
    if (!choice) return [];
    const isOthers = NEIGHBOURS[name].some((other) => rowOf(other) === choice.row);
    if (!found[name] && isOthers) return [];
    return [[name, { row: choice.row, isSure: false, isStated: false }] as const];
  });
  return { ...found, ...Object.fromEntries(chosen) };
}

/** Where no row tells the start: the day of the first row, from which no duration is computed. */
function firstDay(rows: readonly ToldRow[]): Fact<EpochMs> | null {
  const row = rows.find(({ at }) => at !== null);
  if (!row || row.at === null) return null;
  const value = row.isDay ? row.at : Math.floor(row.at / MS_PER_DAY) * MS_PER_DAY;
  const source = { origin: "body", how: "inferred", range: row.range } as const;
  return { value, source: { ...source, precision: "day", confidence: "low" } };
}

/** One row that steps back has a mistyped time; more of them were never in order. */
const LEAST_STEPS_BACK = 2;

/** Rows by their times where each writes its whole date and their order says nothing; else as they stand. */
function inOrder(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  const isClear = rows.every(({ at, isDated }) => at !== null && isDated === true);
  const back = rows.filter(({ at }, index) => (at ?? 0) < (rows[index - 1]?.at ?? 0)).length;
  return isClear && back >= LEAST_STEPS_BACK
    ? rows.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
    : rows;
}

/** The rows of a timeline with what they tell, in their order. */
export function rowsOfTimeline(
  timeline: Timeline | null,
  vocabulary: Vocabulary,
): readonly ToldRow[] {
  return toldRows(inOrder(timeline?.rows ?? []), vocabulary);
}

/** Whether a vocabulary has no words for milestones, as that of a language nobody knows. */
function isWordless({ milestones }: Vocabulary): boolean {
  return MILESTONES.every((name) => milestones[name].labels.length === 0);
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
  const byCues = isWordless(vocabulary) ? {} : chooseRows(rows, vocabulary);
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
  return started ? { ...found, started } : found;
}

import { MS_PER_DAY, MS_PER_MINUTE } from "../../core/milliseconds.ts";
import type { EpochMs, Milestone, TimelineRow } from "../../core/postmortem.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { type RowCues, rowCues, type RowKind, sentencesOf, type Strength } from "./cues.ts";

/** A row that stands so far before an earlier one has a mistyped time, or that one has. */
export const STEP_BACK = 60 * MS_PER_MINUTE;
const TOLERANCE = 5 * MS_PER_MINUTE;
const TOLERANCE_SHARE = 0.1;

const SPAN =
  /\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:-|–|—|to|until)\s*(?:\d{4}-\d{2}-\d{2}\s*)?\d{1,2}[:.h]\d{2}/i;

/** A row of a timeline with what it tells. */
export interface ToldRow {
  readonly index: number;
  /** The instant, or the beginning of the day where only that is told; null where it is unsure. */
  readonly at: EpochMs | null;
  readonly isDay: boolean;
  readonly isAssumed: boolean;
  /** Whether it tells from when to when: `10:00–10:30`. */
  readonly isSpan: boolean;
  readonly unsure: "day" | "zone" | null;
  readonly text: string;
  readonly range: TimelineRow["range"];
  readonly is: (kind: RowKind) => boolean;
  readonly kinds: () => readonly string[];
  readonly tells: (milestone: Milestone) => Strength | null;
  readonly denies: (milestone: Milestone) => boolean;
  /** Whether it tells of a kind before it tells of the milestone. */
  readonly opensWith: (kinds: readonly RowKind[], milestone: Milestone) => boolean;
}

/** A row that was chosen for a milestone. */
export interface Choice {
  readonly row: ToldRow;
  /** Whether the row is that milestone beyond a careful reader's doubt. */
  readonly isSure: boolean;
}

function memoized<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const values = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const known = values.get(key) ?? { value: read(key) };
    values.set(key, known);
    return known.value;
  };
}

/** The last instant that a row can mean; null where none is sure. */
export function latest({ at, isDay }: Pick<ToldRow, "at" | "isDay">): EpochMs | null {
  return at === null || !isDay ? at : at + MS_PER_DAY - 1;
}

/** Whether a later row steps back before a row by far: either may be mistyped. */
function contradicted(rows: readonly TimelineRow[]): readonly boolean[] {
  let earliest = Number.POSITIVE_INFINITY;
  const found = rows.toReversed().map(({ at, day }) => {
    const value = at ?? day;
    const isBefore = value !== null && earliest < value - STEP_BACK;
    const end = latest({ at: value, isDay: at === null });
    if (end !== null) earliest = Math.min(earliest, end);
    return isBefore;
  });
  return found.toReversed();
}

/** So many rows in order behind one that lies far after them show that it is the one out of place. */
const LEAST_IN_ORDER = 3;

/** Whether a row alone lies far after several that follow it, and all others are in order without it. */
function leapsAhead(rows: readonly TimelineRow[]): readonly boolean[] {
  const times = rows.map(({ at, day }) => at ?? day);
  let before = Number.NEGATIVE_INFINITY;
  return times.map((value, index) => {
    const next = times.slice(index + 1).flatMap((one) => one ?? []);
    const [first, ...others] = next.slice(0, LEAST_IN_ORDER);
    if (value === null || first === undefined) return false;
    const isAhead = [first, ...others].every((one) => one < value - STEP_BACK);
    const isAlone = before <= first && others.every((one, at) => one >= (next[at] ?? one));
    if (isAhead && isAlone && others.length === LEAST_IN_ORDER - 1) return true;
    before = Math.max(before, value);
    return false;
  });
}

/** Reads the rows of a timeline; one that steps back in time by far, or leaps ahead, has no sure instant. */
export function toldRows(rows: readonly TimelineRow[], vocabulary: Vocabulary): readonly ToldRow[] {
  const cues = rowCues(vocabulary);
  const leaping = leapsAhead(rows);
  const doubted = contradicted(rows);
  let furthest = Number.NEGATIVE_INFINITY;
  return rows.map(({ at, day, text, range, confidence, unsure, written }, index) => {
    const value = at ?? day;
    const isDay = at === null;
    const end = latest({ at: value, isDay });
    const isLeap = leaping[index] === true;
    const isSure = end !== null && !isLeap && end >= furthest - STEP_BACK;
    if (value !== null && !isLeap) furthest = Math.max(furthest, value);
    const is = memoized((kind: string) => cues.isKind(text, kind));
    return {
      index,
      at: isSure ? value : null,
      isDay,
      isAssumed: confidence === "low" || doubted[index] === true,
      isSpan: SPAN.test(written),
      unsure: unsure ?? null,
      text,
      range,
      is,
      kinds: () => cues.kinds.filter(is),
      tells: memoized((milestone: Milestone) => cues.strengthOf(text, milestone)),
      denies: (milestone) => cues.denies(text, milestone),
      opensWith: (kinds, milestone) => opensWith(text, kinds, milestone, cues),
    };
  });
}

/** Whether a text tells of a kind before it tells of the milestone. */
function opensWith(
  text: string,
  kinds: readonly RowKind[],
  milestone: Milestone,
  cues: RowCues,
): boolean {
  const sentences = sentencesOf(text);
  const told = sentences.findIndex((one) => cues.strengthOf(one, milestone) === "strong");
  const before = sentences.slice(0, Math.max(told, 0));
  return before.some((one) => kinds.some((kind) => cues.isKind(one, kind)));
}

/** After so long a pause a timeline tells another story: it came back, or somebody looked again. */
const LONG_PAUSE = 14 * MS_PER_DAY;

/** The rows up to a long pause that follows one which says that it is over; else all of them. */
export function firstStory(rows: readonly ToldRow[]): readonly ToldRow[] {
  let before: EpochMs | null = null;
  let isOver = false;
  for (const row of rows) {
    if (isOver && before !== null && row.at !== null && row.at - before > LONG_PAUSE) {
      return rows.slice(0, row.index);
    }
    before = latest(row) ?? before;
    isOver ||= row.tells("resolved") === "strong";
  }
  return rows;
}

/** Whether a row may stand after an instant. */
export function isFrom(row: ToldRow, after: EpochMs): boolean {
  const end = latest(row);
  return end === null || end >= after;
}

/** Whether it makes no difference which of two rows ends a stretch that began at `from`. */
export function agree(one: ToldRow, other: ToldRow, from: ToldRow | undefined): boolean {
  if (one.at === null || other.at === null) return false;
  const apart = Math.abs(one.at - other.at);
  const length = Math.max(one.at, other.at) - (from?.at ?? Number.POSITIVE_INFINITY);
  return apart <= TOLERANCE || apart <= length * TOLERANCE_SHARE;
}

/** Whether a row tells only of an environment that nobody but the makers uses. */
export function isElsewhere(row: ToldRow): boolean {
  return row.is("elsewhere") && !/\bprod/i.test(row.text);
}

import type { EpochMs, Milestone, TimelineRow } from "../../core/postmortem.ts";
import { MS_PER_DAY, MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { type RowCues, rowCues, type RowKind, sentencesOf, type Strength } from "./cues.ts";

/** A row that stands so far before an earlier one has a mistyped time, or that one has. */
export const STEP_BACK = 60 * MS_PER_MINUTE;
const TOLERANCE = 5 * MS_PER_MINUTE;
const TOLERANCE_SHARE = 0.1;

const SPAN =
  /\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:-|–|—|to|until)\s*(?:\d{4}-\d{2}-\d{2}\s*)?\d{1,2}[:.h]\d{2}/i;

/** A row of a timeline with what it tells. */
export interface ReadRow {
  readonly index: number;
  /** The instant, or the beginning of the day where only that is stated; null where it is unsure. */
  readonly at: EpochMs | null;
  readonly isDay: boolean;
  readonly isAssumed: boolean;
  /** Whether it tells from when to when: `10:00–10:30`. */
  readonly isSpan: boolean;
  readonly unsure: "day" | "zone" | null;
  readonly text: string;
  readonly range: TimelineRow["range"];
  is(kind: RowKind): boolean;
  kinds(): readonly string[];
  tells(milestone: Milestone): Strength | null;
  denies(milestone: Milestone): boolean;
  /** Whether it tells of a kind before it tells of the milestone. */
  opensWith(kinds: readonly RowKind[], milestone: Milestone): boolean;
}

/** A row that was chosen for a milestone. */
export interface Choice {
  readonly row: ReadRow;
  /** Whether the row is that milestone beyond a careful reader's doubt. */
  readonly isSure: boolean;
}

/** What cues say of the rows of a timeline. */
interface RowReader {
  readonly cues: RowCues;
  readonly isKind: (row: CuedRow, kind: string) => boolean;
  readonly strengthOf: (row: CuedRow, milestone: Milestone) => Strength | null;
}

/** Remembers answers in one list for each question: a map for each of 50,000 rows would take 40 MB. */
function byRow<Question, Answer extends boolean | Strength | null>(
  rows: number,
  read: (row: CuedRow, question: Question) => Answer,
): (row: CuedRow, question: Question) => Answer {
  const answers = new Map<Question, (Answer | undefined)[]>();
  return (row, question) => {
    const known = answers.get(question) ?? new Array<Answer | undefined>(rows).fill(undefined);
    answers.set(question, known);
    const answer = known[row.index];
    return answer === undefined ? (known[row.index] = read(row, question)) : answer;
  };
}

function rowReader(rows: number, vocabulary: Vocabulary): RowReader {
  const cues = rowCues(vocabulary);
  return {
    cues,
    isKind: byRow(rows, ({ sentences }, kind: string) => cues.isKind(sentences, kind)),
    strengthOf: byRow(rows, ({ sentences }, name: Milestone) => cues.strengthOf(sentences, name)),
  };
}

/** A class, as functions of its own cost each row 500 bytes. */
class CuedRow implements ReadRow {
  readonly index: number;
  readonly at: EpochMs | null;
  readonly isDay: boolean;
  readonly isAssumed: boolean;
  readonly isSpan: boolean;
  readonly unsure: "day" | "zone" | null;
  readonly text: string;
  readonly range: TimelineRow["range"];
  readonly sentences: readonly string[];
  readonly #reader: RowReader;

  constructor(
    { text, range, unsure, written, at: instant }: TimelineRow,
    { index, at, isAssumed }: Pick<ReadRow, "index" | "at" | "isAssumed">,
    reader: RowReader,
  ) {
    this.index = index;
    this.at = at;
    this.isDay = instant === null;
    this.isAssumed = isAssumed;
    this.isSpan = SPAN.test(written);
    this.unsure = unsure ?? null;
    this.text = text;
    this.range = range;
    this.sentences = sentencesOf(text);
    this.#reader = reader;
  }

  is(kind: RowKind): boolean {
    return this.#reader.isKind(this, kind);
  }

  kinds(): readonly string[] {
    return this.#reader.cues.kinds.filter((kind) => this.#reader.isKind(this, kind));
  }

  tells(milestone: Milestone): Strength | null {
    return this.#reader.strengthOf(this, milestone);
  }

  denies(milestone: Milestone): boolean {
    return this.#reader.cues.denies(this.sentences, milestone);
  }

  opensWith(kinds: readonly RowKind[], milestone: Milestone): boolean {
    const { cues } = this.#reader;
    const alone = this.sentences.map((one) => [one]);
    const strong = alone.findIndex((one) => cues.strengthOf(one, milestone) === "strong");
    const before = alone.slice(0, Math.max(strong, 0));
    return before.some((one) => kinds.some((kind) => cues.isKind(one, kind)));
  }
}

/** The last instant that a row can mean; null where none is sure. */
export function latest({ at, isDay }: Pick<ReadRow, "at" | "isDay">): EpochMs | null {
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

/** The rows of which each alone lies far after several that follow it, where all others are in order without it. */
function leapsAhead(rows: readonly TimelineRow[]): ReadonlySet<TimelineRow> {
  const timed = rows.flatMap((row) => {
    const value = row.at ?? row.day;
    return value === null ? [] : [{ row, value }];
  });
  const leaping = new Set<TimelineRow>();
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, { row, value }] of timed.entries()) {
    const next = timed.slice(index + 1, index + 1 + LEAST_IN_ORDER).map((one) => one.value);
    const isAhead = next.length === LEAST_IN_ORDER && next.every((one) => one < value - STEP_BACK);
    const isInOrder = [before, ...next].every((one, at) => one <= (next[at] ?? one));
    if (isAhead && isInOrder) leaping.add(row);
    else before = Math.max(before, value);
  }
  return leaping;
}

/** Reads the rows of a timeline; one that steps back in time by far, or leaps ahead, has no sure instant. */
export function readRows(rows: readonly TimelineRow[], vocabulary: Vocabulary): readonly ReadRow[] {
  const reader = rowReader(rows.length, vocabulary);
  const leaping = leapsAhead(rows);
  const doubted = contradicted(rows);
  let furthest = Number.NEGATIVE_INFINITY;
  return rows.map((row, index) => {
    const value = row.at ?? row.day;
    const end = latest({ at: value, isDay: row.at === null });
    const isLeap = leaping.has(row);
    const isSure = end !== null && !isLeap && end >= furthest - STEP_BACK;
    if (value !== null && !isLeap) furthest = Math.max(furthest, value);
    const isAssumed = row.confidence === "low" || doubted[index] === true;
    return new CuedRow(row, { index, at: isSure ? value : null, isAssumed }, reader);
  });
}

/** After so long a pause a timeline tells another story: it came back, or somebody looked again. */
const LONG_PAUSE = 14 * MS_PER_DAY;

/** Whether somebody notices it in any of some rows. */
function isNoticed(rows: readonly ReadRow[]): boolean {
  return rows.some((row) => row.tells("detected") === "strong");
}

/**
 * The rows up to a long pause that follows one which says that it is over; else all of them. What is noticed
 * only after the pause is no other story: the rows before it tell how it came about.
 */
export function firstStory(rows: readonly ReadRow[]): readonly ReadRow[] {
  let before: EpochMs | null = null;
  let isOver = false;
  for (const row of rows) {
    if (isOver && before !== null && row.at !== null && row.at - before > LONG_PAUSE) {
      const [first, later] = [rows.slice(0, row.index), rows.slice(row.index)];
      return isNoticed(first) || !isNoticed(later) ? first : rows;
    }
    before = latest(row) ?? before;
    isOver ||= row.tells("resolved") === "strong";
  }
  return rows;
}

/** Whether a row may stand after an instant. */
export function isFrom(row: ReadRow, after: EpochMs): boolean {
  const end = latest(row);
  return end === null || end >= after;
}

/** Whether it makes no difference which of two rows ends a stretch that began at `from`. */
export function agree(one: ReadRow, other: ReadRow, from: ReadRow | undefined): boolean {
  if (one.at === null || other.at === null) return false;
  const apart = Math.abs(one.at - other.at);
  const length = Math.max(one.at, other.at) - (from?.at ?? Number.POSITIVE_INFINITY);
  return apart <= TOLERANCE || apart <= length * TOLERANCE_SHARE;
}

/** Whether a row tells only of an environment that nobody but the makers uses. */
export function isElsewhere(row: ReadRow): boolean {
  return row.is("elsewhere") && !/(?<![\p{L}-])prod/iu.test(row.text);
}

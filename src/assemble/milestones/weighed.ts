import { once } from "../../core/memo.ts";
import {
  type RowWeights,
  WEIGHED,
  type WeighedMilestone,
} from "../../core/settings/row-weights.ts";
import type { Found } from "./by-cues.ts";
import { choiceFeatures, noneFeatures, ownFeatures, type RowFeatures } from "./row-features.ts";
import { agree, type Choice, isFrom, type ReadRow } from "./rows.ts";

/** Longer timelines are logs of a program or of a chat, which the weights have not learned from. */
const LONGEST = 200;
const SHORTEST = 2;

/** The row that the weights choose; null where they choose none. */
export type WeighedRows = Readonly<Partial<Record<WeighedMilestone, ReadRow | null>>>;

/** What the features of a row say of each milestone, in logits. */
export function rowScores({ signs, words }: RowFeatures, weights: RowWeights): readonly number[] {
  const known = words.flatMap((word) => {
    const own = weights.get(word);
    return own ? [own] : [];
  });
  const share = 1 / Math.sqrt(Math.max(1, known.length));
  return WEIGHED.map((_, column) => {
    let sum = 0;
    for (const sign of signs) sum += weights.get(sign)?.[column] ?? 0;
    for (const own of known) sum += (own[column] ?? 0) * share;
    return sum;
  });
}

/** Scores as logarithms of probabilities, which add up to one over all rows. */
function logProbabilities(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
  return scores.map((score) => score - highest - Math.log(total));
}

/** How good each row is as a milestone's, and how good it is that none is. */
export interface Chances {
  readonly rows: readonly number[];
  readonly none: number;
}

interface Path {
  readonly sum: number;
  readonly indexes: readonly number[];
}

/** No row but the one that is certain. */
const NEVER = -1e6;
const NO_ROW = -1;

function extended({ sum, indexes }: Path, index: number, chance: number): Path {
  return { sum: sum + chance, indexes: [...indexes, index] };
}

/** The better of two ways, the first where they are alike. */
function better(one: Path | undefined, other: Path): Path {
  return one === undefined || other.sum > one.sum ? other : one;
}

/**
 * The index of each milestone's row such that all are best together, none before one of an earlier milestone,
 * by its place or by its time; -1 where none is the row.
 * @param mayFollow whether the row of one index may be that of a milestone after the row of another.
 */
export function bestInOrder(
  chances: readonly Chances[],
  mayFollow: (before: number, index: number) => boolean = () => true,
): readonly number[] {
  // The best way to each row that was chosen last.
  let byLast: ReadonlyMap<number, Path> = new Map([[NO_ROW, { sum: 0, indexes: [] }]]);
  for (const { rows, none } of chances) {
    const next = new Map<number, Path>();
    for (const [last, path] of byLast) {
      const put = (key: number, index: number, chance: number) => {
        next.set(key, better(next.get(key), extended(path, index, chance)));
      };
      put(last, NO_ROW, none);
      for (let index = Math.max(last, 0); index < rows.length; index += 1) {
        if (index === last || last === NO_ROW || mayFollow(last, index))
          put(index, index, rows[index] ?? NEVER);
      }
    }
    byLast = next;
  }
  const ways = [...byLast.values()];
  const [first] = ways;
  return first ? ways.reduce(better, first).indexes : [];
}

/** Where cues find no row, one that is less probable is left out. */
const LEAST_PROBABLE = 0.2;
/** In logits, how much better none must be than a row: one in doubt says more than none, but of a mitigation. */
const LEAD_OF_NONE = 0.8;

/** How good the rows are beside one of which cues are certain, which no other can be. */
function chancesOf(
  rows: readonly ReadRow[],
  logs: readonly number[],
  name: WeighedMilestone,
  known: Found[WeighedMilestone],
): Chances {
  if (known?.isSure === true) {
    return { rows: rows.map((row) => (row === known.row ? 0 : NEVER)), none: NEVER };
  }
  // Among rows with times of day, a day alone gives no duration.
  const isTimed = rows.filter(({ isDay }) => isDay).length * 2 < rows.length;
  const mayBe = ({ at, isDay }: ReadRow) => at !== null && !(isDay && isTimed);
  const own = rows.map((row, index) => (mayBe(row) ? (logs[index] ?? NEVER) : NEVER));
  return { rows: own, none: (logs.at(-1) ?? 0) - (name === "mitigated" ? 0 : LEAD_OF_NONE) };
}

/** What rows say of each milestone by themselves, in logits; null of so many rows that weights know nothing of them. */
export type OwnScores = readonly (readonly number[])[] | null;

/** What the rows of a timeline say of each milestone by themselves, whatever cues choose; computed once it is asked for. */
export function ownScores(rows: readonly ReadRow[], weights: RowWeights): () => OwnScores {
  return once(() => {
    if (rows.length < SHORTEST || rows.length > LONGEST) return null;
    return ownFeatures(rows).map((own) => rowScores(own, weights));
  });
}

/** What rows say beside those that cues choose. */
function besideChoices(
  rows: readonly ReadRow[],
  own: readonly (readonly number[])[],
  byCues: Found,
  weights: RowWeights,
): readonly (readonly number[])[] {
  return choiceFeatures(rows, byCues).map((choice, index) => {
    const scores = rowScores(choice, weights);
    return scores.map((score, column) => score + (own[index]?.[column] ?? 0));
  });
}

/** A row of which cues are certain is doubtful where other times are more probable than its own. */
const LEAST_ALONE = 0.5;

/** The rows that may be a milestone's beside those that cues are certain of for others, and report more than its end. */
function rivalsOf(
  name: WeighedMilestone,
  { row: known }: Choice,
  rows: readonly ReadRow[],
  byCues: Found,
): readonly ReadRow[] {
  const place = WEIGHED.indexOf(name);
  const certain = (names: readonly WeighedMilestone[]) =>
    names.flatMap((one) => (byCues[one]?.isSure === true ? [byCues[one].row.index] : []));
  const after = Math.max(-1, ...certain(WEIGHED.slice(0, place)));
  const until = Math.min(rows.length, ...certain(WEIGHED.slice(place + 1)));
  const isBetween = ({ index }: ReadRow) => index > after && index < until;
  return rows.filter((row) => row === known || (isBetween(row) && !row.is("end_reported")));
}

/** Milestones that cues know by the words of one row; starts and ends they compare with what comes before and after. */
const BY_WORDS: ReadonlySet<WeighedMilestone> = new Set(["detected", "diagnosed"]);

/** The milestones of which cues are certain, though other times are more probable by what rows say themselves. */
export function outweighed(
  rows: readonly ReadRow[],
  byCues: Found,
  own: () => OwnScores,
): ReadonlySet<WeighedMilestone> {
  const doubtful = WEIGHED.filter((name, column) => {
    const known = BY_WORDS.has(name) ? byCues[name] : undefined;
    // A machine that raises an alarm is no matter of words.
    if (known?.isSure !== true || known.isStated || known.row.is("alarm")) return false;
    const scores = own();
    if (scores === null) return false;
    const rivals = rivalsOf(name, known, rows, byCues);
    const logs = logProbabilities(rivals.map(({ index }) => scores[index]?.[column] ?? 0));
    const isAlike = (row: ReadRow) => row === known.row || agree(row, known.row, undefined);
    const alone = rivals.map((row, index) => (isAlike(row) ? Math.exp(logs[index] ?? NEVER) : 0));
    return alone.reduce((sum, probability) => sum + probability, 0) < LEAST_ALONE;
  });
  return new Set(doubtful);
}

/** The rows that weights choose for milestones, in order and beside those that cues choose with certainty. */
export function weighRows(
  rows: readonly ReadRow[],
  byCues: Found,
  weights: RowWeights,
  own = ownScores(rows, weights),
): WeighedRows {
  if (WEIGHED.every((name) => byCues[name]?.isSure === true)) return {};
  const ofRows = own();
  if (ofRows === null) return {};
  const none = rowScores(noneFeatures(rows, byCues), weights);
  const scores = [...besideChoices(rows, ofRows, byCues, weights), none];
  const logs = WEIGHED.map((_, column) => logProbabilities(scores.map((own) => own[column] ?? 0)));
  const chances = WEIGHED.map((name, column) =>
    chancesOf(rows, logs[column] ?? [], name, byCues[name]),
  );
  const best = bestInOrder(chances, (before, index) => {
    const [earlier, later] = [rows[before], rows[index]];
    return earlier?.at == null || later === undefined || isFrom(later, earlier.at);
  });
  const chosen = WEIGHED.flatMap((name, column) => {
    const [known, index = NO_ROW] = [byCues[name], best[column]];
    const row = rows[index] ?? null;
    const probability = Math.exp(logs[column]?.[index] ?? NEVER);
    if (known?.isSure === true) return [];
    if (row && (chances[column]?.rows[index] ?? NEVER) <= NEVER) return [];
    return [[name, known || probability >= LEAST_PROBABLE ? row : null] as const];
  });
  return Object.fromEntries(chosen);
}

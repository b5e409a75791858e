// How the chooser of rows learns: for each milestone, weights by which the marked row stands out among all
// rows of its timeline and the choice of none.
import { rowScores } from "../../build/assemble/milestones/weighed.js";
import { WEIGHED } from "../../build/core/settings/row-weights.js";
import { descend } from "../descend.mjs";

/** Features of fewer timelines, or of one team alone, say nothing of others. */
const FEWEST_TIMELINES = 9;
const FEWEST_TEAMS = 2;
const PENALTY = 5;
/** Smaller weights say next to nothing. */
const LEAST_WEIGHT = 0.03;
/** Readers differ on whether an end was a mitigation first: that none is told teaches half as much. */
const OF_NO_MITIGATION = 0.5;
const STEPS = 150;
const RATE = 0.3;

function frequent(samples) {
  const found = new Map();
  for (const { team, rows } of samples) {
    for (const feature of new Set(rows.flatMap(({ signs, words }) => [...signs, ...words]))) {
      const known = found.get(feature) ?? { count: 0, teams: new Set() };
      found.set(feature, known);
      known.count += 1;
      known.teams.add(team);
    }
  }
  return [...found]
    .filter(([, { count, teams }]) => count >= FEWEST_TIMELINES && teams.size >= FEWEST_TEAMS)
    .map(([name]) => name)
    .toSorted();
}

function columnsOf(names, column) {
  return names.flatMap((name) => column.get(name) ?? []);
}

function scoreOf({ signs, words, share }, weights) {
  let sum = 0;
  for (const column of signs) sum += weights[column];
  let ofWords = 0;
  for (const column of words) ofWords += weights[column];
  return sum + ofWords * share;
}

/** Adds a timeline's part to the slopes: how much each row is more probable than it should be. */
function addSlopes(slopes, { rows, truth, weight }, weights) {
  const scores = rows.map((row) => scoreOf(row, weights));
  const highest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - highest));
  const total = odds.reduce((sum, one) => sum + one, 0);
  const right = truth.reduce((sum, index) => sum + odds[index], 0);
  for (const [index, { signs, words, share }] of rows.entries()) {
    const wanted = truth.includes(index) ? odds[index] / right : 0;
    const error = (odds[index] / total - wanted) * weight;
    for (const column of signs) slopes[column] += error;
    for (const column of words) slopes[column] += error * share;
  }
}

/** Conditional logistic regression with a penalty on large weights, by AdaGrad over all timelines at once. */
function regress(timelines, size) {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-8);
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = new Float64Array(size);
    for (const timeline of timelines) addSlopes(slopes, timeline, weights);
    descend(weights, squares, (column) => slopes[column] + PENALTY * weights[column], RATE);
  }
  return weights;
}

/** The weights of all features, to two digits; those that say next to nothing are left out. */
export function learnRows(samples) {
  const names = frequent(samples);
  const column = new Map(names.map((name, index) => [name, index]));
  const timelines = samples.map(({ rows, truth, weight }) => ({
    ...{ truth, weight },
    rows: rows.map(({ signs, words }) => {
      const own = columnsOf(words, column);
      const share = 1 / Math.sqrt(Math.max(1, own.length));
      return { signs: columnsOf(signs, column), words: own, share };
    }),
  }));
  const learned = WEIGHED.map((name) => {
    const told = timelines.flatMap(({ truth, ...timeline }) => {
      const own = truth.get(name);
      if (!own) return [];
      const isNone = own.includes(timeline.rows.length - 1);
      const share = name === "mitigated" && isNone ? OF_NO_MITIGATION : 1;
      return [{ ...timeline, truth: own, weight: timeline.weight * share }];
    });
    return regress(told, names.length);
  });
  const rounded = names.map((name, index) => {
    return [name, learned.map((weights) => Math.round(weights[index] * 100) / 100)];
  });
  return new Map(
    rounded.filter(([, weights]) => weights.some((weight) => Math.abs(weight) >= LEAST_WEIGHT)),
  );
}

/** How often the row of greatest score is a marked one, or none where none is, by milestone. */
export function hits(samples, weights) {
  return WEIGHED.map((name, column) => {
    const told = samples.filter(({ truth }) => truth.has(name));
    const right = told.filter(({ rows, truth }) => {
      const scores = rows.map((row) => rowScores(row, weights)[column]);
      return truth.get(name).includes(scores.indexOf(Math.max(...scores)));
    });
    return { name, right: right.length, told: told.length };
  });
}

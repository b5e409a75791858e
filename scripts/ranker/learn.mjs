// How the ranker learns: the weights of words, and how words and cues add up.
import { flat, sigmoid } from "../../build/suggest/logistic-regression.js";
import { mixInputs, scoreWords, wordEvidence } from "../../build/suggest/ranker.js";
import { descend } from "../descend.mjs";

/** Features of fewer sentences, or of one document alone, say nothing of others. */
const FEWEST_SENTENCES = 4;
const FEWEST_DOCUMENTS = 2;
const MOST_WEIGHTS = 1500;
const MOST_KIND_WEIGHTS = 420;
const KIND_PENALTY = 0.2;
const KIND_STEPS = 150;
const KIND_RATE = 0.3;
export const DAMPING = 0.25;
const PENALTY = 2;
/** Headings mean different things to different teams, so that a section by itself says less than here. */
const SECTION_PENALTY = 20;
const STEPS = 120;
/** A label that a strict reader would leave out counts half; a sentence that was written to teach twice, as there are few. */
const OF_A_WEAK_LABEL = 0.5;
const OF_A_WRITTEN_SENTENCE = 2;
/** Teams are held out in so many groups. */
const FOLDS = 6;

function weightOf({ kind, isStrong, isWritten }) {
  if (isWritten) return OF_A_WRITTEN_SENTENCE;
  return kind !== null && !isStrong ? OF_A_WEAK_LABEL : 1;
}

/**
 * Logistic regression with a penalty on large weights, one for each column, by AdaGrad over all samples at once. A
 * folder's own tags are learned from without penalties and weights of samples (src/suggest/logistic-regression.ts).
 */
function regress(rows, penalties, steps, rate) {
  const size = penalties.length;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-9);
  const { columns, values, starts } = flat(rows);
  for (let step = 0; step < steps; step += 1) {
    const gradient = new Float64Array(size);
    for (let row = 0; row < rows.length; row += 1) {
      const [first, end] = [starts[row], starts[row + 1]];
      let z = 0;
      for (let cell = first; cell < end; cell += 1) z += weights[columns[cell]] * values[cell];
      const error = ((sigmoid(z) - rows[row].y) * rows[row].weight) / rows.length;
      for (let cell = first; cell < end; cell += 1) gradient[columns[cell]] += error * values[cell];
    }
    const slope = (column) =>
      gradient[column] + (penalties[column] * weights[column]) / rows.length;
    descend(weights, squares, slope, rate);
  }
  return weights;
}

/** The features that enough sentences have, with how many do. */
function frequent(samples) {
  const found = new Map();
  for (const { file, features } of samples) {
    for (const feature of features.keys()) {
      const known = found.get(feature) ?? { count: 0, files: new Set() };
      found.set(feature, known);
      known.count += 1;
      known.files.add(file);
    }
  }
  return [...found].filter(
    ([, { count, files }]) => count >= FEWEST_SENTENCES && files.size >= FEWEST_DOCUMENTS,
  );
}

function learnWeights(samples, names) {
  const column = new Map(names.map((name, index) => [name, index + 2]));
  const rows = samples.map((sample) => {
    const own = [...sample.features.keys()].flatMap((feature) => column.get(feature) ?? []);
    const share = 1 / Math.max(1, own.length) ** DAMPING;
    return {
      // Of sentences that were written to teach, most are gaps: that is learned apart.
      columns: [0, 1, ...own],
      values: [1, sample.isWritten ? 1 : 0, ...own.map(() => share)],
      y: sample.kind === null ? 0 : 1,
      weight: weightOf(sample),
    };
  });
  const penalties = names.map((name) => (name.startsWith("#") ? SECTION_PENALTY : PENALTY));
  const learned = regress(rows, [0, 0, ...penalties], STEPS, 0.5);
  const weights = names.map((name, index) => [name, learned[index + 2]]);
  return { bias: learned[0], damping: DAMPING, weights: new Map(weights) };
}

/** The words' own model: all features first, then the strongest alone. */
export function learnWords(samples) {
  const known = frequent(samples);
  const first = learnWeights(
    samples,
    known.map(([name]) => name),
  );
  const strength = ([name, { count }]) => Math.abs(first.weights.get(name)) * Math.sqrt(count);
  const strongest = known.toSorted((a, b) => strength(b) - strength(a)).slice(0, MOST_WEIGHTS);
  return learnWeights(
    samples,
    strongest.map(([name]) => name),
  );
}

/** One step of a multinomial logistic regression: the gradients of the weights and biases of each kind. */
function kindGradients(rows, weights, biases) {
  const gradients = weights.map((own) => new Float64Array(own.length));
  const ofBiases = new Float64Array(biases.length);
  for (const { columns, share, y } of rows) {
    const scores = weights.map((own, kind) =>
      columns.reduce((sum, column) => sum + own[column] * share, biases[kind]),
    );
    const highest = Math.max(...scores);
    const odds = scores.map((score) => Math.exp(score - highest));
    const total = odds.reduce((sum, one) => sum + one, 0);
    for (const [kind, own] of gradients.entries()) {
      const error = (odds[kind] / total - (kind === y ? 1 : 0)) / rows.length;
      ofBiases[kind] += error;
      for (const column of columns) own[column] += error * share;
    }
  }
  return { gradients, ofBiases };
}

/**
 * Which kind of gap a sentence tells of, if it tells of one: multinomial logistic regression over the gaps
 * alone. Its strongest weights are kept, as those of a sentence of average length.
 */
export function learnKinds(samples) {
  const gaps = samples.filter(({ kind }) => kind !== null);
  const kinds = [...new Set(gaps.map(({ kind }) => kind))].toSorted();
  const names = frequent(gaps).map(([name]) => name);
  const column = new Map(names.map((name, index) => [name, index]));
  const rows = gaps.map(({ kind, features }) => {
    const columns = [...features.keys()].flatMap((feature) => column.get(feature) ?? []);
    return { columns, share: 1 / Math.sqrt(Math.max(1, columns.length)), y: kinds.indexOf(kind) };
  });
  const weights = kinds.map(() => new Float64Array(names.length));
  const squares = kinds.map(() => new Float64Array(names.length).fill(1e-9));
  const biases = new Float64Array(kinds.length);
  const ofBiases = new Float64Array(kinds.length).fill(1e-9);
  for (let step = 0; step < KIND_STEPS; step += 1) {
    const slopes = kindGradients(rows, weights, biases);
    for (const [kind, own] of weights.entries()) {
      const slope = (index) =>
        slopes.gradients[kind][index] + (KIND_PENALTY * own[index]) / rows.length;
      descend(own, squares[kind], slope, KIND_RATE);
    }
    descend(biases, ofBiases, (index) => slopes.ofBiases[index], KIND_RATE);
  }
  const average = rows.reduce((sum, { share }) => sum + share, 0) / Math.max(1, rows.length);
  const all = kinds.flatMap((kind, row) =>
    names.map((name, index) => ({ kind, name, weight: weights[row][index] * average })),
  );
  const kept = all
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_KIND_WEIGHTS);
  return new Map(
    kinds.map((kind, row) => {
      const own = kept.filter((one) => one.kind === kind).map(({ name, weight }) => [name, weight]);
      return [kind, { bias: biases[row], weights: new Map(own) }];
    }),
  );
}

/** Few sentences have a cue of some kinds, so that what these teach is held back more. */
function mixPenalty(name) {
  if (name === "bias") return 0;
  return name.startsWith("likely ") ? 20 : 1;
}

/** What the mix weighs of each sentence with a cue that is known, by its words' score and those of its document. */
export function mixInputsOf(samples, scores) {
  const fresh = samples.filter(({ cue }) => cue !== null);
  const files = [...new Set(fresh.map(({ file }) => file))];
  return files.flatMap((file) => {
    const own = fresh.filter((one) => one.file === file);
    const words = wordEvidence(
      own.map((sample) => ({ score: scores.get(sample), section: sample.section })),
    );
    return own.map((sample, index) => ({
      sample,
      words: words[index],
      inputs: new Map(mixInputs(words[index], sample.cue)),
    }));
  });
}

/**
 * How words and cues add up, by scores of words that were not learned from the sentences, and by cues that were not
 * changed with them at hand: the cues of today look better there than they are. The probability is that of a gap,
 * whether a strict reader would count it or not.
 */
export function learnMix(samples, scores) {
  const known = mixInputsOf(samples, scores);
  const names = [...new Set(known.flatMap(({ inputs }) => [...inputs.keys()]))].toSorted();
  const rows = known.map(({ sample, inputs }) => ({
    columns: names.map((_, index) => index),
    values: names.map((name) => inputs.get(name) ?? 0),
    y: sample.kind === null ? 0 : 1,
    weight: 1,
  }));
  const learned = regress(rows, names.map(mixPenalty), 400, 0.3);
  return new Map(names.map((name, index) => [name, learned[index]]));
}

/** Which group of teams each team is in: groups of about as many sentences; the same samples give the same groups. */
export function foldsOf(samples) {
  const sizes = new Map();
  for (const { team, cue } of samples) {
    if (cue !== null) sizes.set(team, (sizes.get(team) ?? 0) + 1);
  }
  const load = Array.from({ length: FOLDS }, () => 0);
  const folds = new Map();
  for (const [team, size] of [...sizes].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))) {
    const fold = load.indexOf(Math.min(...load));
    folds.set(team, fold);
    load[fold] += size;
  }
  return folds;
}

/** The scores of the words of some teams' sentences by what was learned from all others. */
export function scoresOfOthers(samples, folds, isLeftOut = () => false) {
  const scores = new Map();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const own = samples.filter(({ team }) => folds.get(team) === fold && !isLeftOut(team));
    if (own.length === 0) continue;
    const model = learnWords(
      samples.filter(({ team }) => folds.get(team) !== fold && !isLeftOut(team)),
    );
    for (const one of own) scores.set(one, scoreWords(one.features, model).score);
  }
  return scores;
}

export { FOLDS };

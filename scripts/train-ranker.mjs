// Learns data/en/ranker.json from the sentences that people have labelled (test/eval/gaps, pointers
// only), and prints how it does on teams that it did not learn from. Without the documents, which lie
// beside the project, nothing is learned.
// Options: --public DIR holds the public documents as DIR/<owner>/<name>/<file> (default ../shared/public).
// --write writes the weights.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { RULES } from "../build/lint/rules/index.js";
import { openProject } from "../build/project/project.js";
import { readFolder } from "../build/project/read-postmortems.js";
import { canTell } from "../build/suggest/can-tell.js";
import { LIKELY } from "../build/suggest/define.js";
import { featuresOf } from "../build/suggest/features.js";
import { suggestGaps } from "../build/suggest/gap-suggestions.js";
import { logitOf, mixInputs, scoreWords } from "../build/suggest/ranker.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TRUTH = join(ROOT, "test/eval/gaps");
const OUTPUT = join(ROOT, "data/en/ranker.json");
const at = process.argv.indexOf("--public");
const PUBLIC = at === -1 ? join(ROOT, "../shared/public") : process.argv[at + 1];
const CORPORA = join(ROOT, "../shared/corpora");

/** Features of fewer sentences, or of one document alone, say nothing of others. */
const FEWEST_SENTENCES = 4;
const FEWEST_DOCUMENTS = 2;
const MOST_WEIGHTS = 1500;
const DAMPING = 0.25;
const PENALTY = 0.7;
const STEPS = 200;
/** A label that a strict reader would leave out counts half. */
const OF_A_WEAK_LABEL = 0.5;

/** The numbers of the mix, the one without a penalty first. */
const MIX = ["bias", "text", "cue", "likely"];

const sigmoid = (z) => 1 / (1 + Math.exp(-z));

function isIn({ line, column }, { start, end }) {
  const isAfterStart = line > start.line || (line === start.line && column >= start.column);
  return isAfterStart && (line < end.line || (line === end.line && column < end.column));
}

/** The labelled documents, with the folder that they lie in and the team that wrote them. */
function truth() {
  const files = readdirSync(TRUTH).toSorted();
  return files.flatMap((name) =>
    parse(readFileSync(join(TRUTH, name), "utf8")).documents.map((document) => {
      const { repository, file } = document;
      return repository === undefined
        ? { ...document, root: CORPORA, team: file.split("/")[0] }
        : { ...document, root: PUBLIC, team: repository, file: `${repository}/${file}` };
    }),
  );
}

/** The sentences of the documents in a folder that a ranker is asked about, as it sees them. */
async function sentencesOf(root, documents) {
  const project = await openProject({ cwd: root, dir: root, configPath: null }, RULES);
  const paths = documents.map(({ file }) => join(root, file));
  const { postmortems } = await readFolder(project, paths, ["everything", "prose"]);
  const context = { ...project, language: project.language(), cues: project.cues(), ranker: null };
  const byPath = new Map(postmortems.map((postmortem) => [postmortem.path, postmortem]));
  return documents.flatMap(({ file, team, gaps, before }) => {
    const postmortem = byPath.get(file);
    if (!postmortem) return [];
    const found = suggestGaps(postmortem, context);
    const now = new Map(found.map((one) => [one.range.start.offset, one.confidence]));
    return postmortem.sentences.flatMap((sentence) => {
      const { range } = sentence;
      if (!canTell(sentence, context)) return [];
      const labels = gaps.filter((gap) => isIn(gap, range));
      const label = labels.find(({ strong }) => strong !== false) ?? labels[0] ?? null;
      const earlier = before?.find((one) => isIn(one, range))?.confidence ?? 0;
      return {
        file,
        team,
        kind: label?.kind ?? null,
        isStrong: label?.strong !== false,
        cue: now.get(range.start.offset) ?? 0,
        before: before === undefined ? null : earlier,
        features: featuresOf(postmortem, sentence, context),
      };
    });
  });
}

function weightOf({ kind, isStrong }) {
  return kind !== null && !isStrong ? OF_A_WEAK_LABEL : 1;
}

/**
 * Logistic regression with a penalty on large weights, by AdaGrad over all samples at once. The library
 * with which a folder's own tags are learned from takes no penalty, no weights of samples and no vectors
 * that are mostly empty.
 */
function regress(rows, size, penalty, steps, rate) {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-9);
  for (let step = 0; step < steps; step += 1) {
    const gradient = new Float64Array(size);
    for (const { columns, values, y, weight } of rows) {
      let z = 0;
      for (const [index, column] of columns.entries()) z += weights[column] * values[index];
      const error = ((sigmoid(z) - y) * weight) / rows.length;
      for (const [index, column] of columns.entries()) gradient[column] += error * values[index];
    }
    for (let column = 0; column < size; column += 1) {
      const slope =
        gradient[column] + (column === 0 ? 0 : (penalty * weights[column]) / rows.length);
      squares[column] += slope * slope;
      weights[column] -= (rate * slope) / Math.sqrt(squares[column]);
    }
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
  const column = new Map(names.map((name, index) => [name, index + 1]));
  const rows = samples.map((sample) => {
    const own = [...sample.features.keys()].flatMap((feature) => column.get(feature) ?? []);
    const share = 1 / Math.max(1, own.length) ** DAMPING;
    return {
      columns: [0, ...own],
      values: [1, ...own.map(() => share)],
      y: sample.kind === null ? 0 : 1,
      weight: weightOf(sample),
    };
  });
  const learned = regress(rows, names.length + 1, PENALTY, STEPS, 0.5);
  const weights = names.map((name, index) => [name, { weight: learned[index + 1], kind: null }]);
  return { bias: learned[0], damping: DAMPING, weights: new Map(weights) };
}

/** The words' own model: all features first, then the strongest alone. */
function learnWords(samples) {
  const known = frequent(samples);
  const first = learnWeights(
    samples,
    known.map(([name]) => name),
  );
  const strength = ([name, { count }]) =>
    Math.abs(first.weights.get(name).weight) * Math.sqrt(count);
  const strongest = known.toSorted((a, b) => strength(b) - strength(a)).slice(0, MOST_WEIGHTS);
  return learnWeights(
    samples,
    strongest.map(([name]) => name),
  );
}

/**
 * How words and cues add up. The cues of today were changed with these documents at hand and look better
 * than they are; those before were worse than they are now. So it is learned from both alike.
 */
function learnMix(samples, scores) {
  const rows = samples
    .filter(({ before }) => before !== null)
    .flatMap((sample) =>
      [sample.before, sample.cue].map((cue) => ({
        columns: MIX.map((_, index) => index),
        values: MIX.map((name) => mixInputs(scores.get(sample), cue)[name]),
        y: sample.kind === null ? 0 : 1,
        weight: weightOf(sample),
      })),
    );
  const learned = regress(rows, MIX.length, 0.5, 2000, 0.3);
  return Object.fromEntries(MIX.map((name, index) => [name, learned[index]]));
}

function share(part, whole) {
  return `${whole === 0 ? "none" : (part / whole).toFixed(2)} (${part} of ${whole})`;
}

function printFigures(label, judged, cut) {
  const found = judged.filter(({ p }) => p >= cut);
  const right = found.filter(({ kind }) => kind !== null);
  const strong = judged.filter(({ kind, isStrong }) => kind !== null && isStrong);
  const held = strong.filter(({ p }) => p >= cut);
  const precision = `precision ${share(right.length, found.length)}`.padEnd(28);
  console.log(`${label.padEnd(46)}${precision}recall ${share(held.length, strong.length)}`);
}

function printReliability(judged) {
  console.log("reliability: predicted, observed, sentences");
  for (const low of [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const inside = judged.filter(({ p }) => p >= low && p < low + 0.1);
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, { p }) => sum + p, 0) / inside.length;
    const observed = inside.filter(({ kind }) => kind !== null).length / inside.length;
    console.log(`  ${mean.toFixed(2)}  ${observed.toFixed(2)}  ${inside.length}`);
  }
}

/** The scores of each team's sentences by what was learned from all other teams. */
function scoresOfOthers(samples, teams) {
  const scores = new Map();
  for (const team of teams) {
    const model = learnWords(samples.filter((one) => one.team !== team));
    for (const one of samples.filter((sample) => sample.team === team)) {
      scores.set(one, scoreWords(one.features, model).score);
    }
  }
  return scores;
}

function validate(samples, teams, scores) {
  const judge = (cueOf) =>
    teams.flatMap((team) => {
      const own = samples.filter((one) => one.team === team && one.before !== null);
      const mix = learnMix(
        samples.filter((one) => one.team !== team),
        scores,
      );
      return own.map((one) => {
        return { ...one, p: sigmoid(logitOf(scores.get(one), cueOf(one), { mix })) };
      });
    });
  const honest = judge(({ before }) => before);
  console.log("teams held out, cues as they were before these documents were looked at:");
  for (const team of teams.filter((name) => honest.some((one) => one.team === name))) {
    printFigures(
      `  ${team}`,
      honest.filter((one) => one.team === team),
      LIKELY,
    );
  }
  for (const cut of [0.35, 0.4, 0.45, 0.5, 0.55, 0.6])
    printFigures(`  all, from ${cut}`, honest, cut);
  printFigures(
    "  cues alone",
    honest.map((one) => ({ ...one, p: one.before })),
    LIKELY,
  );
  printReliability(honest);
  console.log("the same with the cues of today, which were changed with them at hand:");
  printFigures(
    "  all, from 0.5",
    judge(({ cue }) => cue),
    LIKELY,
  );
}

/** The kind of gap whose sentences a feature stands in most, for their number. */
function kindOf(feature, samples, totals) {
  const counts = new Map();
  for (const { kind, features } of samples) {
    if (kind !== null && features.has(feature)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const lift = ([kind, count]) => (count + 0.5) / (totals.get(kind) + 5);
  return (
    [...counts].toSorted((a, b) => lift(b) - lift(a) || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
  );
}

function asData(samples, { bias, weights }, mix) {
  const two = (value) => Math.round(value * 100) / 100;
  const totals = new Map();
  for (const { kind } of samples) totals.set(kind, (totals.get(kind) ?? 0) + 1);
  const speaks = new Map();
  const against = {};
  for (const [feature, { weight }] of [...weights].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const rounded = two(weight);
    const kind = weight > 0 ? kindOf(feature, samples, totals) : null;
    if (rounded === 0) continue;
    if (kind === null) against[feature] = rounded;
    else speaks.set(kind, { ...speaks.get(kind), [feature]: rounded });
  }
  return {
    version: 1,
    bias: two(bias),
    damping: DAMPING,
    mix: Object.fromEntries(Object.entries(mix).map(([name, value]) => [name, two(value)])),
    for: Object.fromEntries([...speaks].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    against,
  };
}

async function run() {
  const documents = truth();
  const missing = documents.find(({ root, file }) => !existsSync(join(root, file)));
  if (missing) {
    console.log(`The documents are not here (${missing.file}); nothing is learned.`);
    return;
  }
  const samples = [];
  for (const root of [CORPORA, PUBLIC]) {
    samples.push(
      ...(await sentencesOf(
        root,
        documents.filter((one) => one.root === root),
      )),
    );
  }
  const teams = [...new Set(samples.map(({ team }) => team))];
  const gaps = samples.filter(({ kind }) => kind !== null).length;
  console.log(`${samples.length} sentences of ${teams.length} teams, ${gaps} gaps`);
  const scores = scoresOfOthers(samples, teams);
  validate(samples, teams, scores);
  if (!process.argv.includes("--write")) return;
  const data = asData(samples, learnWords(samples), learnMix(samples, scores));
  writeFileSync(OUTPUT, `${JSON.stringify(data, null, 1)}\n`);
  const count = [data.against, ...Object.values(data.for)].flatMap(Object.keys).length;
  console.log(`${count} weights written`);
}

await run();

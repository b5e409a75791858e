// Learns data/en/ranker.json from the sentences that people have labelled (test/eval/gaps, pointers
// only), and prints how it does on teams that it did not learn from. Without the documents, which lie
// beside the project, nothing is learned.
// Options: --public DIR holds the public documents as DIR/<owner>/<name>/<file> (default ../shared/public).
// --write writes the weights, and the tables of docs/suggest.md that come from here; with --quick the weights
// alone, without measuring anything.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { LEAST_PROPOSED, LIKELY, WORTH_ASKING, WORTH_PROPOSING } from "../build/suggest/define.js";
import { sigmoid } from "../build/suggest/logistic-regression.js";
import { gapLogit, kindOfWords, scoreWords } from "../build/suggest/ranker.js";
import { stopWordTest } from "../build/suggest/suggest-by-tags.js";
import { writeBlock } from "./ranker/docs.mjs";
import { judgeFolder } from "./ranker/folder.mjs";
import {
  labelledDocuments,
  missingDocument,
  samplesOf,
  stopWords,
  writtenSamples,
} from "./ranker/labelled.mjs";
import {
  DAMPING,
  FOLDS,
  foldsOf,
  learnKinds,
  learnMix,
  learnWords,
  mixInputsOf,
  scoresOfOthers,
} from "./ranker/learn.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUTPUT = join(ROOT, "data/en/ranker.json");
const { values } = parseArgs({
  options: {
    public: { type: "string", default: join(ROOT, "../shared/public") },
    write: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  },
});
const CUTS = [0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8];
/** The labelled folder of one team that has most gaps, and how many of them its classifier learns from. */
const LARGEST_FOLDER = "dfds";
const TAGS = [0, 25, 50, 100, 200];
/** At most so many of a document, from which confidence on. */
const WALKS = [
  [2, LEAST_PROPOSED],
  [5, LEAST_PROPOSED],
  [8, LEAST_PROPOSED],
  [12, LEAST_PROPOSED],
  [Infinity, WORTH_PROPOSING],
  [Infinity, WORTH_ASKING],
];
const BANDS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

function share(part, whole) {
  return `${whole === 0 ? "none" : (part / whole).toFixed(2)} (${part} of ${whole})`;
}

/** Precision and recall from a cut on: what a strict reader would leave out counts as right, and not as missed. */
function figuresFrom(judged, cut) {
  const found = judged.filter(({ p }) => p >= cut);
  const right = found.filter(({ kind }) => kind !== null);
  const strong = judged.filter(({ kind, isStrong }) => kind !== null && isStrong);
  const held = strong.filter(({ p }) => p >= cut);
  return [share(right.length, found.length), share(held.length, strong.length)];
}

function cutTable(judged) {
  const rows = CUTS.map((cut) => {
    const label = `${cut.toFixed(2)}${cut === WORTH_PROPOSING ? " (default)" : ""}`;
    return [label, ...figuresFrom(judged, cut)];
  });
  const cues = judged.map((one) => ({ ...one, p: one.cue.confidence }));
  return [
    ["from confidence", "precision", "recall"],
    ...rows,
    ["cues alone", ...figuresFrom(cues, LIKELY)],
  ];
}

function teamTable(judged) {
  const teams = [...new Set(judged.map(({ team }) => team))].toSorted();
  return [
    [`team held out, from ${WORTH_PROPOSING.toFixed(2)}`, "precision", "recall"],
    ...teams.map((team) => [
      team,
      ...figuresFrom(
        judged.filter((one) => one.team === team),
        WORTH_PROPOSING,
      ),
    ]),
  ];
}

function reliabilityTable(judged) {
  const rows = BANDS.flatMap((low) => {
    const inside = judged.filter(({ p }) => p >= low && p < low + 0.1);
    if (inside.length === 0) return [];
    const mean = inside.reduce((sum, { p }) => sum + p, 0) / inside.length;
    const observed = inside.filter(({ kind }) => kind !== null).length / inside.length;
    return [[mean.toFixed(2), observed.toFixed(2), String(inside.length)]];
  });
  return [["predicted", "observed", "sentences"], ...rows];
}

/**
 * How many of the gaps are among the surest proposals of each document, so many at most, and how many those are.
 * Some documents have more gaps than that, so no order finds more than the best share.
 */
function walkTable(judged) {
  const files = [...new Set(judged.map(({ file }) => file))];
  const isStrongGap = ({ kind, isStrong }) => kind !== null && isStrong;
  const strong = judged.filter(isStrongGap).length;
  const rows = WALKS.map(([most, least]) => {
    const shown = files.flatMap((file) =>
      judged
        .filter((one) => one.file === file && one.p >= least)
        .toSorted((a, b) => b.p - a.p)
        .slice(0, most),
    );
    const right = shown.filter(({ kind }) => kind !== null);
    const held = right.filter(({ isStrong }) => isStrong).length;
    const best = files
      .map((file) => judged.filter((one) => one.file === file && isStrongGap(one)).length)
      .reduce((sum, gaps) => sum + Math.min(gaps, most), 0);
    const asked = least === WORTH_ASKING && most === Infinity ? " (--interactive)" : "";
    const label = `${most === Infinity ? "all" : most} from ${least.toFixed(2)}${asked}`;
    const each = (shown.length / files.length).toFixed(1);
    const shares = [share(right.length, shown.length), share(held, strong)];
    return [label, each, ...shares, (best / strong).toFixed(2)];
  });
  const head = ["at most of a document", "on average", "right", "gaps among them", "at best"];
  return [head, ...rows];
}

/**
 * What a folder's own tags add. Of the folder with most documents it is known what words alone, learned from
 * other folders, say of it: its cues were changed with it at hand. All public documents as one folder have
 * cues that were not.
 */
function tagTable(samples, judged) {
  const isStopWord = stopWordTest(stopWords);
  const own = samples.filter(({ team }) => team === LARGEST_FOLDER);
  const model = learnWords(samples.filter(({ team }) => team !== LARGEST_FOLDER));
  const scores = new Map(own.map((one) => [one, scoreWords(one.features, model).score]));
  const nothing = () => false;
  const logit = ({ p }) => Math.log(p / (1 - p));
  const folders = [
    ["one team, its words alone", own, () => 0, nothing],
    ["one team, from words of others", own, (one) => scores.get(one), nothing],
    [
      "one team, beside words of others",
      own,
      (one) => scores.get(one),
      (one) => scores.get(one) >= 0,
    ],
    ["all public, with cues and words of others", judged, logit, ({ p }) => p >= WORTH_PROPOSING],
  ];
  const rows = folders.flatMap(([label, folder, priorOf, isFound]) =>
    TAGS.map((tags) => {
      const found = judgeFolder(folder, { tags, priorOf, isFound, isStopWord });
      return [label, String(tags), ...figuresFrom(found, 1)];
    }),
  );
  return [["folder", "tags", "precision", "recall"], ...rows];
}

/**
 * The probability of each sentence by words and a mix that were learned from other groups of teams; the mix
 * from scores of words that were learned without the sentences that they score.
 */
function judgeOthers(samples, folds) {
  const fresh = samples.filter(({ cue }) => cue !== null);
  const outer = scoresOfOthers(samples, folds);
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const isHeldOut = (team) => folds.get(team) === fold;
    const inner = scoresOfOthers(samples, folds, isHeldOut);
    const mix = learnMix(
      fresh.filter(({ team }) => !isHeldOut(team)),
      inner,
    );
    const heldOut = fresh.filter(({ team }) => isHeldOut(team));
    return mixInputsOf(heldOut, outer).map(({ sample, words }) => ({
      ...sample,
      p: sigmoid(gapLogit(words, sample.cue, { mix })),
    }));
  });
}

/** Weights by feature, in hundredths and in the order of their names. */
function asWeights(weights) {
  const rounded = [...weights].map(([name, weight]) => [name, Math.round(weight * 100) / 100]);
  const telling = rounded.filter(([, weight]) => weight !== 0);
  return Object.fromEntries(telling.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function asData({ bias, weights }, mix, kinds) {
  const two = (value) => Math.round(value * 100) / 100;
  const byKind = [...kinds].map(([kind, own]) => {
    return [kind, { bias: two(own.bias), weights: asWeights(own.weights) }];
  });
  return {
    version: 1,
    bias: two(bias),
    damping: DAMPING,
    mix: Object.fromEntries([...mix].map(([name, value]) => [name, two(value)])),
    weights: asWeights(weights),
    kinds: Object.fromEntries(byKind),
  };
}

/** How often the kind is right, of gaps of other teams than it was learned from. */
function kindShare(samples, folds) {
  const groups = Array.from({ length: FOLDS }, (_, fold) => fold);
  const judged = groups.flatMap((fold) => {
    const isHeldOut = ({ team }) => folds.get(team) === fold;
    const kinds = learnKinds(samples.filter((one) => !isHeldOut(one)));
    const gaps = samples.filter((one) => one.kind !== null && isHeldOut(one));
    return gaps.map(({ kind, features }) => kind === kindOfWords(features, { kinds }));
  });
  return share(judged.filter(Boolean).length, judged.length);
}

function print(title, table) {
  console.log(title);
  for (const [first, ...rest] of table) {
    console.log(`  ${first.padEnd(46)}${rest.map((cell) => cell.padEnd(20)).join("")}`);
  }
}

/** Prints how weights do on teams that they were not learned from; returns the tables by name. */
function measure(samples, folds) {
  const judged = judgeOthers(samples, folds);
  const tables = {
    "held-out": cutTable(judged),
    reliability: reliabilityTable(judged),
    walk: walkTable(judged),
    tags: tagTable(samples, judged),
  };
  for (const [name, table] of Object.entries(tables)) print(name, table);
  print("teams", teamTable(judged));
  console.log(`kind by words alone, of the gaps of other teams: ${kindShare(samples, folds)}`);
  return tables;
}

async function run() {
  const documents = labelledDocuments(values.public, ["development", "public"]);
  const missing = missingDocument(documents);
  if (missing) {
    console.log(`The documents are not here (${missing.file}); nothing is learned.`);
    return;
  }
  const samples = [...(await samplesOf(documents)), ...(await writtenSamples())];
  const teams = new Set(samples.map(({ team }) => team));
  const gaps = samples.filter(({ kind }) => kind !== null).length;
  console.log(`${samples.length} sentences of ${teams.size} teams, ${gaps} gaps`);
  const folds = foldsOf(samples);
  const tables = values.quick ? {} : measure(samples, folds);
  if (!values.write) return;
  const words = learnWords(samples);
  const mix = learnMix(samples, scoresOfOthers(samples, folds));
  const data = asData(words, mix, learnKinds(samples));
  writeFileSync(OUTPUT, `${JSON.stringify(data, null, 1)}\n`);
  for (const [name, table] of Object.entries(tables)) writeBlock(name, table);
  console.log(`${Object.keys(data.weights).length} weights written`);
}

await run();

// Learns data/en/ranker.json from the sentences that people have labelled (test/eval/gaps, pointers
// only), and prints how it does on teams that it did not learn from. Without the documents, which lie
// beside the project, nothing is learned.
// Options: --public DIR holds the public documents as DIR/<owner>/<name>/<file> (default ../shared/public).
// --write writes the weights, and the tables of docs/suggest.md that come from here.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LIKELY, WORTH_ASKING } from "../build/suggest/define.js";
import { logitOf, scoreWords } from "../build/suggest/ranker.js";
import { stopWordTest } from "../build/suggest/suggest-by-tags.js";
import { writeBlock } from "./ranker/docs.mjs";
import { judgeFolder } from "./ranker/folder.mjs";
import { labelledDocuments, missingDocument, samplesOf, stopWords } from "./ranker/labelled.mjs";
import {
  DAMPING,
  FOLDS,
  foldsOf,
  learnMix,
  learnWords,
  scoresOfOthers,
  sigmoid,
} from "./ranker/learn.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUTPUT = join(ROOT, "data/en/ranker.json");
const at = process.argv.indexOf("--public");
const PUBLIC = at === -1 ? join(ROOT, "../shared/public") : process.argv[at + 1];
const CUTS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7];
/** What is less sure than this is never proposed. */
const LEAST = 0.15;
/** The labelled folder of one team that has most gaps, and how many of them its classifier learns from. */
const LARGEST_FOLDER = "dfds";
const TAGS = [0, 25, 50, 100, 200];
/** At most so many of a document, from which confidence on. */
const WALKS = [
  [2, LEAST],
  [5, LEAST],
  [8, LEAST],
  [12, LEAST],
  [Infinity, LIKELY],
  [Infinity, WORTH_ASKING],
  [Infinity, LEAST],
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
    const label = `${cut.toFixed(2)}${cut === LIKELY ? " (default)" : ""}`;
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
    [`team held out, from ${LIKELY.toFixed(2)}`, "precision", "recall"],
    ...teams.map((team) => [
      team,
      ...figuresFrom(
        judged.filter((one) => one.team === team),
        LIKELY,
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
    const asked = least === WORTH_ASKING ? " (--interactive)" : "";
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
    ["all public, with cues and words of others", judged, logit, ({ p }) => p >= LIKELY],
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
    return fresh
      .filter(({ team }) => isHeldOut(team))
      .map((one) => ({ ...one, p: sigmoid(logitOf(outer.get(one), one.cue, { mix })) }));
  });
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
    mix: Object.fromEntries([...mix].map(([name, value]) => [name, two(value)])),
    for: Object.fromEntries([...speaks].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    against,
  };
}

function print(title, table) {
  console.log(title);
  for (const [first, ...rest] of table) {
    console.log(`  ${first.padEnd(46)}${rest.map((cell) => cell.padEnd(20)).join("")}`);
  }
}

async function run() {
  const documents = labelledDocuments(PUBLIC, ["development", "public"]);
  const missing = missingDocument(documents);
  if (missing) {
    console.log(`The documents are not here (${missing.file}); nothing is learned.`);
    return;
  }
  const samples = await samplesOf(documents);
  const teams = new Set(samples.map(({ team }) => team));
  const gaps = samples.filter(({ kind }) => kind !== null).length;
  console.log(`${samples.length} sentences of ${teams.size} teams, ${gaps} gaps`);
  const folds = foldsOf(samples);
  const judged = judgeOthers(samples, folds);
  const tables = {
    "held-out": cutTable(judged),
    reliability: reliabilityTable(judged),
    walk: walkTable(judged),
    tags: tagTable(samples, judged),
  };
  for (const [name, table] of Object.entries(tables)) print(name, table);
  print("teams", teamTable(judged));
  if (!process.argv.includes("--write")) return;
  const words = learnWords(samples);
  const data = asData(samples, words, learnMix(samples, scoresOfOthers(samples, folds)));
  writeFileSync(OUTPUT, `${JSON.stringify(data, null, 1)}\n`);
  for (const [name, table] of Object.entries(tables)) writeBlock(name, table);
  const count = [data.against, ...Object.values(data.for)].flatMap(Object.keys).length;
  console.log(`${count} weights written`);
}

await run();

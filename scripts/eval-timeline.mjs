// Compares milestones and durations that pm reads from timelines with what people read
// (test/eval/timeline). The documents lie beside the project; without them nothing is compared.
// Options: --quiet leaves the misses out. --public DIR compares the milestones of public documents instead
// (test/eval/milestones), which lie there as DIR/<owner>/<name>/<file>; with --held-out those that were kept
// for checking, instead of those that weights were made with; with --set NAME one file of them. What was kept
// for checking shows no misses. --left-out reads each team's documents by weights learned from all other teams.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { timelineDuration } from "../build/core/time/durations.js";
import { RULES } from "../build/lint/rules/index.js";
import { openProject } from "../build/project/project.js";
import { readFolder } from "../build/project/read-postmortems.js";
import {
  figuresOf,
  HELD_OUT,
  judgeMilestones,
  labelledMilestones,
  LEARNED,
  MILESTONES as PUBLIC_MILESTONES,
  readPublic,
} from "./timeline/labelled.mjs";
import { judgeLeftOut } from "./timeline/left-out.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CORPORA = join(ROOT, "../shared/corpora");
const { values } = parseArgs({
  options: {
    public: { type: "string" },
    "held-out": { type: "boolean", default: false },
    "left-out": { type: "boolean", default: false },
    set: { type: "string" },
    quiet: { type: "boolean", default: false },
  },
});
const TRUTH = join(ROOT, "test/eval/timeline");
const TOLERANCE_MINUTES = 5;
const TOLERANCE_SHARE = 0.1;
const MILESTONES = ["started", "detected", "diagnosed", "resolved"];
const DURATIONS = [
  { name: "detection", phase: "detect", to: "detected", stated: "stated_detection_minutes" },
  { name: "recovery", phase: "resolve", to: "resolved", stated: "stated_recovery_minutes" },
];

/** Whether two lengths in minutes agree within 5 minutes or 10 %. */
function agrees(computed, expected) {
  const apart = Math.abs(computed - expected);
  return apart <= TOLERANCE_MINUTES || apart <= Math.abs(expected) * TOLERANCE_SHARE;
}

function percent(part, whole) {
  return whole === 0 ? "none" : `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`;
}

function minutesBetween(from, to) {
  return from && to ? (Date.parse(to.at) - Date.parse(from.at)) / 60_000 : null;
}

async function read(documents) {
  const project = await openProject({ cwd: CORPORA, dir: CORPORA, configPath: null }, RULES);
  const paths = documents.map(({ file }) => join(CORPORA, file));
  const { postmortems, unreadable } = await readFolder(project, paths, ["everything"]);
  for (const { path, message } of unreadable) console.log(`unreadable: ${path}: ${message}`);
  return new Map(postmortems.map((postmortem) => [postmortem.path, postmortem]));
}

/** How a read milestone compares with the truth: right, wrong, missed, invented or rightly none. */
function compareMilestone(fact, truth, precision) {
  if (!truth) return fact && fact.source.precision !== "day" ? "invented" : "rightly none";
  if (!fact) return "missed";
  const apart = Math.abs(fact.value - Date.parse(truth.at)) / 60_000;
  const isDay = fact.source.precision === "day" || precision === "day";
  return apart <= (isDay ? 24 * 60 : TOLERANCE_MINUTES) ? "right" : "wrong";
}

function milestoneResults(documents, read) {
  return documents.flatMap((document) => {
    const postmortem = read.get(document.file);
    return MILESTONES.map((name) => {
      const fact = postmortem?.milestones[name] ?? null;
      const truth = document[name] ?? null;
      const outcome = compareMilestone(fact, truth, document.precision);
      return { file: document.file, name, outcome, fact, truth };
    });
  });
}

/** Right among answered, answered among told: all answers, and those that pm itself does not doubt. */
function milestoneFigures(results) {
  const count = (outcomes, from = results) =>
    from.filter((r) => outcomes.includes(r.outcome)).length;
  const told = count(["right", "wrong", "missed"]);
  const figures = (from) => ({
    right: count(["right"], from),
    answered: count(["right", "wrong"], from),
    invented: count(["invented"], from),
  });
  const sure = results.filter(({ fact }) => fact && fact.source.confidence !== "low");
  return { told, all: figures(results), sure: figures(sure) };
}

function printFigures(label, { right, answered, invented }, told) {
  console.log(
    `  ${label.padEnd(24)} right ${percent(right, answered).padEnd(17)} ` +
      `answered ${percent(answered, told).padEnd(17)} invented ${invented}`,
  );
}

function printMilestones(results) {
  for (const name of MILESTONES) {
    const { told, all, sure } = milestoneFigures(results.filter((r) => r.name === name));
    printFigures(name, all, told);
    printFigures("  without low confidence", sure, told);
  }
  const silent = results.filter(({ outcome, fact }) => {
    return ["wrong", "invented"].includes(outcome) && fact.source.confidence !== "low";
  });
  const stated = silent.filter(({ fact }) => fact.source.how === "stated");
  console.log(
    `  milestones wrong without low confidence: ${silent.length}, of them called stated ${stated.length}`,
  );
}

function printMisses(results) {
  for (const { file, name, outcome, fact, truth } of results) {
    if (outcome === "right" || outcome === "rightly none") continue;
    const line = (place) => (place === undefined ? "nothing" : `line ${place}`);
    const confidence = fact?.source.confidence === "low" ? ", low confidence" : "";
    const how = fact ? ` (${fact.source.how}${confidence})` : "";
    const read = `pm ${line(fact?.source.range.start.line)}${how}`;
    console.log(`    ${outcome}: ${file} ${name}: ${read}, people ${line(truth?.line)}`);
  }
}

function durationResults(documents, read) {
  return documents.flatMap((document) =>
    DURATIONS.flatMap(({ name, phase, to, stated }) => {
      if (!document.decidable?.[name]) return [];
      const contradicts = document.contradicts?.includes(name) === true;
      const rows = minutesBetween(document.started, document[to]);
      const expected = contradicts ? rows : document[stated];
      const postmortem = read.get(document.file);
      const computed = postmortem ? timelineDuration(postmortem, phase) : null;
      if (expected === null || expected === undefined) return [];
      const right = computed !== null && agrees(computed.value, expected);
      return [{ file: document.file, name, contradicts, expected, computed, right }];
    }),
  );
}

/** Why a duration is not as people have it. */
function reasonOf({ computed, right }) {
  if (right) return "right";
  if (computed === null) return "not answered";
  return computed.source.confidence === "low"
    ? "wrong, low confidence"
    : "WRONG WITHOUT LOW CONFIDENCE";
}

function printDurations(results) {
  const answered = results.filter(({ computed }) => computed !== null);
  const sure = answered.filter(({ computed }) => computed.source.confidence !== "low");
  const figures = (from) => ({
    right: from.filter(({ right }) => right).length,
    answered: from.length,
    invented: 0,
  });
  printFigures("durations", figures(answered), results.length);
  printFigures("  without low confidence", figures(sure), results.length);
  const silent = sure.filter(({ right }) => !right).length;
  console.log(`  durations wrong without low confidence: ${silent}`);
  for (const result of results) {
    if (result.right) continue;
    const from = result.contradicts ? "rows" : "stated";
    const figures = `${from} ${result.expected} min, pm ${result.computed?.value ?? "none"}`;
    console.log(`    ${reasonOf(result)}: ${result.file} ${result.name}: ${figures}`);
  }
}

function printPublicMisses(judged) {
  for (const { file, name, outcome, fact, places } of judged) {
    if (outcome === "right") continue;
    const read = fact
      ? `pm line ${fact.source.range?.start.line} (${fact.source.how})`
      : "pm nothing";
    const lines = places?.map(({ line }) => line).join(" or ") ?? "nothing";
    console.log(`    ${outcome}: ${file} ${name}: ${read}, people ${lines}`);
  }
}

async function comparePublic(set, folder) {
  const documents = labelledMilestones(set);
  const judged = await readPublic(documents, folder, (document, postmortem) => {
    const file = `${document.repository}/${document.file}`;
    return judgeMilestones(document, postmortem?.milestones ?? null).map((one) => ({
      ...one,
      file,
    }));
  });
  console.log(`${set}: ${documents.length} documents`);
  printPublic(judged.flat(), !HELD_OUT.includes(set));
}

function printPublic(all, mayShowMisses) {
  for (const name of PUBLIC_MILESTONES) {
    console.log(`  ${name.padEnd(10)} ${figuresOf(all.filter((one) => one.name === name))}`);
  }
  console.log(`  ${"all".padEnd(10)} ${figuresOf(all)}`);
  if (!values.quiet && mayShowMisses) printPublicMisses(all);
}

function publicSets() {
  if (values.set !== undefined) return [values.set];
  return values["held-out"] ? HELD_OUT : LEARNED;
}

if (values.public !== undefined && values["left-out"]) {
  const judged = await judgeLeftOut(values.public);
  for (const set of LEARNED) {
    console.log(`${set}, each team left out`);
    printPublic(
      judged.filter((one) => one.set === set),
      true,
    );
  }
  console.log(`all  ${figuresOf(judged)}`);
} else if (values.public !== undefined) {
  for (const set of publicSets()) await comparePublic(set, values.public);
}
for (const name of values.public === undefined ? readdirSync(TRUTH).toSorted() : []) {
  const corpus = name.replace(/\.yaml$/, "");
  if (!existsSync(join(CORPORA, corpus))) {
    console.log(`${corpus}: the documents are not here`);
    continue;
  }
  const { documents } = parse(readFileSync(join(TRUTH, name), "utf8"));
  const postmortems = await read(documents);
  console.log(`${corpus}: ${documents.length} documents`);
  const milestones = milestoneResults(documents, postmortems);
  printMilestones(milestones);
  if (!values.quiet) printMisses(milestones);
  const durations = durationResults(documents, postmortems);
  if (durations.length > 0) printDurations(durations);
}

// Compares milestones and durations that pm reads from timelines with what people read
// (test/eval/timeline). The documents lie beside the project; without them nothing is compared.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { timelineDuration } from "../dist/core/durations.js";
import { RULES } from "../dist/lint/rules/index.js";
import { readFolder } from "../dist/pipeline.js";
import { openProject } from "../dist/project.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CORPORA = join(ROOT, "../shared/corpora");
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

function printMilestones(results) {
  for (const name of MILESTONES) {
    const own = results.filter((result) => result.name === name);
    const count = (outcome, how) =>
      own.filter((r) => r.outcome === outcome && (!how || r.fact?.source.how === how)).length;
    const told = count("right") + count("wrong") + count("missed");
    const answered = count("right") + count("wrong");
    console.log(
      `  ${name.padEnd(10)} right ${percent(count("right"), answered).padEnd(18)} ` +
        `answered ${percent(answered, told).padEnd(18)} invented ${count("invented")}; ` +
        `wrong and called stated ${count("wrong", "stated") + count("invented", "stated")}`,
    );
  }
}

function printMisses(results) {
  for (const { file, name, outcome, fact, truth } of results) {
    if (outcome === "right" || outcome === "rightly none") continue;
    const line = (place) => (place === undefined ? "nothing" : `line ${place}`);
    const read = line(fact?.source.range.start.line);
    const how = fact ? ` (${fact.source.how})` : "";
    console.log(`    ${outcome}: ${file} ${name}: pm ${read}${how}, people ${line(truth?.line)}`);
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

function printDurations(results) {
  const answered = results.filter(({ computed }) => computed !== null);
  const right = answered.filter((result) => result.right);
  console.log(`  durations  right ${percent(right.length, answered.length)}, answered ${percent(answered.length, results.length)}`);
  const silent = answered.filter(({ right: ok, computed }) => !ok && computed.source.how !== "inferred");
  console.log(`  durations  wrong without being called inferred: ${silent.length}`);
  for (const { file, name, expected, computed, right: ok, contradicts } of results) {
    if (ok) continue;
    const from = contradicts ? "rows" : "stated";
    console.log(`    ${file} ${name}: ${from} ${expected} min, pm ${computed?.value ?? "none"}`);
  }
}

const wantsMisses = !process.argv.includes("--quiet");
for (const name of readdirSync(TRUTH).toSorted()) {
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
  if (wantsMisses) printMisses(milestones);
  const durations = durationResults(documents, postmortems);
  if (durations.length > 0) printDurations(durations);
}

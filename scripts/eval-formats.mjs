// Compares what pm reads from documents as other tools write them (test/eval/formats) with the right
// values beside them: by format and in all, right, wrong and missing, and how many wrong ones bear no doubt.
// Option: --quiet leaves the misses out. A folder may be named: node scripts/eval-formats.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { overlaps } from "../build/core/position.js";
import { linterOf } from "../build/jobs/lint/lint.js";
import { RULES } from "../build/lint/rules/index.js";
import { checkDocument } from "../build/lint/run.js";
import { readAlone } from "./read-alone.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({
  options: { quiet: { type: "boolean", default: false } },
  allowPositionals: true,
});
const FOLDER = resolve(positionals[0] ?? join(ROOT, "test/eval/formats"));
const MINUTE = 60_000;
const MILESTONES = new Set(["started", "detected", "diagnosed", "mitigated", "resolved"]);
const TRUTH = /\.expected\.yaml$/;

function words(text) {
  return String(text ?? "")
    .toLowerCase()
    .replace(/[`*_\\]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Reads documents, each by itself, and what rules say of it. */
async function read(names) {
  const documents = new Map();
  for (const name of names) {
    const { document, doubtful, project } = await readAlone(FOLDER, name, ["taxonomy.yaml"]);
    const linter = linterOf(project, { rules: RULES, now: Date.now() });
    const found = document === null ? [] : checkDocument(document, linter);
    documents.set(name, { document, isDoubtful: doubtful.length > 0, found });
  }
  return documents;
}

/** Whether pm itself doubts a value: its confidence is low, or a rule says something of its place. */
function isDoubtedFact(fact, found) {
  if (!fact) return false;
  return (
    fact.source.confidence === "low" ||
    found.some(({ range }) => overlaps(range, fact.source.range))
  );
}

/** Right, wrong or missing; `isDoubted` where pm itself is not sure. */
function outcome(label, isRight, got, want, isDoubted = false) {
  const isMissing = !isRight && (got === null || got === undefined || got.length === 0);
  return { label, kind: isRight ? "right" : isMissing ? "missing" : "wrong", got, want, isDoubted };
}

function isSameTitle(got, want) {
  const [one, other] = [words(got), words(want)];
  return one !== "" && (one.includes(other) || other.includes(one));
}

function listOutcome(label, facts, want, isOptional, found) {
  const got = facts.map(({ value }) => value).toSorted();
  if (isOptional && got.length === 0) return [];
  const isRight = JSON.stringify(got) === JSON.stringify([...want].toSorted());
  const isDoubted = facts.some((fact) => isDoubtedFact(fact, found));
  return [outcome(label, isRight, got, want, isDoubted)];
}

/** A value that only some of the expected files tell. */
function factOutcome(label, fact, truth, found, isSame = (got, want) => got === want) {
  if (truth[label] === undefined) return [];
  const got = fact?.value ?? null;
  if (got === null && truth[`optional_${label}`]) return [];
  return [outcome(label, isSame(got, truth[label]), got, truth[label], isDoubtedFact(fact, found))];
}

/** The day of the incident: that of the first milestone that is told. */
function dayOutcome({ milestones }, truth) {
  if (truth.date === undefined) return [];
  const first = Object.values(milestones).find((fact) => fact !== null);
  const got = first ? new Date(first.value).toISOString().slice(0, 10) : null;
  return [outcome("date", got === String(truth.date), got, truth.date, isDoubtedFact(first, []))];
}

/** Entries of the document as words that the expected file lists. */
function entryOutcome(label, entries, keys, truth) {
  if (truth[label] === undefined) return [];
  const got = entries.map((entry) => keys.map((key) => entry[key]?.value ?? "?").join(" "));
  const isRight = JSON.stringify(got.toSorted()) === JSON.stringify(truth[label].toSorted());
  return [outcome(label, isRight, got, truth[label])];
}

function sectionOutcomes({ sections }, truth) {
  return Object.entries(truth.sections ?? {}).map(([heading, want]) => {
    const got = sections.find((section) => words(section.heading) === words(heading))?.kind;
    return outcome(`section "${heading}"`, got === want, got, want);
  });
}

function furtherOutcomes(document, truth, found) {
  const printed = JSON.stringify(document);
  return [
    ...factOutcome("id", document.id, truth, found),
    ...dayOutcome(document, truth),
    ...factOutcome("status", document.status, truth, found),
    ...factOutcome("detected_by", document.detectedBy, truth, found),
    ...factOutcome("trigger", document.trigger, truth, found),
    ...(truth.causes ? listOutcome("causes", document.causes, truth.causes, false, found) : []),
    ...entryOutcome("gaps", document.gaps, ["competency", "kind"], truth),
    ...entryOutcome("escalations", document.escalations, ["from", "to", "reason"], truth),
    ...sectionOutcomes(document, truth),
    ...(truth.withheld ?? []).map((name) =>
      outcome(`withheld ${name}`, !printed.includes(name), "printed", "withheld"),
    ),
  ];
}

function instant(fact) {
  return fact === null ? null : new Date(fact.value).toISOString().slice(0, 16);
}

function timeOutcomes({ milestones }, truth) {
  return Object.entries(truth.times ?? {}).flatMap(([name, want]) => {
    const fact = milestones[name];
    const isExact = fact !== null && fact.source.precision !== "day";
    const at = want === null ? null : new Date(want).toISOString().slice(0, 16);
    if (at !== null && fact === null && truth.optional?.includes(name)) return [];
    const isRight =
      at === null
        ? !isExact
        : isExact && Math.floor(fact.value / MINUTE) === Math.floor(Date.parse(`${at}Z`) / MINUTE);
    const got = isExact ? instant(fact) : null;
    return [outcome(name, isRight, got, at, fact?.source.confidence === "low")];
  });
}

function actionOutcomes({ actions }, { actions: wanted }, findings) {
  const count = outcome(
    "actions",
    actions.length === wanted.length,
    String(actions.length),
    wanted.length,
  );
  const each = wanted.flatMap((want) => {
    const name = words(want.action);
    const found = actions.find(({ title }) => {
      const got = words(title?.value);
      return got.includes(name) || (got.length > 5 && name.includes(got));
    });
    if (!found) return [outcome(`action "${want.action}"`, false, null, want.action)];
    return ["owner", "due", "status"].map((key) => {
      const got = found[key]?.value ?? null;
      const isRight =
        key === "owner" ? words(got) === words(want[key]) : got === (want[key] ?? null);
      const isDoubted = isDoubtedFact(found[key], findings);
      return outcome(`${key} of "${want.action}"`, isRight, got, want[key], isDoubted);
    });
  });
  return [count, ...each];
}

/** The values of a document compared with the truth. What the truth does not name is not compared. */
function outcomesOf({ document, isDoubtful, found }, truth) {
  const isOther = document === null || isDoubtful;
  if (truth.postmortem === false) return [outcome("no postmortem", isOther, "one", "none")];
  if (isOther) return [outcome("document", false, document && "none", "a postmortem", true)];
  return [
    ...(truth.severity === undefined ? [] : factOutcomes(document, truth, found)),
    ...timeOutcomes(document, truth),
    ...(truth.timeline === undefined ? [] : rowOutcomes(document, truth)),
    ...(truth.actions === undefined ? [] : actionOutcomes(document, truth, found)),
    ...furtherOutcomes(document, truth, found),
  ];
}

function rowOutcomes({ timeline }, truth) {
  const rows = timeline?.rows.length ?? 0;
  if (truth.optional_timeline && rows === 0) return [];
  return [outcome("timeline rows", rows === truth.timeline, rows, truth.timeline)];
}

/** Title, severity, services, teams and factors. */
function factOutcomes({ title, severity, services, teams, factors }, truth, found) {
  const hasFactors = factors.length >= truth.factors;
  return [
    outcome("title", isSameTitle(title?.value, truth.title), title?.value ?? null, truth.title),
    outcome(
      "severity",
      (severity?.value ?? null) === truth.severity,
      severity?.value,
      truth.severity,
      isDoubtedFact(severity, found),
    ),
    ...listOutcome("services", services, truth.services, truth.optional_services, found),
    ...listOutcome("teams", teams, truth.teams, truth.optional_teams, found),
    ...(truth.optional_factors
      ? []
      : [outcome("factors", hasFactors, factors.length, truth.factors)]),
  ];
}

function figures(outcomes) {
  const count = (kind) => outcomes.filter((one) => one.kind === kind).length;
  const silent = outcomes.filter(({ kind, isDoubted }) => kind === "wrong" && !isDoubted).length;
  const [right, all] = [count("right"), outcomes.length];
  const share = ((100 * right) / all).toFixed(1);
  return `${right} of ${all} right (${share} %), ${count("wrong")} wrong, of them ${silent} without doubt, ${count("missing")} missing`;
}

/** How many of the milestones that the documents tell are right. */
function toldMilestones(outcomes) {
  const told = outcomes.filter(({ label, want }) => MILESTONES.has(label) && want !== null);
  const right = told.filter(({ kind }) => kind === "right").length;
  return `${right} of ${told.length} told are right (${((100 * right) / told.length).toFixed(1)} %)`;
}

const names = readdirSync(FOLDER)
  .filter((name) => TRUTH.test(name))
  .map((name) => name.replace(TRUTH, ""))
  .toSorted();
const documents = await read(names);
const all = [];
for (const name of names) {
  const truth = parse(readFileSync(join(FOLDER, `${name}.expected.yaml`), "utf8"));
  const outcomes = outcomesOf(documents.get(name), truth);
  all.push(...outcomes);
  console.log(`${name.padEnd(24)} ${figures(outcomes)}`);
  if (values.quiet) continue;
  for (const { label, kind, got, want, isDoubted } of outcomes) {
    if (kind === "right") continue;
    const doubt = isDoubted ? ", low confidence" : "";
    console.log(
      `    ${kind}: ${label}: pm ${JSON.stringify(got)}${doubt}, right ${JSON.stringify(want)}`,
    );
  }
}
console.log(`${"all".padEnd(24)} ${figures(all)}`);
console.log(`${"milestones".padEnd(24)} ${toldMilestones(all)}`);

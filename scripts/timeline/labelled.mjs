// The milestones that people have read in public documents (test/eval/milestones, pointers only), and how
// what pm reads compares with them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { RULES } from "../../build/lint/rules/index.js";
import { openProject } from "../../build/project/project.js";
import { readFolder } from "../../build/project/read-postmortems.js";

const TRUTH = fileURLToPath(new URL("../../test/eval/milestones", import.meta.url));
const TOLERANCE_MINUTES = 5;
/** Files of documents that weights are learned from, and those that are kept for checking. */
export const LEARNED = [
  "training",
  "training-2",
  "training-3",
  "training-4",
  "training-5",
  "training-6",
  "training-7",
  "training-8",
  "training-9",
  "training-10",
  "training-11",
  "development",
];
export const HELD_OUT = [
  "held-out",
  "held-out-2",
  "held-out-3",
  "held-out-4",
  "held-out-5",
  "held-out-6",
  "held-out-7",
];
export const MILESTONES = ["started", "detected", "diagnosed", "mitigated", "resolved"];

/** The documents of one file of {@link LEARNED} or {@link HELD_OUT}, with the places that are as good as the first in one list. */
export function labelledMilestones(set) {
  const { documents } = parse(readFileSync(join(TRUTH, `${set}.yaml`), "utf8"));
  return documents.map((document) => {
    const told = MILESTONES.flatMap((name) => {
      const first = document[name];
      return first ? [[name, [first, ...(first.or ?? [])]]] : [];
    });
    return { ...document, told: new Map(told), unjudged: document.unjudged ?? [] };
  });
}

/** Courses whose students each keep an exercise of the same name. */
const COURSES = ["system_engineering-devops", "jwt-pizza"];

/** The team that wrote a document; all students of one course are one. */
export function teamOf({ repository }) {
  const [owner = ""] = repository.split("/");
  return COURSES.find((course) => repository.includes(course)) ?? owner;
}

/** The documents as pm reads them, each team's as a folder of its own: what `use` makes of each. */
export async function readPublic(documents, folder, use, prepare = () => {}) {
  const found = [];
  for (const repository of new Set(documents.map((one) => one.repository))) {
    const dir = join(folder, repository);
    const own = documents.filter((one) => one.repository === repository);
    const missing = own.find(({ file }) => !existsSync(join(dir, file)));
    if (missing) throw new Error(`${repository}/${missing.file} is not in ${folder}`);
    const project = await openProject({ cwd: dir, dir, configPath: null }, RULES);
    prepare(project);
    const paths = own.map(({ file }) => join(dir, file));
    const { postmortems } = await readFolder(project, paths, ["everything"]);
    const byPath = new Map(postmortems.map((postmortem) => [postmortem.path, postmortem]));
    for (const document of own)
      found.push(use(document, byPath.get(document.file) ?? null, project));
  }
  return found;
}

/** Whether a read milestone is one of the places where people read it: the same instant, or the same line. */
export function isAtAny(fact, places) {
  return places.some(({ line, at }) => {
    const apart = Math.abs(fact.value - Date.parse(at)) / 60_000;
    return apart <= TOLERANCE_MINUTES || fact.source.range?.start.line === line;
  });
}

/** How each milestone of a document was read: right, doubted, silent (wrong without a doubt), missed, invented. */
export function judgeMilestones(document, milestones) {
  return MILESTONES.flatMap((name) => {
    if (document.undated === true) return [];
    if (document.unjudged.includes(name)) return [];
    const fact = milestones?.[name] ?? null;
    const places = document.told.get(name) ?? null;
    const isOpen = fact === null || fact.source.precision === "day";
    if (places === null) return isOpen ? [] : [{ name, outcome: "invented", fact, places }];
    if (fact !== null && isAtAny(fact, places)) return [{ name, outcome: "right", fact, places }];
    if (isOpen) return [{ name, outcome: "missed", fact, places }];
    const isDoubted = fact.source.confidence === "low";
    return [{ name, outcome: isDoubted ? "doubted" : "silent", fact, places }];
  });
}

/** The share of what people read that pm reads alike, as figures in words. */
export function figuresOf(judged) {
  const count = (outcome) => judged.filter((one) => one.outcome === outcome).length;
  const told = judged.length - count("invented");
  const share = told === 0 ? "none" : `${Math.round((100 * count("right")) / told)} %`;
  return (
    `right ${String(count("right")).padStart(3)} of ${told} (${share}), wrong in doubt ${count("doubted")}, ` +
    `wrong without a word ${count("silent")}, missed ${count("missed")}, invented ${count("invented")}`
  );
}

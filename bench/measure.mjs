// Times programs with GNU time, and says which functions of pm take how long.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "d3-array";

/** One run of a program: null where it cannot be started. */
function measure([program, ...args], cwd) {
  const timed = spawnSync("/usr/bin/time", ["-f", "%U %S %e %M", program, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (timed.error) throw new Error("bench needs GNU time at /usr/bin/time");
  if (timed.status === 127) return null;
  const [user, system, wall, kib] = timed.stderr
    .trimEnd()
    .split("\n")
    .at(-1)
    .split(" ")
    .map(Number);
  return { cpu: user + system, wall, mib: kib / 1024 };
}

/** The medians of some runs of each program, all in turn; `before` is called before each run. */
export function compare(programs, { cwd, runs }) {
  const measured = programs.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    programs.forEach(({ argv, before }, index) => {
      before?.(run);
      measured[index].push(measure(argv, cwd));
    });
  }
  return programs.flatMap(({ name }, index) => {
    const all = measured[index].filter((one) => one !== null);
    if (all.length === 0) return [];
    const of = (key) => median(all, (one) => one[key]);
    return [{ name, cpu: of("cpu"), wall: of("wall"), mib: of("mib") }];
  });
}

/** Functions of pm by the part of the work that they, and all that they call, do. */
const PARTS = [
  ["find files", "findFiles"],
  ["parse a document", "parseFile"],
  ["· frontmatter", "openDocument"],
  ["· markdown", "parseMarkdown"],
  ["· prose", "readProse"],
  ["· facts of the body, with markdown", "bodyFacts"],
  ["· withhold people", "withoutPeople"],
  ["· rules", "checkDocument"],
  ["conclude lint", "draftOutcome"],
  ["(garbage collector)", "(garbage collector)"],
];

/** Microseconds that each function was on the stack, by its name. */
function timesByName({ nodes, samples, timeDeltas }) {
  const ofNode = new Map(nodes.map((node) => [node.id, node]));
  const above = new Map(nodes.flatMap(({ id, children = [] }) => children.map((one) => [one, id])));
  const times = new Map();
  samples.forEach((sample, at) => {
    const names = new Set(["(all)"]);
    for (let id = sample; id !== undefined; id = above.get(id)) {
      names.add(ofNode.get(id).callFrame.functionName);
    }
    for (const name of names) times.set(name, (times.get(name) ?? 0) + timeDeltas[at]);
  });
  return times;
}

/** Microseconds a document that each part of a run of pm takes, in one thread and without the cache. */
export function profile(argv, { cwd, count }) {
  const folder = mkdtempSync(join(tmpdir(), "pm-profile-"));
  try {
    const [node, ...args] = argv;
    spawnSync(node, ["--cpu-prof", `--cpu-prof-dir=${folder}`, ...args], {
      cwd,
      maxBuffer: 2 ** 30,
    });
    const [name] = readdirSync(folder);
    const times = timesByName(JSON.parse(readFileSync(join(folder, name), "utf8")));
    return [...PARTS, ["all", "(all)"]].map(([part, functionName]) => {
      return { part, micros: (times.get(functionName) ?? 0) / count };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

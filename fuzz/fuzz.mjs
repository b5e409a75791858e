// Runs commands over changed example documents, and names each input for which a promise is broken:
// no command fails by itself or takes long, outputs can be parsed again, what writes does so once, and
// `lint --fix` changes no fact. The same seed gives the same inputs.
// Options: --seconds N, --seed N, --inputs N (instead of seconds), --keep DIR (broken inputs).
import { Buffer } from "node:buffer";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { XMLValidator } from "fast-xml-parser";
import { load } from "../bin/load.js";
import { allDocuments } from "./documents.mjs";
import { chanceOf, mutate } from "./mutate.mjs";
import { gatherBroken, steers } from "./promises.mjs";

const { main } = load("program");
const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    inputs: { type: "string" },
    keep: { type: "string" },
  },
});
/** CPU seconds that no command may take for one document. */
const LONG = 5;
const BUG = 3;
const documents = allDocuments();
const folder = mkdtempSync(join(tmpdir(), "pm-fuzz-"));
const file = "pms/2026-01-01-fuzzed.md";
for (const name of ["pm.yaml", "taxonomy.yaml", "interventions.yaml"]) {
  cpSync(join("examples", name), join(folder, name));
}
writeFileSync(
  join(folder, "pm.yaml"),
  readFileSync(join(folder, "pm.yaml"), "utf8").replace(/^folder:.*$/m, "folder: pms"),
);
mkdirSync(join(folder, "pms"));

async function run(args, stdin = "") {
  const written = { stdout: "", stderr: "" };
  const output = (name) => ({
    isTerminal: false,
    columns: null,
    write: (text) => {
      written[name] += text;
      return Promise.resolve();
    },
  });
  const before = process.cpuUsage();
  const code = await main(args, {
    cwd: folder,
    env: {},
    now: () => Date.UTC(2026, 6, 1, 12),
    ask: null,
    stdout: output("stdout"),
    stderr: output("stderr"),
    readStdin: () => Promise.resolve(Buffer.from(stdin)),
    untilInterrupted: () => Promise.resolve(),
  });
  const { user, system } = process.cpuUsage(before);
  return { ...written, code, seconds: (user + system) / 1e6 };
}

const read = () => readFileSync(join(folder, file));
const put = (bytes) => writeFileSync(join(folder, file), bytes);

function isJson(text) {
  JSON.parse(text);
  return true;
}

/** Whether an output is what its format says. */
const PARSED = {
  json: isJson,
  sarif: isJson,
  gitlab: isJson,
  junit: (text) => XMLValidator.validate(text) === true,
  csv: (text) => text.endsWith("\n"),
  markdown: (text) => text.endsWith("\n"),
  table: (text) => text.endsWith("\n"),
  html: (text) => /^<!doctype html>/i.test(text),
  concise: () => true,
  pretty: () => true,
  github: (text) => text.split("\n").every((line) => line === "" || line.startsWith("::")),
};
const FINDING_FORMATS = [
  "pretty",
  "concise",
  "json",
  "github",
  "gitlab",
  "sarif",
  "junit",
  "markdown",
];
const TABLE_FORMATS = ["table", "csv", "markdown", "json", "html"];
const REPORTS = [
  ...["gaps", "plan", "escalations", "coverage", "ttd", "trends", "actions", "impact", "signal"],
  ...["families", "suggest", "import"],
];

/** Why an output breaks a promise; null where it does not. */
function brokenBy({ stdout, stderr, code, seconds }, format) {
  if (code === BUG) return stderr.split("\n").slice(0, 3).join(" ");
  if (seconds > LONG) return `took ${seconds.toFixed(1)} s`;
  if (steers(stderr)) return "stderr steers a terminal";
  if (stdout === "" || format === null) return null;
  if (steers(stdout)) return "stdout steers a terminal";
  try {
    return PARSED[format](stdout) ? null : `is no ${format}`;
  } catch (error) {
    return `is no ${format}: ${error.message}`;
  }
}

/** What `pm show` says of the document, without where it stands; null where it cannot be read. */
async function factsOf() {
  const { stdout, code } = await run(["show", file, "--format", "json"]);
  if (code !== 0) return null;
  const { sections } = JSON.parse(stdout);
  const rowsOf = (name) => sections.find(({ key }) => key === name)?.rows ?? [];
  return [
    ...rowsOf("facts").map(({ fact, value }) => `${fact}: ${value}`),
    ...rowsOf("milestones").map(({ milestone, at }) => `${milestone}: ${at}`),
  ].toSorted();
}

const WRITERS = [
  ["lint", "--fix", "--format", "json"],
  ["import", "--write"],
  ["suggest", "--accept-above", "0.3", "--write"],
];

/** Checks one input; calls `report` for each promise that it breaks. */
async function check(bytes, { pick }, report) {
  const runs = [
    ...[pick(FINDING_FORMATS)].map((format) => [["lint", "--format", format], format]),
    ...[pick(TABLE_FORMATS)].map((format) => [["show", file, "--format", format], format]),
    ...[pick(TABLE_FORMATS)].map((format) => [[pick(REPORTS), "--format", format], format]),
  ];
  for (const [args, format] of runs) {
    put(bytes);
    const why = brokenBy(await run(args), format);
    if (why !== null) report(args.join(" "), why);
  }
  const args = pick(WRITERS);
  put(bytes);
  // A frontmatter that could not be read has no facts before a fix makes it readable.
  const isRead = !(await run(["lint", "--format", "json"])).stdout.includes('"frontmatter-syntax"');
  const before = isRead ? await factsOf() : null;
  const first = await run(args);
  const once = read();
  const why = brokenBy(first, null);
  if (why !== null) return report(args.join(" "), why);
  const after = before === null ? null : await factsOf();
  if (before !== null && String(before) !== String(after)) {
    const gone = before.filter((fact) => !after?.includes(fact));
    const came = (after ?? []).filter((fact) => !before.includes(fact));
    report(args.join(" "), `changes facts: ${gone.join("; ")} → ${came.join("; ")}`);
  }
  rmSync(join(folder, "pm-suggestions.yaml"), { force: true });
  await run(args);
  if (!read().equals(once)) report(args.join(" "), "twice is not once");
  rmSync(join(folder, "pm-suggestions.yaml"), { force: true });
}

const seed = Number(values.seed);
const most = values.inputs === undefined ? Infinity : Number(values.inputs);
const until = values.inputs === undefined ? Date.now() + Number(values.seconds) * 1000 : Infinity;
const broken = gatherBroken(seed, values.keep);
let count = 0;
for (; count < most && Date.now() < until; count += 1) {
  const chance = chanceOf(seed, count);
  const bytes = mutate(documents, chance);
  await check(bytes, chance, (args, why) => {
    broken.add(`${args}: ${why}`, count, bytes);
  });
}
rmSync(folder, { recursive: true, force: true });
broken.print();
console.log(`${count} inputs of seed ${seed}: ${broken.kinds.size} kinds of broken promises`);
process.exitCode = broken.kinds.size > 0 ? 1 : 0;

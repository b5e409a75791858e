// Times pm and its peers over generated postmortems, in turn in one run, with GNU time: CPU seconds,
// their ratio to an empty node, wall seconds, peak memory. Only ratios within one run say something.
// Peers that are not installed are left out. Prints markdown, as in RESULTS.md. With several counts it
// ends with the growth from the smallest to the largest.
// Options: --counts N,N (default 100,500), --runs N (default 3), --seed N (default 1), --variants NAME,NAME,
// --commands NAME,NAME, --profile (microseconds a document by part of the work, instead).
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { VARIANTS, writeFacts, writeProject } from "./documents.mjs";
import { compare, profile } from "./measure.mjs";

const NODE = process.execPath;
const PM = fileURLToPath(new URL("../bin/pm.js", import.meta.url));
const DUCKDB = fileURLToPath(new URL("duckdb.mjs", import.meta.url));
const COMMANDS = ["lint", "gaps", "ttd", "suggest", "families"];
/** Commands that remember what they read. */
const REMEMBERING = ["lint", "gaps", "ttd"];
/** Programs that read the same folder, where they are installed, with their arguments. */
const PEERS = [
  ["markdownlint-cli2", "postmortems/*.md"],
  ["remark", "--quiet", "--frail", "postmortems"],
  ["rumdl", "check", "postmortems"],
  ["hugo", "--contentDir", "postmortems"],
  ["rg", "--count", "competency", "postmortems"],
  ["sh", "-c", "cat postmortems/*.md"],
];

function printTable(title, rows) {
  const empty = rows[0].cpu;
  console.log(`\n## ${title}\n\n| program | CPU s | × empty node | wall s | peak MiB |`);
  console.log("|---|---|---|---|---|");
  for (const { name, cpu, wall, mib } of rows) {
    const cells = [cpu.toFixed(2), (cpu / empty).toFixed(1), wall.toFixed(2), mib.toFixed(0)];
    console.log(`| ${name} | ${cells.join(" | ")} |`);
  }
}

function printGrowth(variant, byCount) {
  const all = [...byCount];
  const [[small, before], [large, after]] = [all[0], all.at(-1)];
  if (small === large) return;
  console.log(`\n## Growth from ${small} to ${large} documents (× ${large / small}), ${variant}\n`);
  console.log("| program | CPU | peak memory |\n|---|---|---|");
  for (const { name, cpu, mib } of after) {
    const own = before.find((one) => one.name === name);
    if (own) {
      // The least takes no time that can be measured.
      const growth = own.cpu > 0 ? `× ${(cpu / own.cpu).toFixed(1)}` : "";
      console.log(`| ${name} | ${growth} | × ${(mib / own.mib).toFixed(1)} |`);
    }
  }
}

const { values } = parseArgs({
  options: {
    counts: { type: "string", default: "100,500" },
    runs: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
    variants: { type: "string", default: VARIANTS.join() },
    commands: { type: "string", default: COMMANDS.join() },
    profile: { type: "boolean", default: false },
  },
});
const counts = values.counts.split(",").map(Number);
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const commands = values.commands.split(",");
const pm = (name, ...args) => [NODE, PM, name, ...args];
const empty = { name: "node -e 0", argv: [NODE, "-e", "0"] };

/** Waits past the time within which a change could go unseen. */
function waitUntilSure() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2500);
}

/** Runs of pm: reading everything; with all remembered, its answer too or not; with one document changed since. */
function programsOf(cwd) {
  const cache = join(cwd, ".pm/cache");
  const forgetAnswers = () => {
    const answers = readdirSync(cache).filter((file) => file.startsWith("results-"));
    for (const file of answers) rmSync(join(cache, file));
  };
  const change = (run) =>
    appendFileSync(join(cwd, "postmortems/incident-0.md"), `\nChanged ${run}.\n`);
  // Rows before may have changed a document, of which answers are only kept some time later.
  const remember = (name) => () => {
    waitUntilSure();
    compare([{ name, argv: pm(name, "--cache") }], { cwd, runs: 1 });
  };
  return commands.flatMap((name) => [
    { name: `pm ${name}`, argv: pm(name, "--no-cache") },
    ...(REMEMBERING.includes(name)
      ? [
          {
            name: `pm ${name}, all remembered`,
            argv: pm(name, "--cache"),
            before: remember(name),
          },
          {
            name: `pm ${name}, asked anew`,
            argv: pm(name, "--cache"),
            before: forgetAnswers,
          },
          { name: `pm ${name}, one changed`, argv: pm(name, "--cache"), before: change },
        ]
      : []),
  ]);
}

/** Fills the cache, and once more when no change could go unseen. */
function warmUp(cwd) {
  const filling = commands.filter((name) => REMEMBERING.includes(name));
  const once = () =>
    compare(
      filling.map((name) => ({ name, argv: pm(name, "--cache") })),
      { cwd, runs: 1 },
    );
  once();
  waitUntilSure();
  once();
}

function bench(cwd, { count, variant }) {
  warmUp(cwd);
  writeFacts(cwd, { seed, count });
  const peers = [...PEERS, [NODE, DUCKDB, "facts.jsonl"]];
  const nameOf = ([program, , last]) =>
    ({ "facts.jsonl": "DuckDB on JSON lines", "cat postmortems/*.md": "cat" })[last] ?? program;
  const rows = compare(
    [empty, ...programsOf(cwd), ...peers.map((argv) => ({ name: nameOf(argv), argv }))],
    { cwd, runs },
  );
  printTable(`${count} documents, ${variant}`, rows);
  return rows;
}

function printProfile(cwd, { count, variant }) {
  for (const name of commands) {
    const rows = profile(pm(name, "--no-cache", "--jobs", "1"), { cwd, count });
    console.log(`\n## pm ${name}, ${count} documents, ${variant}\n\n| part | µs a document |`);
    console.log("|---|---|");
    for (const { part, micros } of rows) console.log(`| ${part} | ${micros.toFixed(0)} |`);
  }
}

const folder = mkdtempSync(join(tmpdir(), "pm-bench-"));
try {
  const median = values.profile ? "one run" : `median of ${runs} runs`;
  console.log(`# Benchmark\n\nNode ${process.version}, ${cpus().length} processors, ${median}.`);
  if (!values.profile) {
    const starts = ["--version", "--help"].map((name) => ({ name: `pm ${name}`, argv: pm(name) }));
    printTable("Start", compare([empty, ...starts], { cwd: folder, runs }));
  }
  for (const variant of values.variants.split(",")) {
    const byCount = new Map();
    for (const count of counts) {
      const cwd = join(folder, `${variant}-${count}`);
      writeProject(cwd, { seed, count, variant });
      if (values.profile) printProfile(cwd, { count, variant });
      else byCount.set(count, bench(cwd, { count, variant }));
      rmSync(cwd, { recursive: true });
    }
    if (!values.profile) printGrowth(variant, byCount);
  }
} finally {
  rmSync(folder, { recursive: true });
}

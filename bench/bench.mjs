// Times pm and its peers over generated postmortems, in turn in one run, with GNU time: CPU seconds,
// their ratio to an empty node, wall seconds, peak memory. Only ratios within one run say something.
// Peers that are not installed are left out. Prints markdown, as in RESULTS.md.
// Options: --counts N,N (default 100,500), --runs N (default 3), --seed N (default 1).
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { median } from "d3-array";
import { VARIANTS, writeProject } from "./documents.mjs";

const NODE = process.execPath;
const PM = fileURLToPath(new URL("../bin/pm.js", import.meta.url));
const COMMANDS = ["lint", "gaps", "ttd", "suggest", "families"];
/** Programs that read the same folder, where they are installed, with their arguments. */
const PEERS = [
  ["markdownlint-cli2", "postmortems/*.md"],
  ["remark", "--quiet", "--frail", "postmortems"],
  ["rumdl", "check", "postmortems"],
  ["hugo", "--contentDir", "postmortems"],
  ["rg", "--count", "competency", "postmortems"],
];

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

/** The medians of some runs of each program, all in turn. */
function compare(programs, { cwd, runs }) {
  const measured = programs.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    programs.forEach(({ argv }, index) => measured[index].push(measure(argv, cwd)));
  }
  return programs.flatMap(({ name }, index) => {
    const all = measured[index].filter((one) => one !== null);
    if (all.length === 0) return [];
    const of = (key) => median(all, (one) => one[key]);
    return [{ name, cpu: of("cpu"), wall: of("wall"), mib: of("mib") }];
  });
}

function printTable(title, rows) {
  const empty = rows[0].cpu;
  console.log(`\n## ${title}\n\n| program | CPU s | × empty node | wall s | peak MiB |`);
  console.log("|---|---|---|---|---|");
  for (const { name, cpu, wall, mib } of rows) {
    const cells = [cpu.toFixed(2), (cpu / empty).toFixed(1), wall.toFixed(2), mib.toFixed(0)];
    console.log(`| ${name} | ${cells.join(" | ")} |`);
  }
}

const { values } = parseArgs({
  options: {
    counts: { type: "string", default: "100,500" },
    runs: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
  },
});
const counts = values.counts.split(",").map(Number);
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const pm = (name, ...args) => ({ name: `pm ${name}`, argv: [NODE, PM, name, ...args] });
const empty = { name: "node -e 0", argv: [NODE, "-e", "0"] };
const folder = mkdtempSync(join(tmpdir(), "pm-bench-"));
try {
  console.log(
    `# Benchmark\n\nNode ${process.version}, ${cpus().length} processors, median of ${runs} runs.`,
  );
  printTable("Start", compare([empty, pm("--version"), pm("--help")], { cwd: folder, runs }));
  for (const count of counts) {
    for (const variant of VARIANTS) {
      const cwd = join(folder, `${variant}-${count}`);
      writeProject(cwd, { seed, count, variant });
      const programs = [
        empty,
        ...COMMANDS.map((name) => pm(name)),
        ...PEERS.map((argv) => ({ name: argv[0], argv })),
      ];
      printTable(`${count} documents, ${variant}`, compare(programs, { cwd, runs }));
      rmSync(cwd, { recursive: true });
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}

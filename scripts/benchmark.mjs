// Times commands of pm over many documents: the examples, copied into a folder of their own as often as
// asked for. Prints the median of the runs of each, which is for comparing two states of the code on one
// machine that does nothing else, and says little about any other.
// Options: --copies N (default 50, which makes 1,000 documents), --runs N (default 3).
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { median } from "d3-array";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const EXAMPLES = join(ROOT, "examples");
const COMMANDS = [
  ["lint"],
  ["gaps"],
  ["ttd"],
  ["signal"],
  ["suggest", "--limit", "10"],
  ["families"],
];

function wholeNumber(name, written) {
  const number = Number(written);
  if (Number.isInteger(number) && number > 0) return number;
  throw new RangeError(`--${name} ${written}: expected a whole number from 1`);
}

function copyExamples(copies) {
  const folder = mkdtempSync(join(tmpdir(), "pm-benchmark-"));
  for (const name of ["pm.yaml", "taxonomy.yaml"]) cpSync(join(EXAMPLES, name), join(folder, name));
  for (let copy = 1; copy <= copies; copy += 1) {
    cpSync(join(EXAMPLES, "postmortems"), join(folder, "postmortems", `copy-${copy}`), {
      recursive: true,
    });
  }
  return folder;
}

/** Seconds that a command takes. */
function timed(command, folder) {
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, "bin/pm.js"),
      ...command,
      "--dir",
      folder,
      "--output",
      join(folder, "out"),
      "--force",
    ],
    { encoding: "utf8" },
  );
  if (status !== 0 && status !== 1) throw new Error(`pm ${command.join(" ")}: ${stderr}`);
  return (performance.now() - began) / 1000;
}

function run() {
  const { values } = parseArgs({
    options: {
      copies: { type: "string", default: "50" },
      runs: { type: "string", default: "3" },
    },
  });
  const copies = wholeNumber("copies", values.copies);
  const runs = wholeNumber("runs", values.runs);
  const folder = copyExamples(copies);
  try {
    const documents = copies * readdirSync(join(EXAMPLES, "postmortems")).length;
    console.log(`${documents} documents, median of ${runs} runs`);
    for (const command of COMMANDS) {
      const seconds = median(Array.from({ length: runs }, () => timed(command, folder)));
      const each = ((1000 * seconds) / documents).toFixed(1);
      console.log(
        `  pm ${command[0].padEnd(10)}${seconds.toFixed(1).padStart(6)} s${each.padStart(8)} ms a document`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

run();

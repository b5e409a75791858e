// Kills commands that write, each after a time chosen by chance, and looks at what they left: every
// file is the old one or the new one, whole; the same command run again makes what one whole run makes.
// Options: --kills N (default 100), --seconds N, --seed N, --figures FILE (a line of JSON as it goes).
import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { clearTimeout, setTimeout } from "node:timers";
import { parseArgs } from "node:util";
import { chanceOf } from "./mutate.mjs";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    seconds: { type: "string", default: "Infinity" },
    seed: { type: "string", default: "1" },
    figures: { type: "string" },
  },
});
const PM = resolve("bin/pm.js");
const COMMANDS = [
  ["lint", "--fix", "--no-cache"],
  ["lint", "--cache"],
  ["import", "--write"],
  ["taxonomy", "rename", "messaging", "streams", "--no-alias", "--write"],
  ["export", "--output", "out", "--format", "csv", "--force"],
  ["export", "--output", "new", "--format", "csv"],
];
/** Files that may be left unfinished; the cache checks its own. */
const LEFT = /(?:^|\/)\.[^/]*\.pm-[0-9a-f]{12}|^\.pm\//;
const work = mkdtempSync(join(tmpdir(), "pm-kill-"));

/** Content by path of all files but those that may be left unfinished. */
function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String);
  return new Map(
    names
      .filter((name) => !LEFT.test(name) && statSync(join(folder, name)).isFile())
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

/** A folder with documents that every command changes. */
function prepare(folder) {
  cpSync("examples", folder, { recursive: true });
  const documents = join(folder, "postmortems");
  for (const name of readdirSync(documents)) {
    const path = join(documents, name);
    const text = readFileSync(path, "utf8").replace(/^severity: P(\d)$/m, "severity: SEV$1");
    writeFileSync(path, `${text.replace(/^services:/m, "affected_services:")}\n\n`);
  }
  runWhole(folder, ["export", "--output", "out", "--format", "csv"]);
}

function runWhole(folder, args) {
  return spawnSync(process.execPath, [PM, ...args], { cwd: folder });
}

/** Runs a command, and kills it after some milliseconds; returns whether that was before it ended. */
function runKilled(folder, args, milliseconds) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [PM, ...args], { cwd: folder, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.on("exit", (_code, signal) => {
      clearTimeout(timer);
      done(signal === "SIGKILL");
    });
  });
}

/** What one command does to the folder when nobody kills it, and how long it takes. */
function wholeRun(origin, args) {
  const folder = join(work, "whole");
  cpSync(origin, folder, { recursive: true });
  const began = Date.now();
  runWhole(folder, args);
  const milliseconds = Date.now() - began;
  const after = filesOf(folder);
  rmSync(folder, { recursive: true });
  return { args, after, milliseconds };
}

/** What a kill broke: files that are neither old nor new, or a second run that does not end the first. */
function brokenIn(folder, before, { args, after }) {
  const now = filesOf(folder);
  const torn = [...now].filter(
    ([name, text]) => text !== before.get(name) && text !== after.get(name),
  );
  const gone = [...before.keys()].filter((name) => after.has(name) && !now.has(name));
  // A folder that is replaced is gone for a moment, as a whole, and the next run puts it back.
  const isReplaced =
    args[0] === "export" &&
    gone.every((name) => name.startsWith("out/")) &&
    gone.length === before.size - now.size;
  const broken = torn.map(([name]) => `${name} is torn`);
  if (gone.length > 0 && !isReplaced) broken.push(`${gone.join()} is gone`);
  runWhole(folder, args);
  const again = filesOf(folder);
  const others = [...after].filter(([name, text]) => again.get(name) !== text);
  if (others.length > 0) broken.push(`run again, ${others.map(([name]) => name)} differ`);
  return broken;
}

const origin = join(work, "origin");
prepare(origin);
const before = filesOf(origin);
const wholes = COMMANDS.map((args) => wholeRun(origin, args));
const seed = Number(values.seed);
const until = Date.now() + Number(values.seconds) * 1000;
const counts = { seed, runs: 0, kills: 0, broken: 0 };
for (; counts.kills < Number(values.kills) && Date.now() < until; counts.runs += 1) {
  const { below, pick } = chanceOf(seed, counts.runs);
  const whole = pick(wholes);
  const folder = join(work, "killed");
  cpSync(origin, folder, { recursive: true });
  // Nothing is written before a process has loaded what it needs.
  const late = Math.round(whole.milliseconds * (0.3 + below(1000) / 1100));
  if (await runKilled(folder, whole.args, late)) {
    counts.kills += 1;
    for (const why of brokenIn(folder, before, whole)) {
      counts.broken += 1;
      console.log(`run ${counts.runs}, ${whole.args.join(" ")} after ${late} ms: ${why}`);
    }
  }
  rmSync(folder, { recursive: true });
  if (values.figures) writeFileSync(values.figures, `${JSON.stringify(counts)}\n`);
}
rmSync(work, { recursive: true });
console.log(`${counts.kills} kills of seed ${seed}: ${counts.broken} broken promises`);
process.exitCode = counts.broken > 0 ? 1 : 0;

// Kills commands that write, most of them while they write, and looks at what they left: every file is
// the old one or the new one, whole. One in ten is run again, and has to make what one whole run makes.
// Options: --kills N (default 100), --seconds N, --seed N, --figures FILE (a line of JSON as it goes).
import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
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
  ["suggest", "--accept-above", "0.1", "--write"],
  ["new", "A slow queue", "--yes", "--started", "2026-03-14T02:15Z"],
  ["init", "unprepared", "--folder", "postmortems"],
];
/** What ends a command, with the exit code of one that notices it. */
const SIGNALS = new Map([
  ["SIGKILL", null],
  ["SIGINT", 130],
  ["SIGTERM", 143],
]);
/** Files that may be left unfinished; the cache checks its own. */
const UNFINISHED = /(?:^|\/)\.[^/]*\.pm-[0-9a-f]{12}/;
const LEFT = new RegExp(`${UNFINISHED.source}|^\\.pm/`);
/** Documents that all commands change. */
const DOCUMENTS = 4;
/** Of so many kills, one comes at any time from the start, not after the first sign of writing. */
const ANY_TIME_EVERY = 10;
/** Of so many kills, after one the command is run again. */
const AGAIN_EVERY = 10;
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

/** Whether a run left a file that it had not finished. */
function leftIn(folder) {
  return readdirSync(folder, { recursive: true }).some((name) => UNFINISHED.test(String(name)));
}

/** A folder with few documents that every command changes. */
function prepare(folder) {
  cpSync("examples", folder, { recursive: true });
  const documents = join(folder, "postmortems");
  const texts = readdirSync(documents).map((name) => {
    const path = join(documents, name);
    return { path, text: readFileSync(path, "utf8") };
  });
  const kept = texts.filter(({ text }) => text.includes("messaging.")).slice(0, DOCUMENTS);
  for (const { path } of texts) rmSync(path);
  for (const { path, text } of kept) {
    const other = text.replace(/^severity: P(\d)$/m, "severity: SEV$1");
    writeFileSync(path, `${other.replace(/^services:/m, "affected_services:")}\n\n`);
  }
  cpSync(documents, join(folder, "unprepared/postmortems"), { recursive: true });
  runWhole(folder, ["export", "--output", "out", "--format", "csv"]);
}

function runWhole(folder, args) {
  return spawnSync(process.execPath, [PM, ...args], { cwd: folder });
}

/** Calls `began` at the first change in a folder; returns what stops looking. */
function onFirstChange(folder, began) {
  const watchers = ["", "postmortems", "unprepared"].map((path) =>
    watch(join(folder, path), () => {
      stop();
      began();
    }),
  );
  const stop = () => watchers.forEach((one) => one.close());
  return stop;
}

/**
 * Runs a command, and ends it by a signal some milliseconds after its first change to the folder, or after its start.
 * @returns whether that was before it ended, and the milliseconds from the first change to the end.
 */
function runKilled(folder, args, { sinceChange, milliseconds, signal }) {
  return new Promise((done) => {
    let timer;
    let changed = null;
    const kill = () => (timer = setTimeout(() => child.kill(signal), milliseconds));
    const stop = onFirstChange(folder, () => {
      changed = performance.now();
      if (sinceChange) kill();
    });
    const child = spawn(process.execPath, [PM, ...args], { cwd: folder, stdio: "ignore" });
    if (!sinceChange) kill();
    child.on("exit", (code, endedBy) => {
      stop();
      clearTimeout(timer);
      const writing = changed === null ? 0 : performance.now() - changed;
      const isKilled = endedBy === signal || (code !== null && code === SIGNALS.get(signal));
      done({ isKilled, writing });
    });
  });
}

/** What one command does to the folder when nobody kills it, and how long it runs and writes. */
async function wholeRun(origin, args) {
  const folder = join(work, "whole");
  cpSync(origin, folder, { recursive: true });
  const began = performance.now();
  const never = { sinceChange: true, milliseconds: 1e6, signal: "SIGKILL" };
  const { writing } = await runKilled(folder, args, never);
  const whole = performance.now() - began;
  const after = filesOf(folder);
  rmSync(folder, { recursive: true });
  return { args, after, whole, writing };
}

/** What is in no file as it was or as it should be. */
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
  return broken;
}

/** What differs from one whole run after the command is run again. */
function brokenAgain(folder, { args, after }) {
  runWhole(folder, args);
  const again = filesOf(folder);
  const others = [...after].filter(([name, text]) => again.get(name) !== text);
  return others.length > 0 ? [`run again, ${others.map(([name]) => name)} differ`] : [];
}

/** When to kill a command, and by which signal. */
function chosenTime({ whole, writing }, run, { below, pick }) {
  const sinceChange = run % ANY_TIME_EVERY > 0;
  const most = sinceChange ? writing : whole;
  const milliseconds = Math.round((most * below(1000)) / 1000);
  return { sinceChange, milliseconds, signal: pick([...SIGNALS.keys()]) };
}

const origin = join(work, "origin");
prepare(origin);
const before = filesOf(origin);
const wholes = [];
for (const args of COMMANDS) wholes.push(await wholeRun(origin, args));
const seed = Number(values.seed);
const until = Date.now() + Number(values.seconds) * 1000;
const counts = { seed, runs: 0, kills: 0, whileWriting: 0, again: 0, unfinished: 0, broken: 0 };
for (; counts.kills < Number(values.kills) && Date.now() < until; counts.runs += 1) {
  const chance = chanceOf(seed, counts.runs);
  const whole = chance.pick(wholes);
  const folder = join(work, "killed");
  cpSync(origin, folder, { recursive: true });
  const time = chosenTime(whole, counts.runs, chance);
  if ((await runKilled(folder, whole.args, time)).isKilled) {
    const isAgain = counts.kills % AGAIN_EVERY === 0;
    counts.kills += 1;
    if (time.sinceChange) counts.whileWriting += 1;
    if (isAgain) counts.again += 1;
    const isUnfinished = [...filesOf(folder)].some(([name, text]) => before.get(name) !== text);
    if (isUnfinished || leftIn(folder)) counts.unfinished += 1;
    const broken = brokenIn(folder, before, whole);
    if (isAgain || broken.length > 0) broken.push(...brokenAgain(folder, whole));
    for (const why of broken) {
      counts.broken += 1;
      console.log(
        `run ${counts.runs}, ${whole.args.join(" ")}, ${time.signal} after ${time.milliseconds} ms: ${why}`,
      );
    }
  }
  rmSync(folder, { recursive: true });
  if (values.figures) writeFileSync(values.figures, `${JSON.stringify(counts)}\n`);
}
rmSync(work, { recursive: true });
console.log(`${counts.kills} kills of seed ${seed}: ${counts.broken} broken promises`);
process.exitCode = counts.broken > 0 ? 1 : 0;

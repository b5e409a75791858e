// Simulates the verdicts of `pm gaps` on folders of which the truth is known, and prints the table of
// docs/verdicts.md. Settings and seeds stand in simulation/verdicts.mjs. Exits with 1 where a bound is
// broken. Options: --runs N (default 1000); --report FILE simulates another build's gaps report.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { seededRandom } from "../build/statistics/random.js";
import { SETTINGS, simulations } from "./simulation/verdicts.mjs";

function option(name) {
  const at = process.argv.indexOf(name);
  return at === -1 ? null : process.argv[at + 1];
}

const runs = Number(option("--runs") ?? SETTINGS.runs);
const path = option("--report") ?? "build/reports/gaps/gaps.js";
const { gaps } = await import(pathToFileURL(resolve(path)).href);

const percent = (share) => `${(share * 100).toFixed(1)} %`;
console.log(`| simulated, ${runs} folders each | rate | bound |\n|---|---:|---|`);
let broken = 0;
for (const { name, most, least, rate } of simulations(gaps, seededRandom)) {
  const found = rate(runs);
  const holds = most === undefined ? found >= least : found <= most;
  if (!holds) broken += 1;
  const bound = most === undefined ? `at least ${percent(least)}` : `at most ${percent(most)}`;
  console.log(`| ${name} | ${percent(found)} | ${bound}${holds ? "" : ", broken"} |`);
}
process.exitCode = broken > 0 ? 1 : 0;

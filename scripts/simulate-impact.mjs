// Simulates `pm impact` on folders of which the truth is known, and prints the table of
// docs/statistics.md. Settings and seeds stand in simulation/impact.mjs. Exits with 1 where a bound is
// broken. Option: --runs N (default 2000).
import { impact } from "../build/reports/impact/impact.js";
import { seededRandom } from "../build/statistics/random.js";
import { SETTINGS, simulations } from "./simulation/impact.mjs";

const at = process.argv.indexOf("--runs");
const runs = at === -1 ? SETTINGS.runs : Number(process.argv[at + 1]);

const percent = (share) => `${(share * 100).toFixed(1)} %`;
console.log(`| simulated, ${runs} folders each | rate | bound |\n|---|---:|---|`);
let broken = 0;
for (const { name, most, rate } of simulations(impact, seededRandom)) {
  const found = rate(runs);
  const holds = most === undefined || found <= most;
  if (!holds) broken += 1;
  const bound = most === undefined ? "power, no bound" : `at most ${percent(most)}`;
  console.log(`| ${name} | ${percent(found)} | ${bound}${holds ? "" : ", broken"} |`);
}
process.exitCode = broken > 0 ? 1 : 0;

// Simulates `pm impact` on folders of which the truth is known, and prints the table of
// docs/statistics.md. Settings and seeds stand in simulation/impact.mjs. Exits with 1 where a bound is
// broken. Option: --runs N (default 2000).
import { parseArgs } from "node:util";
import { impact } from "../build/reports/impact/impact.js";
import { seededRandom } from "../build/statistics/random.js";
import { SETTINGS, simulations } from "./simulation/impact.mjs";
import { printRates } from "./simulation/print.mjs";

const { values } = parseArgs({
  options: { runs: { type: "string", default: String(SETTINGS.runs) } },
});
printRates(simulations(impact, seededRandom), Number(values.runs));

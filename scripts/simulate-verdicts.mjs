// Simulates the verdicts of `pm gaps` on folders of which the truth is known, and prints the table of
// docs/verdicts.md. Settings and seeds stand in simulation/verdicts.mjs. Exits with 1 where a bound is
// broken. Options: --runs N (default 1000); --report FILE simulates another build's gaps report.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { seededRandom } from "../build/statistics/random.js";
import { printRates } from "./simulation/print.mjs";
import { SETTINGS, simulations } from "./simulation/verdicts.mjs";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: String(SETTINGS.runs) },
    report: { type: "string", default: "build/reports/gaps/gaps.js" },
  },
});
const { gaps } = await import(pathToFileURL(resolve(values.report)).href);
printRates(simulations(gaps, seededRandom), Number(values.runs));

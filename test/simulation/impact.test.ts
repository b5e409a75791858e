import { expect, test } from "vitest";
import { simulations } from "../../scripts/simulation/impact.mjs";
import { impact } from "../../src/reports/impact/impact.ts";
import { seededRandom } from "../../src/statistics/random.ts";

const RUNS = 40;

/** Four standard errors of a share of so many runs: the seeds are fixed, so that this never varies. */
function margin(bound: number): number {
  return 4 * Math.sqrt((bound * (1 - bound)) / RUNS);
}

/** `npm run simulate:impact` simulates more folders; `docs/statistics.md` has its table. */
test.each(
  simulations(impact, seededRandom)
    .filter(({ most }) => most !== undefined)
    .map((simulation) => [simulation.name, simulation] as const),
)("%s", (_, { rate, most = 0 }) => {
  expect(rate(RUNS)).toBeLessThanOrEqual(most + margin(most));
});

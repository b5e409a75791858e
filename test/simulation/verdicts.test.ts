import { expect, test } from "vitest";
import { simulations } from "../../scripts/simulation/verdicts.mjs";
import { gaps } from "../../src/reports/gaps/gaps.ts";
import { seededRandom } from "../../src/statistics/random.ts";

const RUNS = 60;

/** Four standard errors of a share of so many runs: the seeds are fixed, so that this never varies. */
function margin(bound: number): number {
  return 4 * Math.sqrt((bound * (1 - bound)) / RUNS);
}

/** `npm run simulate:verdicts` simulates more folders; `docs/verdicts.md` has its table. */
test.each(
  simulations(gaps, seededRandom).map((simulation) => [simulation.name, simulation] as const),
)("%s", (_, { rate, most, least }) => {
  const found = rate(RUNS);
  if (most !== undefined) expect(found).toBeLessThanOrEqual(most + margin(most));
  if (least !== undefined) expect(found).toBeGreaterThanOrEqual(least - margin(least));
});

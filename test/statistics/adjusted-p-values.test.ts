import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustedPValues } from "../../src/statistics/adjusted-p-values.ts";
import { expectAsInR, rCases } from "./r-values.ts";

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 });

test.each(rCases<{ p: readonly number[] }>("adjusted"))("as in R: $input", (fixture) => {
  expectAsInR(adjustedPValues(fixture.input.p), fixture, 1e-14);
});

test("none", () => {
  expect(adjustedPValues([])).toEqual([]);
});

test("never below the p value, never above 1, and in the same order", () => {
  fc.assert(
    fc.property(pValues, (given) => {
      const adjusted = adjustedPValues(given);
      for (const [i, p] of given.entries()) {
        expect(adjusted[i]).toBeGreaterThanOrEqual(p);
        expect(adjusted[i]).toBeLessThanOrEqual(1);
        for (const [j, q] of given.entries()) {
          if (p <= q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? NaN);
        }
      }
    }),
  );
});

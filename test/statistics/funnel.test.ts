import fc from "fast-check";
import { expect, test } from "vitest";
import { funnelLimits } from "../../src/statistics/funnel.ts";
import { expectAsInR, rCases } from "./r-values.ts";

interface Input {
  readonly n: number;
  readonly share: number;
  readonly confidence: number;
}

test.each(rCases<Input>("funnel"))("as in R: $input", (fixture) => {
  const { n, share, confidence } = fixture.input;
  const limits = funnelLimits(n, share, confidence);
  // A limit below 0 cannot be reached, and is 0.
  const value = fixture.value.map((limit) => Math.max(0, limit ?? NaN));
  expectAsInR([limits?.low ?? null, limits?.high ?? null], { ...fixture, value });
});

test("a group without any has no limits; a share of none or all leaves no room", () => {
  expect(funnelLimits(0, 0.3)).toBeNull();
  expect(funnelLimits(12, 0)).toEqual({ low: 0, high: 0 });
  expect(funnelLimits(12, 1)).toEqual({ low: 1, high: 1 });
});

test("the share is within, 95 % within 99.8 %, and four times the group has narrower limits", () => {
  const sizes = fc.integer({ min: 4, max: 300 });
  const shares = fc.double({ min: 0.02, max: 0.98, noNaN: true });
  fc.assert(
    fc.property(sizes, shares, (n, share) => {
      const inner = funnelLimits(n, share) ?? { low: NaN, high: NaN };
      const outer = funnelLimits(n, share, 0.998) ?? { low: NaN, high: NaN };
      const larger = funnelLimits(4 * n, share) ?? { low: NaN, high: NaN };
      expect(inner.low).toBeLessThanOrEqual(share);
      expect(inner.high).toBeGreaterThanOrEqual(share);
      expect(outer.low).toBeLessThanOrEqual(inner.low);
      expect(outer.high).toBeGreaterThanOrEqual(inner.high);
      expect(larger.high - larger.low).toBeLessThanOrEqual(inner.high - inner.low);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { lanesOf } from "../../../src/formats/charts/lanes.ts";

test.each([
  ["apart", [10, 100, 200], [0, 0, 0]],
  ["two close ones lie on both sides", [10, 20, 200], [0, 1, 0]],
  ["a third goes further out", [10, 20, 30], [0, 1, 2]],
])("%s", (_name, middles, expected) => {
  expect(lanesOf(middles.map((middle) => ({ middle, width: 50 })))).toEqual(expected);
});

test("no two labels of a row overlap", () => {
  const middles = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 12 });
  fc.assert(
    fc.property(middles, fc.integer({ min: 1, max: 90 }), (given, width) => {
      const sorted = given.toSorted((a, b) => a - b);
      const lanes = lanesOf(sorted.map((middle) => ({ middle, width })));
      for (const [at, lane] of lanes.entries()) {
        const before = lanes.lastIndexOf(lane, at - 1);
        if (at === 0 || before === -1) continue;
        expect((sorted[at] ?? 0) - (sorted[before] ?? 0)).toBeGreaterThanOrEqual(width);
      }
    }),
  );
});

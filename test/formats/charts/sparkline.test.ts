import fc from "fast-check";
import { expect, test } from "vitest";
import { sparkline } from "../../../src/formats/charts/bars.ts";

test.each([
  [[], ""],
  [[0], "▁"],
  [[0, 0, 0], "▁▁▁"],
  [[1], "█"],
  [[0, 1, 2, 4, 7], "▁▂▃▅█"],
  [[1, 1000], "▂█"],
  [[0, 0.2, 0.4], "▁▅█"],
])("%j is drawn as %s", (counts, expected) => {
  expect(sparkline(counts)).toBe(expected);
});

test("none is told from some, and more is never lower", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1 }), (counts) => {
      const drawn = Array.from(sparkline(counts));
      expect(drawn.map((bar) => bar === "▁")).toEqual(counts.map((count) => count === 0));
      const bySize = counts
        .map((count, at) => ({ count, bar: drawn[at] ?? "" }))
        .toSorted((a, b) => a.count - b.count)
        .map(({ bar }) => bar);
      expect(bySize).toEqual(bySize.toSorted());
    }),
  );
});

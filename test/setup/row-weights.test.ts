import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { WEIGHED } from "../../src/core/settings/row-weights.ts";
import { parseRowWeights } from "../../src/setup/row-weights.ts";
import { ROOT } from "../support/root.ts";

const SHIPPED = join(ROOT, "data/en/rows.json");

test("weights are read by feature, one for each milestone", () => {
  const text = JSON.stringify({ version: 1, weights: { "is failure": [1, 0.5, 0, 0, -1] } });
  expect([...parseRowWeights({ path: "rows.json", text })]).toEqual([
    ["is failure", [1, 0.5, 0, 0, -1]],
  ]);
});

test("a feature with too few weights is named with its place", () => {
  const text = JSON.stringify({ version: 1, weights: { "is failure": [1, 0.5] } });
  expect(() => parseRowWeights({ path: "rows.json", text })).toThrow(/rows\.json:\d+:\d+ /);
});

test("the weights that ship are few", () => {
  const weights = parseRowWeights({ path: "rows.json", text: readFileSync(SHIPPED, "utf8") });
  expect(weights.get("is failure")).toHaveLength(WEIGHED.length);
  expect(statSync(SHIPPED).size).toBeLessThan(60_000);
});

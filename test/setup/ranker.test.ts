import { expect, test } from "vitest";
import { parseRanker } from "../../src/setup/ranker.ts";

const VALID = {
  version: 1,
  bias: -0.5,
  damping: 0.25,
  mix: { bias: 0, text: 1, "likely knowledge": 0.5 },
  for: { knowledge: { "=surpris": 0.4 } },
  against: { "=restart": -0.3 },
};

test("weights are read with the kind that they speak for", () => {
  const { weights, bias, mix } = parseRanker({ path: "ranker.json", text: JSON.stringify(VALID) });
  expect(bias).toBe(-0.5);
  expect(mix.get("likely knowledge")).toBe(0.5);
  expect([...weights]).toEqual([
    ["=restart", { weight: -0.3, kind: null }],
    ["=surpris", { weight: 0.4, kind: "knowledge" }],
  ]);
});

test("what is missing is named with its place", () => {
  const { mix, ...rest } = VALID;
  expect(mix.text).toBe(1);
  const file = { path: "ranker.json", text: JSON.stringify(rest) };
  expect(() => parseRanker(file)).toThrow(/ranker\.json:\d+:\d+ Missing key `mix`/);
});

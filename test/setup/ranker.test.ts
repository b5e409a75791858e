import { expect, test } from "vitest";
import { parseRanker } from "../../src/setup/ranker.ts";

const VALID = {
  version: 1,
  bias: -0.5,
  damping: 0.25,
  mix: { bias: 0, text: 1, "likely knowledge": 0.5 },
  weights: { "=restart": -0.3, "=surpris": 0.4 },
  kinds: { knowledge: { bias: 0.2, weights: { "=surpris": 1.1 } } },
};

test("weights are read, for a gap and for its kind", () => {
  const { weights, bias, mix, kinds } = parseRanker({
    path: "ranker.json",
    text: JSON.stringify(VALID),
  });
  expect(bias).toBe(-0.5);
  expect(mix.get("likely knowledge")).toBe(0.5);
  expect([...weights]).toEqual([
    ["=restart", -0.3],
    ["=surpris", 0.4],
  ]);
  expect(kinds.get("knowledge")).toEqual({ bias: 0.2, weights: new Map([["=surpris", 1.1]]) });
});

test("what is missing is named with its place", () => {
  const { mix, ...rest } = VALID;
  expect(mix.text).toBe(1);
  const file = { path: "ranker.json", text: JSON.stringify(rest) };
  expect(() => parseRanker(file)).toThrow(/ranker\.json:\d+:\d+ Missing key `mix`/);
});

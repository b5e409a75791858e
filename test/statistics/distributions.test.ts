import { describe, expect, test } from "vitest";
import {
  binomialAt,
  binomialAtMost,
  gammaUpperQuantile,
  logChoose,
  normalCdf,
  normalQuantile,
  normalReach,
} from "../../src/statistics/distributions.ts";
import { expectAsInR, rCases } from "./r-values.ts";

describe("distributions are those of R", () => {
  test.each(rCases<{ z: number; p: number }>("normal"))("normal $input", (fixture) => {
    const { z, p } = fixture.input;
    expectAsInR([normalCdf(z), normalQuantile(p)], fixture, 1e-13);
  });

  test.each(rCases<{ upper: number; shape: number }>("gamma"))("gamma $input", (fixture) => {
    const { upper, shape } = fixture.input;
    expectAsInR([gammaUpperQuantile(upper, shape)], fixture, 1e-12);
  });

  test.each(rCases<{ k: number; n: number; p: number }>("binomial"))(
    "binomial $input",
    (fixture) => {
      const { k, n, p } = fixture.input;
      expectAsInR([binomialAtMost(k, n, p), binomialAt(k, n, p)], fixture, 1e-11);
    },
  );
});

test("95 % of normal values are within 1.96 of the middle", () => {
  expect(normalReach(0.95)).toBeCloseTo(1.959963984540054, 14);
});

test("ways to choose", () => {
  expect(Math.exp(logChoose(10, 3))).toBeCloseTo(120, 10);
  expect(logChoose(7, 0)).toBe(0);
});

test.each([
  { k: -1, n: 3, p: 0.5, atMost: 0, at: 0 },
  { k: 4, n: 3, p: 0.5, atMost: 1, at: 0 },
  { k: 0, n: 3, p: 0, atMost: 1, at: 1 },
  { k: 1, n: 3, p: 0, atMost: 1, at: 0 },
  { k: 3, n: 3, p: 1, atMost: 1, at: 1 },
  { k: 2, n: 3, p: 1, atMost: 0, at: 0 },
])("at the edges of the binomial: $k of $n with $p", ({ k, n, p, atMost, at }) => {
  expect(binomialAtMost(k, n, p)).toBe(atMost);
  expect(binomialAt(k, n, p)).toBe(at);
});

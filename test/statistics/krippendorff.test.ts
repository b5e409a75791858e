import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  krippendorffAlpha,
  krippendorffInterval,
  type Unit,
} from "../../src/statistics/krippendorff.ts";
import { seededRandom } from "../../src/statistics/random.ts";

/** Rows of one character per unit, "." for none, turned into units. */
function unitsOf(...observers: readonly string[]): readonly Unit[] {
  const [first = ""] = observers;
  return Array.from(first, (_, unit) =>
    observers.map((row) => (row[unit] === "." ? null : (row[unit] ?? null))),
  );
}

describe("the examples of Krippendorff (2011)", () => {
  test("A: two observers, two values", () => {
    const { alpha } = krippendorffAlpha(unitsOf("0100000010", "1110010000"));
    expect(alpha).toBeCloseTo(0.095, 3);
  });

  test("B: two observers, five values", () => {
    const { alpha } = krippendorffAlpha(unitsOf("aabbdcccedda", "babbbccceddd"));
    expect(alpha).toBeCloseTo(0.692, 3);
  });

  const four = unitsOf("123321412...", "1233224125.3", ".3332342251.", "12332441251.");

  test("C: four observers, five values, gaps", () => {
    const { alpha, units, judgements } = krippendorffAlpha(four);
    expect(alpha).toBeCloseTo(0.743, 3);
    expect({ units, judgements }).toEqual({ units: 11, judgements: 40 });
  });

  test("C: its interval holds it, and is the same for the same seed", () => {
    const interval = krippendorffInterval(four, seededRandom(5));
    expect(interval).toEqual(krippendorffInterval(four, seededRandom(5)));
    expect(interval?.low).toBeLessThan(0.743);
    expect(interval?.high).toBeGreaterThan(0.743);
  });
});

test.each([{ units: [] }, { units: unitsOf("a.", ".b") }, { units: unitsOf("aaa", "aaa") }])(
  "nothing that could differ: $units",
  ({ units }) => {
    expect(krippendorffAlpha(units).alpha).toBeNull();
    expect(krippendorffInterval(units, seededRandom(1), 50)).toBeNull();
  },
);

test("names of values may be anything", () => {
  const { alpha } = krippendorffAlpha([
    ["constructor", "constructor"],
    ["__proto__", "__proto__"],
  ]);
  expect(alpha).toBe(1);
});

const unit = fc.array(fc.constantFrom("a", "b", "c", null), { minLength: 2, maxLength: 4 });
const units = fc.array(unit, { maxLength: 20 });

test("alpha is at most 1, 1 exactly where all agree, and needs no order", () => {
  fc.assert(
    fc.property(units, (given) => {
      const { alpha } = krippendorffAlpha(given);
      if (alpha === null) return;
      const agree = given.every((values) => new Set(values.filter((v) => v !== null)).size < 2);
      expect(alpha === 1).toBe(agree);
      expect(alpha).toBeLessThanOrEqual(1);
      const turned = given.toReversed().map((values) => values.toReversed());
      expect(krippendorffAlpha(turned).alpha).toBeCloseTo(alpha, 12);
    }),
  );
});

import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** A value that R gave; null is its NA. */
type RValue = number | null;

/** What R was asked, and what it said. */
export interface RCase<Input> {
  readonly r: string;
  readonly input: Input;
  readonly value: readonly RValue[];
}

interface File<Input> {
  readonly r: string;
  readonly cases: readonly { readonly input: Input; readonly value: readonly unknown[] }[];
}

function decoded(value: unknown): RValue {
  if (value === "Infinity") return Infinity;
  // R knows −0, which is no other value here.
  return typeof value === "number" ? value + 0 : null;
}

/** The cases of a topic, which `scripts/statistics-fixtures.R` wrote. */
export function rCases<Input>(topic: string): readonly RCase<Input>[] {
  const url = new URL(`fixtures/${topic}.json`, import.meta.url);
  const { r, cases } = JSON.parse(readFileSync(url, "utf8")) as File<Input>;
  return cases.map(({ input, value }) => ({ r, input, value: value.map(decoded) }));
}

/** How far a value may be from R's, as a share of R's. */
const RELATIVE = 1e-9;

/** Expects values to be those of R, up to `relative` of each. */
export function expectAsInR(
  actual: readonly (number | null)[],
  { r, input, value }: RCase<unknown>,
  relative = RELATIVE,
): void {
  const asked = `${r} with ${JSON.stringify(input)}`;
  expect(actual, asked).toHaveLength(value.length);
  for (const [index, expected] of value.entries()) {
    const got = actual[index] ?? null;
    const same =
      got === expected ||
      (got !== null &&
        expected !== null &&
        Math.abs(got - expected) <= relative * Math.abs(expected));
    expect(same, `${asked}, value ${index}: ${String(got)}, R says ${String(expected)}`).toBe(true);
  }
}

import { expect, test } from "vitest";
import { bytesOfRows, readRows } from "../../src/cache/rows.ts";

const VALUES = [
  { name: "a", facts: [{ value: 1, source: "text" }], none: [] },
  { name: "b", facts: [], none: [] },
  null,
];

function kept(head: unknown, values: readonly unknown[]) {
  return readRows(Buffer.concat(bytesOfRows(head, values, (one) => one) ?? []));
}

test("each value comes back by itself, in any order, with the head of all", () => {
  const { head, valueAt } = kept({ names: ["A"] }, VALUES);
  expect(head).toEqual({ names: ["A"] });
  expect([2, 1, 0, 1].map(valueAt)).toEqual([VALUES[2], VALUES[1], VALUES[0], VALUES[1]]);
});

test("so do more than are held at one time", () => {
  const values = Array.from({ length: 1201 }, (_, at) => ({ at, of: [at / 2, "text"] }));
  const { valueAt } = kept(null, values);
  expect(values.map((_, at) => valueAt(at))).toEqual(values);
});

test("there are no bytes of what JSON does not hold as it is", () => {
  expect(bytesOfRows(null, [{ value: Number.NaN }], (one) => one)).toBeNull();
});

test("a place where no value is gives none", () => {
  const { valueAt } = kept(null, VALUES);
  expect(() => valueAt(3)).toThrow(RangeError);
});

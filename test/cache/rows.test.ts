import { expect, test } from "vitest";
import { readRows, textOfRows } from "../../src/cache/rows.ts";

const VALUES = [
  { name: "a", facts: [{ value: 1, source: "text" }], none: [] },
  { name: "b", facts: [], none: [] },
  null,
];

test("each value comes back by itself, in any order, with the head of all", () => {
  const text = textOfRows({ names: ["A"] }, VALUES) ?? "";
  expect(text).not.toContain("\n");
  const { head, valueAt } = readRows(text);
  expect(head).toEqual({ names: ["A"] });
  expect([2, 1, 0, 1].map(valueAt)).toEqual([VALUES[2], VALUES[1], VALUES[0], VALUES[1]]);
});

test("there is no text of what JSON does not hold as it is", () => {
  expect(textOfRows(null, [{ value: Number.NaN }])).toBeNull();
});

test("a place where no value is gives none", () => {
  const { valueAt } = readRows(textOfRows(null, VALUES) ?? "");
  expect(() => valueAt(3)).toThrow(RangeError);
});

import { expect, test } from "vitest";
import { counted } from "../../src/core/counted.ts";

test.each<[count: number, noun: string, expected: string]>([
  [0, "incident", "0 incidents"],
  [1, "incident", "1 incident"],
  [2, "other incident", "2 other incidents"],
  [1, "entry", "1 entry"],
  [2, "entry", "2 entries"],
  [3, "day", "3 days"],
])("%d of %s", (count, noun, expected) => {
  expect(counted(count, noun)).toBe(expected);
});

import { expect, test } from "vitest";
import { firstOf } from "../../src/core/first-of.ts";

test.each<[names: string, listed: string]>([
  ["a", "a"],
  ["a b c d e f g h", "a, b, c, d, e, f, g, h"],
  ["a b c d e f g h i", "a, b, c, d, e, f, g, h and 1 more"],
  ["a b c d e f g h i j k", "a, b, c, d, e, f, g, h and 3 more"],
])("%s are listed as %s", (names, listed) => {
  expect(firstOf(names.split(" "))).toBe(listed);
});

import { expect, test } from "vitest";
import { stretchesOf, withoutCodeMarks } from "../../../src/core/text/inline-code.ts";

test.each([
  ["run `pm lint` first", ["run ", "[pm lint]", " first"], "run pm lint first"],
  ["`a` and `b`", ["[a]", " and ", "[b]"], "a and b"],
  ["a ` alone", ["a ` alone"], "a ` alone"],
  ["``", ["``"], "``"],
  ["", [], ""],
])("%j", (text, parts, plain) => {
  expect(stretchesOf(text).map((one) => (one.isCode ? `[${one.text}]` : one.text))).toEqual(parts);
  expect(withoutCodeMarks(text)).toBe(plain);
});

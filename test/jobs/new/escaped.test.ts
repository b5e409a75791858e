import { expect, test } from "vitest";
import { escaped } from "../../../src/jobs/new/escaped.ts";

test.each([
  ["a_b of #queues -> [person]", "a_b of #queues -> [person]"],
  ["_a_ *b* `c` <d> x|y", "\\_a\\_ \\*b\\* \\`c\\` \\<d> x\\|y"],
  ["# a #", "\\# a \\#"],
  ["[x](https://a.example)", "\\[x\\](https://a.example)"],
  ["[person](https://a.example)", "\\[person\\](https://a.example)"],
  ["[person][x]", "\\[person\\]\\[x\\]"],
  ["&amp; & b", "\\&amp; & b"],
])("%s", (text, expected) => {
  expect(escaped(text)).toBe(expected);
});

import { expect, test } from "vitest";
import { fitted, widestText } from "../../../src/formats/charts/canvas.ts";

test.each([
  ["a short label", "tracing", "tracing"],
  ["a long label", "a".repeat(40), `${"a".repeat(19)}…`],
  ["capitals", "A".repeat(40), `${"A".repeat(14)}…`],
  ["the widest letters", "W".repeat(40), `${"W".repeat(10)}…`],
  ["wide characters", "演".repeat(40), `${"演".repeat(9)}…`],
])("%s is cut where it would be drawn beyond its place", (_name, text, shown) => {
  expect(fitted(text, 144)).toBe(shown);
  expect(widestText([fitted(text, 144)])).toBeLessThanOrEqual(144);
});

test("a few characters are shown however little place there is", () => {
  expect(fitted("tracing", 1)).toBe("tra…");
});

import { expect, test } from "vitest";
import { parseDurationText } from "../../../src/assemble/written/durations.ts";

test.each([
  ["1h 28m", 88],
  ["19 hours 43 minutes.", 1183],
  ["544 minutes", 544],
  ["279 minutes [^3]", 279],
  ["11 Days", 15_840],
  ["~2h", 120],
  ["2d 1h 29m", 2969],
  ["90 seconds", 2],
  ["N/A", null],
  ["?", null],
  ["YYY", null],
  ["5 apples", null],
  ["about lunch", null],
  ["", null],
])("%j is %j minutes", (text, minutes) => {
  expect(parseDurationText(text)).toBe(minutes);
});

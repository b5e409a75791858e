import { expect, test } from "vitest";
import { durationAtEnd, parseDurationText } from "../../../src/assemble/written/durations.ts";

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

test.each([
  ["The queue is back up after 2 days, 1 hour, 7 minutes.", 2947],
  ["Back after about 40 min", 40],
  ["Back after lunch", null],
  ["Up for 40 min", null],
])("%j ends in %j minutes", (text, minutes) => {
  expect(durationAtEnd(text)).toBe(minutes);
});

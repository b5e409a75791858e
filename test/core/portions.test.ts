import { expect, test } from "vitest";
import { portionsOf, takePortion } from "../../src/core/portions.ts";

test("each place is handed out once, in order", () => {
  const portions = portionsOf(20);
  const taken: number[] = [];
  for (let one = takePortion(portions); one; one = takePortion(portions)) {
    for (let at = one.from; at < one.to; at += 1) taken.push(at);
  }
  expect(taken).toEqual(Array.from({ length: 20 }, (_, at) => at));
  expect(takePortion(portions)).toBeNull();
});

test("of an empty list there is nothing to take", () => {
  expect(takePortion(portionsOf(0))).toBeNull();
});

test("who has the same memory takes what is left", () => {
  const portions = portionsOf(20);
  expect(takePortion(portions)).toEqual({ from: 0, to: 8 });
  expect(takePortion(structuredClone(portions))).toEqual({ from: 8, to: 16 });
});

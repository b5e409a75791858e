import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { ownText, sharedText } from "../../../src/core/text/own-text.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function heldBytes(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

test("a part of a text does not hold the whole", () => {
  const before = heldBytes();
  const parts = Array.from({ length: 500 }, (_, at) => {
    const whole = `${at} of many words `.repeat(4000);
    return ownText(whole.slice(1000, 1040));
  });
  const held = heldBytes() - before;
  expect(parts.every(({ length }) => length === 40)).toBe(true);
  // The wholes take 35 MB.
  expect(held).toBeLessThan(3_000_000);
});

test.each(["", "a", "payouts", "a lock on the ledger".repeat(20), "🚀 очередь"])(
  "%j stays the same",
  (text) => {
    expect(ownText(text)).toBe(text);
    expect(sharedText(text)).toBe(text);
    expect(sharedText(` ${text}`.slice(1))).toBe(text);
  },
);

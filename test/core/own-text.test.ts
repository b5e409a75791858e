import { expect, test } from "vitest";
import { ownText, sharedText } from "../../src/core/own-text.ts";

test.each(["", "payouts", "a lock on the ledger".repeat(20), "очередь 🚀"])(
  "%j stays the same",
  (text) => {
    expect(ownText(text)).toBe(text);
    expect(sharedText(text)).toBe(text);
    expect(sharedText(` ${text}`.slice(1))).toBe(text);
  },
);

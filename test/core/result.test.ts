import { expect, test } from "vitest";
import { no, ok, valueOr } from "../../src/core/result.ts";

test("another value stands in only where there is none", () => {
  expect(valueOr(ok(null), "another")).toBeNull();
  expect(valueOr(no("why"), "another")).toBe("another");
});

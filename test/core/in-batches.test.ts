import { expect, test } from "vitest";
import { inBatches } from "../../src/core/in-batches.ts";

test("values are computed once there are so many, and what is asked before that at once", () => {
  const made: string[] = [];
  const later = inBatches<string>(3);
  const put = (value: string) =>
    later(() => {
      made.push(value);
      return value.toUpperCase();
    });
  const [, second] = [put("a"), put("b")];
  expect(made).toEqual([]);
  expect(second()).toBe("B");
  expect(made).toEqual(["b"]);
  const third = put("c");
  expect(made).toEqual(["b", "a", "c"]);
  expect([second(), third()]).toEqual(["B", "C"]);
  const fourth = put("d");
  expect(made).toEqual(["b", "a", "c"]);
  expect([fourth(), fourth()]).toEqual(["D", "D"]);
  expect(made).toEqual(["b", "a", "c", "d"]);
});

import { expect, test } from "vitest";
import { memo, memoLast, memoText, memoTextOf, once } from "../../src/core/memo.ts";

test("memo computes once for each object, also what is empty", () => {
  const asked: object[] = [];
  const lengthOf = memo((list: readonly string[], unit: string) => {
    asked.push(list);
    return list.length === 0 ? "" : `${list.length} ${unit}`;
  });
  const [two, none] = [["a", "b"], []];
  expect([lengthOf(two, "m"), lengthOf(two, "km"), lengthOf(["a", "b"], "km")]).toEqual([
    "2 m",
    "2 m",
    "2 km",
  ]);
  expect([lengthOf(none, "m"), lengthOf(none, "m")]).toEqual(["", ""]);
  expect(asked).toEqual([two, ["a", "b"], none]);
});

test("once computes at the first call, and again only where that failed", () => {
  let calls = 0;
  const value = once(() => {
    calls += 1;
    if (calls === 1) throw new Error("not yet");
    return null;
  });
  expect(value).toThrow("not yet");
  expect([value(), value(), calls]).toEqual([null, null, 2]);
});

test("memoText computes once for each text, also what is empty, and again where there were many", () => {
  let computed = 0;
  const shout = memoText((text) => {
    computed += 1;
    return text.toUpperCase();
  });
  expect([shout("a"), shout("a"), shout(""), shout("")]).toEqual(["A", "A", "", ""]);
  expect(computed).toBe(2);
  for (let at = 0; at < 20_000; at += 1) shout(String(at));
  expect(shout("a")).toBe("A");
  expect(computed).toBe(20_003);
});

test("memoTextOf computes once for each text and object", () => {
  const asked: string[] = [];
  const [short, long] = [{ times: 1 }, { times: 2 }];
  const repeated = memoTextOf((text, { times }: typeof short) => {
    asked.push(text);
    return text === "" ? null : text.repeat(times);
  });
  expect(["a", "a", "", ""].map((text) => repeated(text, short))).toEqual(["a", "a", null, null]);
  expect([repeated("a", long), repeated("a", short)]).toEqual(["aa", "a"]);
  expect(asked).toEqual(["a", "", "a"]);
});

test("memoLast computes once while it is asked for the same text", () => {
  const asked: string[] = [];
  const lengthOf = memoLast((text) => {
    asked.push(text);
    return text.length;
  });
  expect([lengthOf(""), lengthOf(""), lengthOf("ab"), lengthOf("")]).toEqual([0, 0, 2, 0]);
  expect(asked).toEqual(["", "ab", ""]);
});

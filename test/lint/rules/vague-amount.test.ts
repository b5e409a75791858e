import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

test.each<[text: string, expected: readonly string[]]>([
  ["Many users could not pay.", ["1:1 `Many users`"]],
  ["Several of our customers complained.", ["1:1 `Several of our customers`"]],
  ["A lot of failed requests came.", ["1:1 `A lot of failed requests`"]],
  ["A significant number of orders were lost.", ["1:1 `A significant number of orders`"]],
  ["It was down for a very long time.", ["1:17 `a very long time`"]],
  ["It took a while.", ["1:4 `took a while`"]],
  ["It was blocked for several hours.", ["1:20 `several hours`"]],
  ["Latency increased significantly.", ["1:9 `increased significantly`"]],
  ["Latency was significantly higher.", ["1:13 `significantly higher`"]],
  ["At 02:15 many users saw 503 errors.", ["1:10 `many users`"]],
  ["On 14 March 2026 many users left.", ["1:18 `many users`"]],
])("%j is reported", (text, expected) => {
  expect(lintDocument("vague-amount", text)).toEqual(
    expected.map((place) => place.replace(" ", " Unexpected vague amount ")),
  );
});

test.each([
  "Many users (about 1,200) could not pay.",
  "Latency increased significantly, from 20 ms to 900 ms.",
  "How many users saw it?",
  "If many users come together, the queue grows.",
  "It ended with too many redirects.",
  "It has many causes.",
  "The job runs every few minutes.",
  "A few weeks ago it moved.",
  "The limit has been known for a while.",
  "It fails several times a week.",
  "This would significantly reduce the load.",
  "## Actions\n\n- Alert when many requests fail.",
  'A customer wrote "many orders are lost".',
])("%j is left alone", (text) => {
  expect(lintDocument("vague-amount", text)).toEqual([]);
});

test("a full stop before code is none of the phrase", () => {
  const text =
    "It broke several processes. `a.com` is checked, many jobs. `b` too, about several approx. `c`.";
  expect(lintDocument("vague-amount", text)).toEqual([
    "1:10 Unexpected vague amount `several processes`",
    "1:49 Unexpected vague amount `many jobs`",
  ]);
  expect(lintHints("vague-amount", text)[0]).toBe("How many processes?");
});

test("the hint asks for the number", () => {
  const text = "Many users waited for a long time, and errors increased significantly.";
  expect(lintHints("vague-amount", text)).toEqual([
    "How many users?",
    "How long, from when to when?",
    "By how much, from what to what?",
  ]);
});

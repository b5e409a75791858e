import { expect, test } from "vitest";
import { namesPerson, redactPeople } from "../../src/people/people.ts";

test.each([
  ["@alex told us", "[person] told us"],
  ["josé@example.com called", "[person] called"],
  ["a.b+c@mail.example.co.uk", "[person]"],
  ["(@alex-b)", "([person])"],
  ["@my-org/package was published", "@my-org/package was published"],
  ["pinned to left-pad@1.3.0", "pinned to left-pad@1.3.0"],
  ["p99 @ 400 ms", "p99 @ 400 ms"],
])("%j reads %j", (text, redacted) => {
  expect(redactPeople(text)).toBe(redacted);
  expect(namesPerson(text)).toBe(text !== redacted);
});

test("people are withheld where they stand, an address once", () => {
  const text = "@alex and josé@example.com, not @my-org/package, then (@alex-b)";
  expect(redactPeople(text)).toBe("[person] and [person], not @my-org/package, then ([person])");
});

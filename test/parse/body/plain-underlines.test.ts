import { expect, test } from "vitest";
import { plainUnderlines } from "../../../src/parse/body/plain-underlines.ts";

test("lines of signs below titles are those of markdown, of the same length", () => {
  const text = "Queue full\n\nSummary\n~~~~~~~\n\nLate.\n\nCauses\n~~~~~~\n\nNote\n^^^^\n";
  expect(plainUnderlines(text)).toBe(
    "Queue full\n\nSummary\n-------\n\nLate.\n\nCauses\n------\n\nNote\n----\n",
  );
});

test("so are the rules of a table", () => {
  const text = "====  =====\nWho   State\n====  =====\ncore  open\n====  =====\n";
  expect(plainUnderlines(text)).toBe(text.replaceAll("=", "-"));
});

test.each([
  ["code between tildes", "Logs\n~~~~\ncode\n~~~~\n\nMore\n~~~~\nx\n~~~~\n"],
  ["one line of tildes", "Logs\n\nSummary\n~~~~~~~\ncode\n"],
  ["a line of signs that is longer", "Summary\n\nNote\n^^^^^^^^^^^^\n"],
  ["a heading of markdown", "Summary\n=======\n"],
])("%s stays", (_what, text) => {
  expect(plainUnderlines(text)).toBe(text);
});

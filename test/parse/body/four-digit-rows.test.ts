import { expect, test } from "vitest";
import { fourDigitRows } from "../../../src/parse/body/four-digit-rows.ts";
import { rewritten } from "../../support/rewritten-lines.ts";

const shown = (...lines: readonly string[]) => rewritten(lines, fourDigitRows);

test("lines that begin with times in four digits are rows", () => {
  const rows = [
    "1758  Power fails",
    "1759  Turnstiles open",
    "- 1812: Steward calls",
    "2005 - Closed",
  ];
  expect(shown(...rows)).toEqual([
    "17:58  Power fails",
    "17:59  Turnstiles open",
    "- 18:12: Steward calls",
    "20:05 - Closed",
  ]);
});

test("they may go on over lines and over midnight", () => {
  const rows = ["2310 Down", "", "  for all", "2350 Found", "0010 Up"];
  expect(shown(...rows)).toEqual(["23:10 Down", "", "  for all", "23:50 Found", "00:10 Up"]);
});

test.each<readonly [what: string, ...rows: string[]]>([
  ["years", "1999 first data centre", "2004 second", "2012 third"],
  ["few", "1758 Power fails", "1759 Turnstiles open"],
  ["numbers in no order", "1200 orders", "0900 items", "1500 users", "0100 admins"],
  ["numbers that are no times", "1275 orders", "1380 items", "1499 users"],
  ["numbers under several headings", "1000 a", "## B", "1100 b", "## C", "1200 c"],
])("%s are none", (_what, ...rows) => {
  expect(shown(...rows)).toEqual(rows);
});

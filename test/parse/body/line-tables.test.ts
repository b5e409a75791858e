import { expect, test } from "vitest";
import { gridTable, pipedTable } from "../../../src/parse/body/line-tables.ts";

const AT = { line: 1, column: 1, offset: 0 };
const RANGE = { start: AT, end: AT };

function linesOf(...texts: readonly string[]) {
  return texts.map((text) => ({ text, range: RANGE }));
}

test.each([
  ["|---|---|", true],
  ["|:--|--:| ---", true],
  ["--- ---", true],
  ["|---|---|--------5 | x |", false],
  // A pattern that could split the dashes in two anywhere would take years for these.
  [`|---|${"-".repeat(2000)}5 | x |`, false],
  [`|${"--:|".repeat(2000)}x|`, false],
])("whether line %# is one of dashes", (line, isMisruled) => {
  const table = pipedTable(linesOf("| Time | Event |", line, "| 12:00 | Lag |"), RANGE);
  expect(table !== null && "isMisruled" in table).toBe(isMisruled);
});

test("a cell of a grid goes on over lines, and blank ones add nothing", () => {
  const lines = linesOf("+--+--+", "| A | B |", "+==+==+", "| a | b |", "|  | c |", "+--+--+");
  const table = gridTable(lines, RANGE);
  expect(table?.type === "table" && table.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ["a", "b c"],
  ]);
});

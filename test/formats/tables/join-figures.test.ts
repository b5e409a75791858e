import { expect, test } from "vitest";
import type { Cell, ColumnType } from "../../../src/core/table.ts";
import { csv } from "../../../src/formats/tables/csv.ts";
import { joinFigures } from "../../../src/formats/tables/join-figures.ts";
import { markdown } from "../../../src/formats/tables/markdown.ts";
import { table } from "../../../src/formats/tables/table.ts";
import { column, report, section } from "./sample-reports.ts";

const KEYS = ["part", "of", "low", "high"] as const;

/** A section of one row, whose figure has some of its companions. */
function figure(
  type: ColumnType,
  value: Cell,
  beside: Partial<Record<(typeof KEYS)[number], Cell>>,
) {
  const keys = KEYS.filter((key) => key in beside);
  return section({
    columns: [
      column({ key: "name" }),
      column({ key: "value", type, joined: Object.fromEntries(keys.map((key) => [key, key])) }),
      ...keys.map((key) => column({ key, type })),
    ],
    rows: [["all", value, ...keys.map((key) => beside[key] ?? null)]],
  });
}

test.each<[ColumnType, Cell, Parameters<typeof figure>[2], Cell]>([
  ["share", 4 / 11, { part: 4, of: 11, low: 0.1517, high: 0.6463 }, "4 of 11, 36 % [15–65]"],
  ["share", 1, { part: 1, of: 1, low: 0.2065, high: 1 }, "1 of 1, 100 % [21–100]"],
  ["share", null, { part: 3, of: null, low: null, high: null }, "3"],
  ["share", null, { part: 0, of: 0, low: null, high: null }, "0"],
  ["count", 3, { low: 0.6187, high: 8.7673 }, "3 [0.6–8.8]"],
  ["number", 1.55, { low: 0.18, high: 5.63 }, "1.6 [0.2–5.6]"],
  ["minutes", 45, { of: 9, low: 20, high: 125 }, "45 min [20 min–2 h 5 min], n 9"],
  ["minutes", 45, { of: 3, low: null, high: null }, "45 min, n 3"],
  ["minutes", null, { of: 0, low: null, high: null }, null],
  ["number", 12, { of: 9, low: 5, high: null }, "12 [≥5], n 9"],
  ["number", 12, { of: 9, low: null, high: 30 }, "12 [≤30], n 9"],
])("a %s of %d with %j", (type, value, beside, expected) => {
  const joined = joinFigures(figure(type, value, beside));
  expect(joined.columns.map(({ key }) => key)).toEqual(["name", "value"]);
  expect(joined.rows).toEqual([["all", expected]]);
});

test("how often an interval holds is a column for programs, and for people who ask for all", () => {
  const median = section({
    columns: [
      column({ key: "value", type: "minutes", joined: { low: "low", coverage: "value_coverage" } }),
      column({ key: "low", type: "minutes" }),
      column({ key: "value_coverage", type: "share" }),
    ],
    rows: [[45, 20, 0.9688]],
  });
  const one = report({ sections: [median] });
  const look = { color: false, width: null };
  expect(table.render(one, look)).toContain("45 min [≥20 min]\n");
  expect(table.render(one, { ...look, isWide: true })).toContain("97 %\n");
  expect(csv.render(one)).toBe("value,low,value_coverage\n45,20,0.9688\n");
});

test("a section without such figures stays the same", () => {
  const plain = section({ columns: [column({ key: "name" })], rows: [["all"]] });
  expect(joinFigures(plain)).toBe(plain);
});

test("people read one cell, programs all columns", () => {
  const share = figure("share", 0.25, { part: 1, of: 4, low: 0.0456, high: 0.6994 });
  const one = report({ sections: [share] });
  const look = { color: false, width: 80 };
  expect(table.render(one, look)).toContain("all   1 of 4, 25 % [5–70]");
  expect(markdown.render(one, look)).toContain("| 1 of 4, 25 % \\[5–70] |");
  expect(csv.render(one)).toBe("name,value,part,of,low,high\nall,0.25,1,4,0.0456,0.6994\n");
});

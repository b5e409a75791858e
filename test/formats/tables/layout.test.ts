import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ColumnType } from "../../../src/core/table.ts";
import { layOut } from "../../../src/formats/tables/layout.ts";
import { column } from "./sample-reports.ts";

const columns = [
  column({ key: "competency", label: "Competency" }),
  column({ key: "kinds", label: "Kinds", type: "list", priority: 3 }),
  column({ key: "median", label: "Median time", type: "minutes", priority: 2 }),
  column({ key: "share", label: "Share", type: "share", priority: 2 }),
  column({ key: "seen", label: "Seen", type: "date", priority: 3 }),
];
/** Natural widths 22, 9, 11, 5 and 10; the median's minimum is 10. */
const rows = [["messaging.backpressure", "knowledge", "1 h 23 min", "40 %", "2026-06-03"]];

function layoutAt(width: number | null) {
  const { placed, leftOut } = layOut(columns, rows, width);
  return {
    widths: placed.map((one) => one.width),
    leftOut: leftOut.map(({ label }) => label),
  };
}

test("a wider table never hides a column that a narrower one shows", () => {
  const cell = fc.string({ unit: "grapheme-ascii", maxLength: 40 });
  const made = fc.record({
    type: fc.constantFrom<ColumnType>("text", "list", "count", "minutes", "date"),
    priority: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
    label: cell,
    cells: fc.tuple(cell, cell),
  });
  const tables = fc.array(made, { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(tables, fc.nat(150), fc.nat(50), (some, width, more) => {
      const many = some.map(({ type, priority, label }, at) =>
        column({ key: `c${at}`, label, type, priority }),
      );
      const texts = [0, 1].map((line) => some.map(({ cells }) => cells[line] ?? ""));
      const shown = (available: number) =>
        layOut(many, texts, available).placed.map(({ index }) => index);
      const wider = shown(width + more);
      expect(shown(width).filter((index) => !wider.includes(index))).toEqual([]);
    }),
  );
});

describe("a table", () => {
  test.each([
    [null, { widths: [22, 9, 11, 5, 10], leftOut: [] }],
    [200, { widths: [22, 9, 11, 5, 10], leftOut: [] }],
    [65, { widths: [22, 9, 11, 5, 10], leftOut: [] }],
    [64, { widths: [22, 9, 10, 5, 10], leftOut: [] }],
    [63, { widths: [22, 9, 11, 5], leftOut: ["Seen"] }],
    [52, { widths: [22, 9, 10, 5], leftOut: ["Seen"] }],
    [51, { widths: [22, 11, 5], leftOut: ["Kinds", "Seen"] }],
    [40, { widths: [22, 11], leftOut: ["Kinds", "Share", "Seen"] }],
    [30, { widths: [22], leftOut: ["Kinds", "Median time", "Share", "Seen"] }],
    [12, { widths: [12], leftOut: ["Kinds", "Median time", "Share", "Seen"] }],
    [3, { widths: [8], leftOut: ["Kinds", "Median time", "Share", "Seen"] }],
  ])("that may be %s wide", (width, expected) => {
    expect(layoutAt(width)).toEqual(expected);
  });

  test("takes from its longest texts first", () => {
    const texts = [column({ key: "short" }), column({ key: "long" }), column({ key: "longer" })];
    const cells = [["x".repeat(5), "word ".repeat(10).trim(), "word ".repeat(20).trim()]];
    const { placed } = layOut(texts, cells, 89);
    expect(placed.map(({ width }) => width)).toEqual([5, 40, 40]);
  });
});

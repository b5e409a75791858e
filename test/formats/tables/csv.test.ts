import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, ColumnType } from "../../../src/core/table.ts";
import { csv } from "../../../src/formats/tables/csv.ts";
import { readCsv } from "./read-csv.ts";
import { column, report, section, SMALL_REPORT } from "./sample-reports.ts";

function render(types: readonly ColumnType[], rows: readonly (readonly Cell[])[]): string {
  const columns = types.map((type, at) => column({ key: `c${at}`, type }));
  return csv.render(report({ sections: [section({ columns, rows })] }));
}

describe("a cell", () => {
  test.each([
    ["text", "=1+1", "'=1+1"],
    ["text", "+1", "'+1"],
    ["text", "-1", "'-1"],
    ["text", "@SUM(1)", "'@SUM(1)"],
    ["text", "\t=1", "'=1"],
    ["text", " \n=1", "'=1"],
    ["text", "＝1", "'＝1"],
    ["list", ["=1", "-2"], "'=1; -2"],
    ["text", 'say "a", b', '"say ""a"", b"'],
    ["text", "a\r\nb", "a b"],
    ["text", "\u001b[0m", "\\u{1b}[0m"],
    ["count", -3, "-3"],
    ["minutes", 82.5, "82.5"],
    ["minutes", -5, "-5"],
    ["share", 1 / 3, "0.3333"],
    ["share", -0.5, "-0.5"],
    ["count", 0, "0"],
    ["list", [], ""],
    ["date", null, ""],
    ["instant", "2026-03-14T02:15Z", "2026-03-14T02:15Z"],
  ] as const)("of type %s: %j is written %s", (type, cell, expected) => {
    expect(render([type, "count"], [[cell, 1]])).toBe(`c0,c1\n${expected},1\n`);
  });
});

describe("read back", () => {
  test("every plain text is what it was", () => {
    const plain = fc
      .string({ unit: "grapheme" })
      .filter(
        (text) => text.trim() === text && !/^[=+\-@＝＋－＠]|[\p{C}\p{Zl}\p{Zp}]/u.test(text),
      );
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, fc.integer())), (rows) => {
        const expected = rows.map((row) => row.map(String));
        expect(readCsv(render(["text", "count"], rows))).toEqual([["c0", "c1"], ...expected]);
      }),
    );
  });

  test("no text starts a formula or another record", () => {
    const hostile = fc.string({
      unit: fc.constantFrom("=", "+", "-", "@", '"', ",", "\n", "\r", "\t", " ", ";", "a", "＝"),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile)), (rows) => {
        const records = readCsv(render(["text", "text"], rows));
        expect(records.map((record) => record.length)).toEqual([2, ...rows.map(() => 2)]);
        expect(records.flat().filter((text) => /^\s*[=+\-@＝＋－＠]/.test(text))).toEqual([]);
      }),
    );
  });
});

test("only the first section is written", () => {
  const records = readCsv(csv.render(SMALL_REPORT));
  expect(records.map((record) => record[0])).toEqual([
    "competency",
    "messaging.backpressure",
    "deployment.rollback",
  ]);
});

test("a section without rows is its header", () => {
  expect(render(["text", "count"], [])).toBe("c0,c1\n");
});

test("for Excel it begins with the mark of its encoding, and has no sign that a table lacks", () => {
  const columns = [{ key: "a", label: "A", type: "text" as const, priority: 1 as const }];
  const own = report({ sections: [section({ columns, rows: [["≥ 3, Zürich"]] })] });
  const look = { color: false, width: null, isForExcel: true } as const;
  expect(csv.render(own, look)).toBe('\uFEFFa\n">= 3, Zürich"\n');
});

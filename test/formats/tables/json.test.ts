import fc from "fast-check";
import { expect, test } from "vitest";
import { json } from "../../../src/formats/tables/json.ts";
import { column, report, section } from "./sample-reports.ts";

test("parses back to every title, cell and note", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.integer(),
    fc.constant(null),
    fc.array(fc.string()),
  );
  fc.assert(
    fc.property(fc.array(cell), fc.string({ unit: "binary" }), (cells, text) => {
      const columns = [column({ key: "a", label: text })];
      const rows = cells.map((one) => [one]);
      const sections = [section({ key: "s", title: text, columns, rows, notes: [text] })];
      const written = report({
        name: "gaps",
        title: text,
        subtitle: text,
        sections,
        notes: [text],
      });
      expect(JSON.parse(json.render(written))).toEqual({
        schema: 4,
        report: "gaps",
        title: text,
        subtitle: text,
        sections: [
          {
            key: "s",
            title: text,
            columns: [{ key: "a", label: text, type: "text" }],
            rows: cells.map((one) => ({ a: one })),
            notes: [text],
          },
        ],
        notes: [text],
      });
    }),
  );
});

test("a series is a list of numbers", () => {
  const columns = [column({ key: "months", type: "series" })];
  const written = report({ sections: [section({ columns, rows: [[["0", "12"]]] })] });
  expect(json.render(written)).toContain('"months": [\n            0,\n            12\n');
});

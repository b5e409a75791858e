import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { xlsx } from "../../../src/formats/tables/xlsx.ts";
import { sheetNames } from "../../../src/formats/xlsx/sheet-names.ts";
import { column, report, section } from "../tables/sample-reports.ts";

const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === "c" });

const types = section({
  title: "Types",
  columns: [
    column({ key: "name", label: "Name" }),
    column({ key: "count", label: "Count", type: "count" }),
    column({ key: "time_minutes", label: "Time", type: "minutes" }),
    column({ key: "share", label: "Share", type: "share" }),
    column({ key: "day", label: "Day", type: "date" }),
    column({ key: "at", label: "At", type: "instant" }),
    column({ key: "none", label: "None", type: "count" }),
  ],
  rows: [["=1+1", 3, 83.5, 0.25, "2026-03-14", "2026-03-14T12:00Z", null]],
  places: [[{ path: "a.md", line: 7 }]],
});

async function filesOf(title = "Types") {
  const bytes = await xlsx.render(report({ subtitle: "March", sections: [{ ...types, title }] }));
  const files = unzipSync(bytes);
  return (path: string) => strFromU8(files[path] ?? new Uint8Array());
}

/** The cells of the section's sheet: texts for texts, numbers for all else. */
async function rowsOf(): Promise<readonly (readonly unknown[])[]> {
  const read = await filesOf();
  const strings = [...read("xl/sharedStrings.xml").matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(
    ([, text]) => text,
  );
  const { worksheet } = parser.parse(read("xl/worksheets/sheet2.xml")) as {
    worksheet: { sheetData: { row: { c: { "@_t"?: string; v?: number }[] }[] } };
  };
  return worksheet.sheetData.row.map(({ c }) =>
    c.map((cell) => (cell["@_t"] === "s" ? strings[Number(cell.v)] : (cell.v ?? null))),
  );
}

test("cells are of their columns' types, with units in the head", async () => {
  const [head, row] = await rowsOf();
  expect(head).toEqual([
    ...["Name", "Count", "Time (minutes)", "Share", "Day", "At (UTC)", "None", "Written in"],
  ]);
  // 46095 is 2026-03-14 as a spreadsheet counts days.
  expect(row?.filter((cell) => cell !== null)).toEqual([
    ...["=1+1", 3, 83.5, 0.25, 46095, 46095.5, "a.md:7"],
  ]);
});

test("a list has a line for each of its texts, and the width of the longest", async () => {
  const columns = [column({ key: "teams", label: "Teams", type: "list" })];
  const long = ["word ".repeat(12), "other"];
  const lists = section({ columns, rows: [[["checkout, web", "=ledger"]], [[]]] });
  const bytes = await xlsx.render(report({ sections: [lists] }));
  const files = unzipSync(bytes);
  const read = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  expect(read("xl/sharedStrings.xml")).toContain("checkout, web\n=ledger</t>");
  const sheet = read("xl/worksheets/sheet2.xml");
  expect(sheet).toContain('width="15"');
  expect(sheet).toContain('ht="30"');
  const wrapped = await xlsx.render(
    report({ sections: [{ ...lists, rows: [[long], [["other"]]] }] }),
  );
  const strings = strFromU8(unzipSync(wrapped)["xl/sharedStrings.xml"] ?? new Uint8Array());
  expect(strings).toMatch(/• word [^<]*\n• other<[^•]*>other</u);
});

test("the first sheet says how each column is computed, and in what it is measured", async () => {
  const columns = [column({ key: "time", label: "Time", type: "minutes", meaning: "Added up." })];
  const bytes = await xlsx.render(report({ sections: [section({ columns, rows: [[3]] })] }));
  const strings = strFromU8(unzipSync(bytes)["xl/sharedStrings.xml"] ?? new Uint8Array());
  expect(strings).toContain("<t>How it is computed</t>");
  expect(strings).toContain("<t>Added up.</t>");
});

test("the head is frozen and has a filter", async () => {
  const sheet = (await filesOf())("xl/worksheets/sheet2.xml");
  expect(sheet).toContain('<autoFilter ref="A1:H2"/>');
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
});

describe("names of sheets", () => {
  test.each([
    [
      ["Gaps", "gaps"],
      ["Gaps", "gaps (2)"],
    ],
    [["a/b:c?d"], ["a b c d"]],
    [["Gaps: new, gone"], ["Gaps new, gone"]],
    [["'quoted'"], ["quoted"]],
    [["History"], ["History sheet"]],
    [
      ["", "\n"],
      ["sheet", "sheet (2)"],
    ],
    [
      ["x".repeat(40), "x".repeat(50)],
      ["x".repeat(31), `${"x".repeat(27)} (2)`],
    ],
    [["What to do next, and how to tell whether it worked"], ["What to do next"]],
    [["Gaps that came back after their action was done"], ["Gaps that came back after their"]],
    [[`${"x".repeat(30)}🔥`], ["x".repeat(30)]],
  ])("of %j are %j", (titles, names) => {
    expect(sheetNames(titles)).toEqual(names);
  });
});

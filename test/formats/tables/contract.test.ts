import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatOfEnding } from "../../../src/formats/format-of-ending.ts";
import { csv } from "../../../src/formats/tables/csv.ts";
import type { Format, TextFormat } from "../../../src/formats/tables/define.ts";
import { html } from "../../../src/formats/tables/html.ts";
import { findFormat, FORMATS } from "../../../src/formats/tables/index.ts";
import { json } from "../../../src/formats/tables/json.ts";
import { markdown } from "../../../src/formats/tables/markdown.ts";
import { table } from "../../../src/formats/tables/table.ts";
import { HOSTILE, HOSTILE_REPORT } from "./hostile-report.ts";
import { column, report, section, SMALL_REPORT } from "./sample-reports.ts";

const emptyReport = report({
  sections: [section({ columns: [column({ key: "competency" })], whenEmpty: "No gap at all." })],
});

const [hostileColumns = []] = HOSTILE_REPORT.sections.map(({ columns }) => columns);
const formulas = Object.entries(HOSTILE).flatMap(([name, text]) =>
  name.includes("formula") ? [text.trim()] : [],
);

function splitAt(separator: string, line: string): readonly string[] {
  const fields = line.matchAll(
    new RegExp(`("(?:[^"]|"")*"|[^${separator}]*)(?:${separator}|$)`, "g"),
  );
  return Array.from(fields, ([, field = ""]) => field.replace(/^"|"$/g, "").replaceAll('""', '"'))
    .slice(0, -1)
    .map((field) => field.trim());
}

/** The formulas that a spreadsheet would run; it opens what has a line of column names. */
function formulasIn(text: string): readonly string[] {
  const names = [hostileColumns.map(({ key }) => key), hostileColumns.map(({ label }) => label)];
  const isTable = (lines: readonly (readonly string[])[]) =>
    lines.some((line) => names.some((some) => some.join("\n") === line.join("\n")));
  return [",", ";", "\t"]
    .map((separator) => text.split("\n").map((line) => splitAt(separator, line)))
    .filter(isTable)
    .flatMap((lines) => lines.flat())
    .filter((field) => formulas.some((formula) => field.startsWith(formula)));
}

/** Lines with another number of tabs than the line of column names. */
async function unevenRows({ render }: Pick<TextFormat, "render">): Promise<readonly string[]> {
  const [names = "", ...rows] = (await render(HOSTILE_REPORT, plain))
    .replace(/\n$/, "")
    .split("\n");
  const tabs = names.split("\t").length;
  return rows.filter((row) => row.split("\t").length !== tabs);
}

const plain = { color: false, width: null };
const widths = [20, 80, 140, null];

const ALL: readonly Format[] = FORMATS;
const TEXT_FORMATS = ALL.filter((format) => format.gives === "text");

describe.each(TEXT_FORMATS)("format $name", (format) => {
  test.each(widths)("ends in exactly one newline at width %s", async (width) => {
    for (const one of [SMALL_REPORT, HOSTILE_REPORT, emptyReport]) {
      expect(await format.render(one, { color: false, width })).toMatch(/[^\n]\n$/);
    }
  });

  test.each(widths)("lets nothing through that steers a terminal at width %s", async (width) => {
    const text = await format.render(HOSTILE_REPORT, { color: false, width });
    expect(text.match(/[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu)).toBeNull();
  });

  test("leaves no formula where a spreadsheet would run it", async () => {
    expect(formulasIn(await format.render(HOSTILE_REPORT, plain))).toEqual([]);
  });

  test("has tabs only between columns", async () => {
    expect(await unevenRows(format)).toEqual([]);
  });

  test("is the same on every run", async () => {
    const [first, second] = await Promise.all(
      [HOSTILE_REPORT, structuredClone(HOSTILE_REPORT)].map(async (one) =>
        format.render(one, { color: true, width: 80 }),
      ),
    );
    expect(first).toBe(second);
  });

  test("leaves its input as it was", async () => {
    const before = structuredClone(HOSTILE_REPORT);
    await format.render(HOSTILE_REPORT, plain);
    expect(HOSTILE_REPORT).toEqual(before);
  });

  test("keeps harmless text as it is", async () => {
    const text = await format.render(HOSTILE_REPORT, plain);
    expect(text).toContain(HOSTILE.emoji);
    expect(text).toContain(HOSTILE.wide);
  });

  test.each([80, 140])("writes the small report at width %i", async (width) => {
    await expect(await format.render(SMALL_REPORT, { color: false, width })).toMatchFileSnapshot(
      `golden/${format.name}-${width}.txt`,
    );
  });
});

describe("a format that leaves formulas raw is noticed", () => {
  const keys = hostileColumns.map(({ key }) => key);
  test.each([
    ["commas", ",", (text: string) => text],
    ["tabs", "\t", (text: string) => text],
    ["quotes", ",", (text: string) => `"${text.replaceAll('"', '""')}"`],
    ["blanks in front", "\t", (text: string) => ` ${text}`],
  ])("with %s", (_name, separator, write) => {
    const rows = formulas.map((formula) => keys.map(() => write(formula)));
    const text = [keys, ...rows].map((row) => row.join(separator)).join("\n");
    expect(formulasIn(`${text}\n`)).toHaveLength(formulas.length * keys.length);
  });
});

test("a format that leaves tabs of a text raw is noticed", async () => {
  const [section] = HOSTILE_REPORT.sections;
  const rows = [["a", "b"], ...(section?.rows ?? [])].map((row) => row.slice(0, 2).map(String));
  const render = (write: (text: string) => string) => () =>
    rows.map((row) => `${row.map(write).join("\t")}\n`).join("");
  const oneLine = (text: string) => text.replace(/[\n\r]/g, " ");
  expect(await unevenRows({ render: render(oneLine) })).not.toEqual([]);
  expect(await unevenRows({ render: render((text) => text.replace(/\s/g, " ")) })).toEqual([]);
});

describe("a column of paths", () => {
  const paths = [["a (b)/c d.md", ["a.md", "b|c.md"]]];
  const columns = [column({ key: "file" }), column({ key: "files", type: "list" })];
  const [texts, marked] = [columns, columns.map((one) => ({ ...one, isPath: true as const }))].map(
    (some) => report({ sections: [section({ columns: some, rows: paths })] }),
  );

  test.each([table, csv, json])("is text in $name", (format) => {
    expect(texts && marked && format.render(marked, plain)).toBe(
      texts && format.render(texts, plain),
    );
  });

  test("is links in html", async () => {
    const look = { ...plain, linkTo: (path: string) => `../${path}` };
    expect(marked && (await html.render(marked, look))).toContain(
      '<a href="../a%20(b)/c%20d.md">c d.md</a>',
    );
  });

  test("is links in markdown", () => {
    const look = { ...plain, linkTo: (path: string) => `../${path}` };
    expect(marked && markdown.render(marked, look)).toContain(
      "| [a (b)/c d.md](../a%20\\(b\\)/c%20d.md) | [a.md](../a.md), [b\\|c.md](../b%7Cc.md) |",
    );
  });
});

describe("formats for people", () => {
  test.each([table, markdown, html])("$name says why a section has no rows", async (format) => {
    expect(await format.render(emptyReport, plain)).toMatch(/[\n>]No gap at all\.[\n<]/);
  });
});

describe("registry", () => {
  test("lists every file that declares a format", () => {
    const folder = new URL("../../../src/formats/tables/", import.meta.url);
    const declaring = readdirSync(folder).filter((file) =>
      readFileSync(new URL(file, folder), "utf8").includes("= defineFormat("),
    );
    expect(FORMATS.map(({ name }) => `${name}.ts`).toSorted()).toEqual(declaring.toSorted());
  });

  test("finds a format by the ending of a file, which no two share", () => {
    for (const format of FORMATS) {
      if (format.ending !== null) expect(formatOfEnding(format.ending, FORMATS)).toBe(format);
    }
    expect(formatOfEnding(".csv", FORMATS)?.name).toBe("csv");
    expect(formatOfEnding(".xml", FORMATS)).toBeNull();
    expect(formatOfEnding("", FORMATS)).toBeNull();
  });

  test("finds a format by its name", () => {
    for (const format of FORMATS) expect(findFormat(format.name)).toBe(format);
    expect(findFormat("xml")).toBeNull();
    expect(findFormat("constructor")).toBeNull();
  });
});

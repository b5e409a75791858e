import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../src/core/table.ts";
import type { Format } from "../../../src/formats/tables/define.ts";
import { findFormat, FORMATS } from "../../../src/formats/tables/index.ts";
import { column, report, section, SMALL_REPORT } from "./sample-reports.ts";

/** Texts that have broken some format of some tool before. */
const HOSTILE = {
  pipe: "a | b \\| c",
  quote: 'say "this", then that',
  newline: "one\ntwo\u2028three",
  "carriage return": "one\r\ntwo\rthree",
  "equals formula": "=1+1",
  "plus formula": "+1",
  "minus formula": "-1",
  "at formula": "@SUM(1)",
  "formula behind a tab": "\t=1+1",
  "escape sequence": "\u001b[31mred\u001b]0;title\u0007",
  "8-bit control": "\u009b31m",
  "bidi override": "\u202egnp.exe\u202c \u2066x\u2069",
  "zero-width": "pay\u200bload\ufeff",
  "lone surrogate": "half \ud800 pair",
  markup: "# *a* _b_ `c` ~~d~~ <b>e</b> <!-- f --> [g](h) &amp; \\",
  emoji: "🔥 on fire 👍🏽",
  wide: "決済が停止しました",
  empty: "",
} as const;

const hostileReport: Report = report({
  title: HOSTILE["escape sequence"],
  subtitle: HOSTILE["bidi override"],
  sections: [
    section({
      title: HOSTILE["carriage return"],
      columns: [
        column({ key: "name", label: "Name" }),
        column({ key: "text", label: "Text" }),
        column({ key: "texts", label: "Texts", type: "list", priority: 2 }),
        column({ key: "amount", label: "Amount", type: "count" }),
        column({ key: "path", label: "Path", isPath: true }),
        column({ key: "paths", label: "Paths", type: "list", isPath: true }),
      ],
      rows: Object.entries(HOSTILE).map(([name, text]) => {
        return [name, text, [text, text], -1, text, [text, text]];
      }),
      notes: [HOSTILE["escape sequence"], HOSTILE.newline],
    }),
    section({ columns: [column({ key: "a" })], whenEmpty: HOSTILE["escape sequence"] }),
  ],
  notes: [HOSTILE.markup, HOSTILE["8-bit control"]],
});

const emptyReport = report({
  sections: [section({ columns: [column({ key: "competency" })], whenEmpty: "No gap at all." })],
});

const plain = { color: false, width: null };
const widths = [20, 80, 140, null];

const ALL: readonly Format[] = FORMATS;
const TEXT_FORMATS = ALL.filter((format) => format.gives === "text");

describe.each(TEXT_FORMATS)("format $name", (format) => {
  test.each(widths)("ends in exactly one newline at width %s", async (width) => {
    for (const one of [SMALL_REPORT, hostileReport, emptyReport]) {
      expect(await format.render(one, { color: false, width })).toMatch(/[^\n]\n$/);
    }
  });

  test.each(widths)("lets nothing through that steers a terminal at width %s", async (width) => {
    const text = await format.render(hostileReport, { color: false, width });
    expect(text.match(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu)).toBeNull();
  });

  test("is the same on every run", async () => {
    const [first, second] = await Promise.all(
      [hostileReport, structuredClone(hostileReport)].map(async (one) =>
        format.render(one, { color: true, width: 80 }),
      ),
    );
    expect(first).toBe(second);
  });

  test("leaves its input as it was", async () => {
    const before = structuredClone(hostileReport);
    await format.render(hostileReport, plain);
    expect(hostileReport).toEqual(before);
  });

  test("keeps harmless text as it is", async () => {
    const text = await format.render(hostileReport, plain);
    expect(text).toContain(HOSTILE.emoji);
    expect(text).toContain(HOSTILE.wide);
  });

  test.each([80, 140])("writes the small report at width %i", async (width) => {
    await expect(await format.render(SMALL_REPORT, { color: false, width })).toMatchFileSnapshot(
      `golden/${format.name}-${width}.txt`,
    );
  });
});

describe("a column of paths", () => {
  const paths = [["a (b)/c d.md", ["a.md", "b|c.md"]]];
  const columns = [column({ key: "file" }), column({ key: "files", type: "list" })];
  const [texts, marked] = [columns, columns.map((one) => ({ ...one, isPath: true as const }))].map(
    (some) => report({ sections: [section({ columns: some, rows: paths })] }),
  );

  test.each(FORMATS.filter(({ name }) => name !== "markdown"))("is text in $name", (format) => {
    expect(texts && marked && format.render(marked, plain)).toBe(
      texts && format.render(texts, plain),
    );
  });

  test("is links in markdown", () => {
    const look = { ...plain, linkTo: (path: string) => `../${path}` };
    expect(marked && findFormat("markdown")?.render(marked, look)).toContain(
      "| [a (b)/c d.md](../a%20\\(b\\)/c%20d.md) | [a.md](../a.md), [b\\|c.md](../b%7Cc.md) |",
    );
  });
});

describe("formats for people", () => {
  test.each(["table", "markdown"])("%s says why a section has no rows", (name) => {
    expect(findFormat(name)?.render(emptyReport, plain)).toContain("\nNo gap at all.\n");
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

  test("finds a format by its name", () => {
    expect(FORMATS.map(({ name }) => findFormat(name)?.name)).toEqual([
      "table",
      "csv",
      "markdown",
      "json",
    ]);
    expect(findFormat("xml")).toBeNull();
    expect(findFormat("constructor")).toBeNull();
  });
});

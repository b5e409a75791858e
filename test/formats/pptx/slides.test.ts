import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Section } from "../../../src/core/table.ts";
import { slides } from "../../../src/formats/pptx/slides.ts";
import { column, report, section } from "../tables/sample-reports.ts";

const look = { color: false, width: null };

/** The texts of each slide of some sections, the first one apart. */
async function slidesOf(sections: readonly Section[]): Promise<readonly (readonly string[])[]> {
  const files = unzipSync(await slides(report({ sections }), look));
  const numbers = Object.keys(files).flatMap(
    (path) => /^ppt\/slides\/slide(\d+)\.xml$/u.exec(path)?.[1] ?? [],
  );
  return numbers
    .toSorted((a, b) => Number(a) - Number(b))
    .slice(1)
    .map((number) => {
      const xml = strFromU8(files[`ppt/slides/slide${number}.xml`] ?? new Uint8Array());
      return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, text = ""]) => text);
    });
}

/** The texts of the slide of a section. */
async function textsOf(cell: string, isTableFirst?: true): Promise<readonly string[]> {
  const wide = section({
    columns: [
      column({ key: "name", label: "Name" }),
      column({ key: "count", label: "Incidents", type: "count" }),
      ...["a", "b", "c"].map((key) => column({ key })),
    ],
    rows: Array.from({ length: 9 }, (_, at) => [`row ${at}`, at, cell, cell, cell]),
    chart: { kind: "ranking", label: "name", value: "count" },
    ...(isTableFirst ? { isTableFirst } : {}),
  });
  const [texts = []] = await slidesOf([wide]);
  return texts;
}

test("a table stands instead of a chart where its rows are what is read", async () => {
  expect(await textsOf("x")).not.toContain("row 0");
  expect(await textsOf("x", true)).toContain("row 0");
});

test("at most seven rows, and no more than have room, with how many there are", async () => {
  const short = await textsOf("x", true);
  expect(short.filter((text) => text.startsWith("row "))).toHaveLength(7);
  expect(short.at(-1)).toBe("7 of 9 rows");
  const long = await textsOf("several words that need some lines in each of these cells", true);
  const shown = long.filter((text) => text.startsWith("row ")).length;
  expect(shown).toBeLessThan(7);
  expect(long.at(-1)).toBe(`${shown} of 9 rows`);
});

test("columns are left out where more rows then have room, the least needed first", async () => {
  const wide = "several words that need lines";
  const columns = [
    { ...column({ key: "date", label: "Date", type: "date" as const }), priority: 1 as const },
    { ...column({ key: "a", label: "A" }), priority: 2 as const },
    { ...column({ key: "title", label: "Title" }), priority: 2 as const },
    { ...column({ key: "id", label: "Id" }), isId: true as const, priority: 2 as const },
    { ...column({ key: "b", label: "B" }), priority: 2 as const },
    { ...column({ key: "c", label: "C" }), priority: 3 as const },
    { ...column({ key: "file", label: "File" }), isPath: true as const, priority: 1 as const },
  ];
  const rows = Array.from({ length: 7 }, () => {
    return [
      "2026-03-14",
      wide,
      `${wide} ${wide}`,
      "x",
      `${wide} ${wide}`,
      `${wide} ${wide}`,
      "x.md",
    ];
  });
  const [texts = []] = await slidesOf([section({ columns, rows })]);
  expect(texts.slice(1, 6)).toEqual(["Date", "A", "Title", "B", "2026-03-14"]);
  expect(texts.filter((text) => text === "2026-03-14")).toHaveLength(6);
  const [few = []] = await slidesOf([section({ columns, rows: rows.slice(0, 2) })]);
  expect(few.slice(1, 6)).toEqual(["Date", "A", "Title", "B", "C"]);
});

test("names stand for ids and files, and are as needed as the id that they stand for", async () => {
  const named = section({
    columns: [
      ...["a", "b", "c", "d", "e"].map((key) => ({
        ...column({ key, label: key }),
        priority: 2 as const,
      })),
      { ...column({ key: "title", label: "Title" }), priority: 3 },
      { ...column({ key: "id", label: "Id" }), isId: true, priority: 1 },
      { ...column({ key: "file", label: "File" }), isPath: true, priority: 1 },
      { ...column({ key: "f", label: "f" }), priority: 2 },
    ],
    rows: [["1", "2", "3", "4", "5", "Queue full", "2026-queue", "pm/queue.md", "6"]],
  });
  const [texts = []] = await slidesOf([named]);
  expect(texts.slice(1, 7)).toEqual(["a", "b", "c", "d", "e", "Title"]);
});

test("a slide shows names, not their ids, and no course in a cell; the id of what has no name", async () => {
  const named = section({
    columns: [
      column({ key: "title", label: "Title" }),
      { ...column({ key: "id", label: "Id" }), isId: true },
      column({ key: "course", label: "By month", type: "series" }),
    ],
    rows: [
      ["Queue full", "2026-queue", ["1", "0"]],
      [null, "2026-disk", ["0", "1"]],
    ],
  });
  const [texts = []] = await slidesOf([named]);
  expect(texts.slice(1, 4)).toEqual(["Title", "Queue full", "2026-disk"]);
});

test("bounds stand in the labels of bars, not as bars of their own; equal bars are a table", async () => {
  const columns = [
    column({ key: "name" }),
    ...["low", "value", "high"].map((key) => column({ key, type: "share" })),
  ];
  const bounds = { low: "low", high: "high" };
  const chart = { kind: "ranking", label: "name", value: "value", ...bounds } as const;
  const rows = [
    ["a", 0.1, 0.4, 0.7],
    ["b", 0, 0.2, 0.5],
  ];
  const shown = await slides(report({ sections: [section({ columns, rows, chart })] }), look);
  const files = unzipSync(shown);
  const xml = strFromU8(files["ppt/charts/chart1.xml"] ?? new Uint8Array());
  expect(xml).toContain("a (10 %–70 %)");
  expect(xml.match(/<c:ser>/gu)).toHaveLength(1);
  const flow = { kind: "flow", from: "name", to: "name", value: "value" } as const;
  const level = rows.map((row) => row.with(2, 0.3));
  const [texts = []] = await slidesOf([section({ columns, rows: level, chart: flow })]);
  expect(texts).toContain("30 %");
});

test("rows that are read by themselves are cards with what decides, three a slide or two long ones", async () => {
  const cards = section({
    title: "Plan",
    finding: "First: row 0",
    isBlocks: true,
    columns: [
      column({ key: "name", label: "Name" }),
      column({ key: "training", label: "Training?" }),
      column({ key: "teams", label: "For", type: "list" }),
      column({ key: "why", label: "Why", priority: 2 }),
    ],
    rows: Array.from({ length: 7 }, (_, at) => [`row ${at}`, "yes", ["a", "b"], "because"]),
  });
  const found = await slidesOf([cards]);
  expect(found).toHaveLength(2);
  expect(found[0]).toEqual([
    ...["First: row 0", "row 0", "Training? ", "yes", "   For: ", "a, b"],
    ...["row 1", "Training? ", "yes", "   For: ", "a, b"],
    ...["row 2", "Training? ", "yes", "   For: ", "a, b", "1 to 3 of 7"],
  ]);
  expect(found[1]?.[0]).toBe("Plan");
  expect(found[1]?.at(-1)).toBe("4 to 6 of 7");
  const long = cards.rows
    .slice(0, 3)
    .map((row) => row.with(1, "word ".repeat(80)).with(2, ["w ".repeat(150)]));
  const odd = await slidesOf([{ ...cards, rows: long.map((row) => [...row]) }]);
  expect(odd[0]?.at(-1)).toBe("1 to 2 of 3");
  expect(odd[1]?.at(-1)).toBe("3 of 3");
  const minor = cards.columns.map((one) => ({ ...one, priority: 2 as const }));
  const [texts = []] = await slidesOf([{ ...cards, columns: minor, rows: cards.rows.slice(0, 1) }]);
  expect(texts).toContain("because");
});

test("sections without rows share one slide, but for the first", async () => {
  const columns = [column({ key: "name" })];
  const full = section({ title: "Full", columns, rows: [["x"]] });
  const empty = section({ title: "Empty", whenEmpty: "None.", columns, rows: [] });
  const found = await slidesOf([full, empty, full, empty]);
  expect(found.map(([title]) => title)).toEqual(["Full", "Full", "Nothing to show here"]);
  expect(found.at(-1)?.filter((text) => text === "Empty: None.")).toHaveLength(2);
  expect((await slidesOf([empty])).map(([title]) => title)).toEqual(["Empty"]);
});

test("a table leaves out the least needed columns where their words have no room", async () => {
  const keys = ["a", "b", "c", "d", "e", "f"];
  const columns = keys.map((key, at) => column({ key, label: key, priority: at === 2 ? 2 : 1 }));
  const wide = section({ columns, rows: [keys.map((key) => `${key}${"x".repeat(20)}`)] });
  const [texts = []] = await slidesOf([wide]);
  expect(texts.slice(1, -1).filter((text) => text.length === 1)).toEqual(["a", "b", "d"]);
});

test("a band's label keeps both ends and what it is about, however long they are", async () => {
  const columns = ["from", "to", "about"].map((key) => column({ key }));
  const bands = section({
    columns: [...columns, column({ key: "n", type: "count" })],
    rows: [
      ["a".repeat(40), "b".repeat(40), "c".repeat(40), 2],
      ["a", "b", null, 1],
    ],
    chart: { kind: "flow", from: "from", to: "to", value: "n", label: "about" },
  });
  const files = unzipSync(await slides(report({ sections: [bands] }), look));
  const xml = strFromU8(files["ppt/charts/chart1.xml"] ?? new Uint8Array());
  expect(xml).toMatch(/a{10,}… → b{10,}…: c{10,}…/u);
  expect(xml).toContain("a → b");
});

import { expect, test } from "vitest";
import { indexLines } from "../../../src/core/places/line-index.ts";
import type { Range } from "../../../src/core/position.ts";
import { type Block, type Body, parseBody } from "../../../src/parse/body/body.ts";
import { splitDocument } from "../../../src/parse/frontmatter/frontmatter.ts";

const FRONTMATTER = "---\ntitle: A\n---\n";

function parse(text: string): Body {
  const file = { path: "a.md", text };
  const lines = indexLines(text);
  return parseBody(file, splitDocument(file, lines).bodyOffset, lines);
}

/** All blocks of a text, with what their ranges cover. */
function blocksOf(text: string): readonly Block[] {
  return parse(text).sections.flatMap(({ blocks }) => blocks);
}

function at({ start, end }: Range): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

function covered(text: string, { start, end }: Range): string {
  return text.slice(start.offset, end.offset);
}

test("inline HTML without an end stays as it is, and what has one is left out", () => {
  const text = `<p>One <b>two</b> <!-- three --> four <!--<!-- <i`;
  expect(blocksOf(text)).toMatchObject([{ type: "paragraph", text: "One two four <!--<!-- <i" }]);
  expect(parse(text).comments.map((comment) => comment.text)).toEqual([" three "]);
});

test("a section reaches to the next heading of any level", () => {
  const text = `${FRONTMATTER}Lead.\n\n# Title\n\n## Impact\n\nOne.\n\nTwo.\n\n### Money\n`;
  const sections = parse(text).sections.map(({ heading, level, blocks, range }) => [
    heading.text,
    level,
    blocks.length,
    at(range),
  ]);
  expect(sections).toEqual([
    ["", 0, 1, "4:1-4:6"],
    ["Title", 1, 0, "6:1-6:8"],
    ["Impact", 2, 2, "8:1-12:5"],
    ["Money", 3, 0, "14:1-14:10"],
  ]);
});

test("a document without headings is one section of level 0", () => {
  expect(parse("Only text.").sections).toMatchObject([{ level: 0, heading: { text: "" } }]);
  expect(parse("").sections).toMatchObject([{ level: 0, blocks: [] }]);
});

test("the cells of a table have their text without markup, and its place in the file", () => {
  const text = `${FRONTMATTER}| When | What |\n|---|---|\n| 02:15 | **Lag**<br>grows |\n| | x |\n`;
  const [table] = blocksOf(text);
  if (table?.type !== "table") throw new Error("No table");
  expect(table.head.map((cell) => [cell.text, at(cell.range)])).toEqual([
    ["When", "4:3-4:7"],
    ["What", "4:10-4:14"],
  ]);
  expect(table.rows.map((row) => row.map((cell) => cell.text))).toEqual([
    ["02:15", "Lag grows"],
    ["", "x"],
  ]);
  expect(table.rows[0]?.map((cell) => covered(text, cell.range))).toEqual([
    "02:15",
    "**Lag**<br>grows",
  ]);
});

test("items of a list say whether they are done, and keep what is nested in them", () => {
  const text = `${FRONTMATTER}- [x] Add a limit\n- [ ] Write a runbook\n  - plain\n`;
  const [list] = blocksOf(text);
  if (list?.type !== "list") throw new Error("No list");
  expect(list.items.map((item) => [item.text, item.checked, covered(text, item.range)])).toEqual([
    ["Add a limit", true, "Add a limit"],
    ["Write a runbook", false, "Write a runbook"],
  ]);
  const nested = list.items.flatMap(({ children }) => children);
  expect(nested.map((item) => [item.text, item.checked, at(item.range)])).toEqual([
    ["plain", null, "6:5-6:10"],
  ]);
});

test.each([
  ["on one line", "<!-- prompt: What hurt? -->", "prompt: What hurt?", "4:1-4:28"],
  ["on several lines", "<!--\nprompt: What\nhurt?\n-->", "prompt: What\nhurt?", "4:1-7:4"],
])("a comment %s is a block of its own", (_name, comment, text, place) => {
  const blocks = blocksOf(`${FRONTMATTER}${comment}\n\nText.\n`);
  expect(blocks.map(({ type }) => type)).toEqual(["comment", "paragraph"]);
  expect(blocks[0]).toMatchObject({ text });
  expect(blocks[0] && at(blocks[0].range)).toBe(place);
});

test("a comment inside a line is not part of its text", () => {
  expect(blocksOf("Lag <!-- how much? -->grows.\n")).toMatchObject([
    { type: "paragraph", text: "Lag grows." },
  ]);
});

test.each([
  ["a paragraph", "Two\nlines of `code`.", "paragraph", "Two lines of code."],
  ["a quote", "> Said.", "quote", "Said."],
  ["code", "```sh\n# no heading\n```", "code", "# no heading"],
])("%s is a block with its text", (_name, markdown, type, text) => {
  expect(blocksOf(`${FRONTMATTER}${markdown}\n`)).toMatchObject([
    { type, text, range: { start: { line: 4, column: 1, offset: FRONTMATTER.length } } },
  ]);
});

test("a heading in a comment or in code begins no section", () => {
  expect(parse("<!--\n# A\n-->\n\n```\n# B\n```\n").sections).toHaveLength(1);
});

test("an item is struck where nothing of its own text is left standing", () => {
  const [list] = blocksOf(
    "- ~~Add a limit~~.\n- ~~Add~~ a limit\n- plain\n- [x] ~~Write~~\n  - plain\n",
  );
  if (list?.type !== "list") throw new Error("No list");
  expect(list.items.map(({ isStruck }) => isStruck)).toEqual([true, false, false, true]);
});

test("a directive of MyST is the table or the remark that it holds, any other fence is code", () => {
  const table =
    "```{list-table}\n:header-rows: 1\n\n* - Time\n  - Event\n* - 10:02\n  - Queue full,\n    no one looks\n```\n";
  expect(blocksOf(table)).toMatchObject([
    {
      type: "table",
      head: [{ text: "Time" }, { text: "Event" }],
      rows: [[{ text: "10:02" }, { text: "Queue full, no one looks" }]],
    },
  ]);
  const [block] = blocksOf(table);
  const cell = block?.type === "table" ? block.rows[0]?.[0] : undefined;
  expect(cell && at(cell.range)).toBe("6:1-6:10");
  expect(blocksOf("```{list-table}\n:width: 1\n```\n")).toMatchObject([{ type: "code" }]);
  expect(blocksOf("```{code} sh\n* - a\n```\n")).toMatchObject([{ type: "code" }]);
  expect(blocksOf("```{warning}\n:class: x\nOne.\nTwo.\n```\n")).toMatchObject([
    { type: "quote", text: "One. Two.", lines: [{ text: "One." }, { text: "Two." }] },
  ]);
});

test("a spreadsheet loses its letters and numbers, and a table that only begins so keeps them", () => {
  const sheet = "|  | A | B |\n|--|--|--|\n| 1 | Time | Event |\n| 2 | 10:02 | Queue full |\n";
  expect(blocksOf(sheet)).toMatchObject([
    { head: [{ text: "Time" }, { text: "Event" }], rows: [[{ text: "10:02" }, {}]] },
  ]);
  expect(blocksOf(sheet.replace("| 2 |", "| 5 |"))).toMatchObject([
    { head: [{ text: "" }, { text: "A" }, { text: "B" }] },
  ]);
});

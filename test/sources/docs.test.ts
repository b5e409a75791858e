import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SOURCES } from "../../src/sources/index.ts";
import { ROOT } from "../support/root.ts";

const page = readFileSync(join(ROOT, "docs/sources.md"), "utf8");

test("docs/sources.md has a row for each reader, with the document that it follows", () => {
  const section = page.slice(page.indexOf("## What is read"), page.indexOf("## How events"));
  const rows = [...section.matchAll(/^\| `(?<name>[^`]+)` \|(?<cells>.*)\|$/gm)];
  const names = rows.map(({ groups }) => groups?.["name"]);
  expect(names.toSorted()).toEqual(SOURCES.map(({ name }) => name).toSorted());
  for (const { groups } of rows) expect(groups?.["cells"]?.split(" | ")).toHaveLength(3);
});

test("docs/sources.md shows lines of the draft as they are", () => {
  const draft = readFileSync(join(ROOT, "test/sources/fixtures/draft.md"), "utf8").split("\n");
  const [, shown = ""] = /```markdown\n([\s\S]*?)```/.exec(page) ?? [];
  const lines = shown.split("\n").filter((line) => line !== "");
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => !draft.includes(line))).toEqual([]);
});

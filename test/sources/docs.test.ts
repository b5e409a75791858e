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

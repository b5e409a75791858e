import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

const DOCUMENT = "---\nid: backlog\nstatus: draft\n---\n";

test("ids that differ", () => {
  const documents = [{ path: "a.md", text: "---\nid: outage\n---\n" }];
  expect(lintDocument("duplicate-id", DOCUMENT, { path: "b.md", documents })).toEqual([]);
});

test("each later file is told which has the id first", () => {
  const documents = [
    { path: "c.md", text: "---\ntitle: Third\nid: backlog\n---\n" },
    { path: "a.md", text: DOCUMENT },
  ];
  expect(lintDocument("duplicate-id", DOCUMENT, { path: "b.md", documents })).toEqual([
    "b.md:2:5 Unexpected id `backlog`: a.md already has it",
    "c.md:3:5 Unexpected id `backlog`: a.md already has it",
  ]);
});

test("a file's name is its id where it states none", () => {
  const documents = [{ path: "2025/outage.md", text: "# Outage\n" }];
  const text = "---\ntitle: Outage\n---\n";
  expect(lintDocument("duplicate-id", text, { path: "2026/outage.md", documents })).toEqual([
    "2026/outage.md:1:1 Unexpected id `outage`: 2025/outage.md already has it",
  ]);
});

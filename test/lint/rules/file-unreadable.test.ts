import { expect, test } from "vitest";
import { fileUnreadable } from "../../../src/lint/rules/file-unreadable.ts";
import { runRules } from "../../../src/lint/run.ts";
import { buildLintRun } from "../../support/lint-document.ts";

test("each file that could not be read is an error at its start", () => {
  const { findings } = runRules({
    ...buildLintRun([]),
    unreadable: [
      { path: "b.md", message: "not UTF-8 text" },
      { path: "a.md", message: "permission denied" },
    ],
    rules: [fileUnreadable],
  });
  const lines = findings.map(
    ({ path, range, level, message }) =>
      `${path}:${range.start.line}:${range.start.column} ${level} ${message}`,
  );
  expect(lines).toEqual([
    "a.md:1:1 error This file could not be read: permission denied",
    "b.md:1:1 error This file could not be read: not UTF-8 text",
  ]);
});

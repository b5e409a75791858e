import { expect, test } from "vitest";
import { read } from "../../support/context.ts";

const LINES = [
  "# Gates stop",
  "",
  "Severity: P2",
  "Date: 2026-03-14",
  "",
  "## Timeline (UTC)",
  "",
  "- 02:15 gates fail",
  "- 02:21 alert fires",
  "- 03:10 resolved",
  "",
  "## Contributing factors",
  "",
  "- a switch",
];

function rowsOf(lines: readonly string[]) {
  return (read(`${lines.join("\n")}\n`).timeline?.rows ?? []).map((row) => {
    const { line, column } = row.range.start;
    return `${String(line)}:${String(column)} ${row.text}`;
  });
}

test("a document of which all lines are indented is no code, and its places stay", () => {
  const indented = LINES.map((line) => (line === "" ? "" : `    ${line}`));
  expect(rowsOf(indented)).toEqual(["8:7 gates fail", "9:7 alert fires", "10:7 resolved"]);
  expect(read(indented.join("\n")).severity?.value).toBe("P2");
});

test("one with a line that is not indented has code", () => {
  const indented = LINES.map((line, index) => (index === 0 ? line : `    ${line}`));
  expect(rowsOf(indented)).toEqual([]);
});

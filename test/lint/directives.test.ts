import { expect, test } from "vitest";
import type { LevelSetting } from "../../src/core/finding.ts";
import { runRules } from "../../src/lint/run.ts";
import { buildLintRun } from "../support/lint-document.ts";

const BROKEN = `title: A
status: draft
trigger: gremlins
severity: P9
`;

function lint(text: string, levels: Readonly<Record<string, LevelSetting>> = {}) {
  const run = buildLintRun([{ path: "a.md", text }]);
  const config = { ...run.context.config, ruleLevels: new Map(Object.entries(levels)) };
  const { findings, silenced } = runRules({ ...run, context: { ...run.context, config } });
  const lines = findings.map(({ ruleId, range: { start }, level, message, hint }) => {
    return `${start.line}:${start.column} ${level} ${ruleId}: ${message}${hint === null ? "" : ` (${hint})`}`;
  });
  return { lines, silenced };
}

const TRIGGER = expect.stringContaining("unknown-trigger: Unknown trigger `gremlins`") as string;
const SEVERITY = expect.stringContaining("unknown-severity: Unknown severity `P9`") as string;

test("without a directive both are reported", () => {
  expect(lint(`---\n${BROKEN}---\n`)).toEqual({ lines: [TRIGGER, SEVERITY], silenced: 0 });
});

test("the next line's finding is silenced, its neighbour's is not", () => {
  const text = `---\n${BROKEN.replace("severity", "# pm-disable-next-line unknown-severity: old scale\nseverity")}---\n`;
  expect(lint(text)).toEqual({ lines: [TRIGGER], silenced: 1 });
});

test("a file form silences wherever it stands", () => {
  const text = `---\n${BROKEN}---\n\n<!-- pm-disable-file unknown-severity, unknown-trigger: imported -->\n`;
  expect(lint(text)).toEqual({ lines: [], silenced: 2 });
});

test("one that silences nothing is reported where it stands", () => {
  const text = `---\n${BROKEN}---\n\n<!-- pm-disable-file unknown-cause: imported -->\n`;
  expect(lint(text).lines.slice(2)).toEqual([
    "8:1 warning directive-unused: Unused directive: `unknown-cause` reports nothing here (Remove it, so that the next finding here shows up.)",
  ]);
});

test("one for a rule that nobody knows says which was meant", () => {
  const text = `---\n${BROKEN}---\n\n<!-- pm-disable-file unknown-severty: imported -->\n`;
  expect(lint(text).lines.slice(2)).toEqual([
    "8:1 warning directive-unused: Unknown rule `unknown-severty` in a directive (Did you mean `unknown-severity`?)",
  ]);
});

test("one for a rule that is off is left alone", () => {
  const text = `---\n${BROKEN}---\n\n<!-- pm-disable-file unknown-severity: imported -->\n`;
  expect(lint(text, { "unknown-severity": "off" })).toEqual({ lines: [TRIGGER], silenced: 0 });
});

test("no directive silences what is wrong with directives", () => {
  const text = `---
title: A
status: draft
---

<!-- pm-disable-file directive-syntax, directive-unused: quiet -->

<!-- pm-disable-file unknown-cause -->
`;
  expect(lint(text).lines.map((line) => line.split(":").slice(0, 3).join(":"))).toEqual(
    [
      "6:1 warning directive-unused: Unused directive",
      "6:1 warning directive-unused: Unused directive",
      "8:1 error directive-syntax: Missing reason in `pm-disable-file`, which silences nothing (Say why after a colon",
    ].map((line) => line.split(":").slice(0, 3).join(":")),
  );
});

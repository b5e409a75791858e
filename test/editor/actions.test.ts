import { expect, test } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { actionsAt } from "../../src/editor/diagnostics.ts";

const point = (line: number, column: number) => ({ line, column, offset: 0 });
const range = { start: point(3, 5), end: point(3, 9) };

const finding = (more: Partial<Finding>): Finding => ({
  ...{
    ruleId: "canonical-term",
    level: "warning",
    path: "a.md",
    range,
    message: "Unexpected `flow`",
  },
  ...{ hint: null, fix: null, fingerprint: "f" },
  ...more,
});

const at = (line: number, character: number) => ({
  start: { line, character },
  end: { line, character },
});

const titles = (findings: readonly Finding[], line = 2) =>
  actionsAt("", findings, at(line, 6)).map(({ title, kind, isPreferred, edits }) => {
    return [title, kind, isPreferred, edits.length];
  });

test("fixes of findings at the place, and all safe ones together", () => {
  const safe = finding({ fix: [{ range, text: "messaging" }] });
  const unsafe = finding({ unsafeFix: [{ range, text: "meant" }] });
  const insertion = finding({ ruleId: "document-end", fix: [{ range, text: "\n" }] });
  expect(titles([safe, unsafe, insertion, finding({})])).toEqual([
    ["Replace by messaging", "quickfix", true, 1],
    ["Replace by meant (likely, but check it)", "quickfix", false, 1],
    ["Fix document-end", "quickfix", true, 1],
    ["Apply all safe fixes of pm", "source.fixAll", false, 2],
  ]);
  expect(titles([safe, unsafe], 5)).toEqual([
    ["Apply all safe fixes of pm", "source.fixAll", false, 1],
  ]);
  expect(titles([unsafe], 5)).toEqual([]);
});

test.each([
  [
    "  detected: # proposed: 2026-03-14T02:21:00Z (first alert, [pagerduty])",
    "  detected: 2026-03-14T02:21:00Z",
  ],
  ["severity: # proposed: P1 (from [pagerduty])", "severity: P1"],
  ["services: [] # proposed: [ledger, payouts] (from [rootly])", "services: [ledger, payouts]"],
])("what exports propose is written on request: %s", (line, written) => {
  const [action] = actionsAt(`---\n${line}\n---\n`, [], at(1, 3));
  expect(action?.edits).toEqual([
    {
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: line.length } },
      newText: written,
    },
  ]);
});

test("a change as the trigger has no value to write", () => {
  const line =
    "trigger:                 # proposed: the change at 2026-03-14T02:12:04Z (the last, [github]); what set it off";
  expect(actionsAt(line, [], at(0, 3))).toEqual([]);
});

import { expect, test } from "vitest";
import { applyEdits } from "../../../src/core/places/apply-edits.ts";
import { runRules } from "../../../src/lint/run.ts";
import { buildLintRun, lintDocument, lintHints } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["known keys", "---\ntitle: Outage\ntimes: { started: unknown }\n---\n", []],
  ["a misspelt key", "---\ntitle: Outage\nsevrity: P1\n---\n", ["3:1 Unknown key `sevrity`"]],
  [
    "keys deeper down, in a draft",
    `---
status: draft
times:
  begun: 2026-03-14T02:15:00Z
gaps:
  - competency: messaging.backpressure
    proof: Lag was read as a dip.
---
`,
    ["4:3 Unknown key `begun`", "7:5 Unknown key `proof`"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("unknown-key", document)).toEqual(expected);
});

test("a key below `times` means a time, whatever it means elsewhere", () => {
  const times = "---\ndetected_by: alert\ntimes:\n  detection: 2026-03-14T02:21:00Z\n---\n";
  expect(lintHints("unknown-key", times)).toEqual([
    "`times.detection` is read as `times.detected`; pm import writes that.",
  ]);
});

test("another tool's name for a key in its place can be exchanged for ours", () => {
  const text =
    "---\npriority: P1\nstarted_at: 2026-03-14T02:15:00Z\ntimes:\n  fixed: 2026-03-14T03:15:00Z\n---\n";
  const { findings } = runRules(buildLintRun([{ path: "incident.md", text }]));
  const edits = findings.flatMap(({ ruleId, unsafeFix }) =>
    ruleId === "unknown-key" ? (unsafeFix ?? []) : [],
  );
  expect(applyEdits(text, edits)).toBe(
    "---\nseverity: P1\nstarted_at: 2026-03-14T02:15:00Z\ntimes:\n  resolved: 2026-03-14T03:15:00Z\n---\n",
  );
});

test("the hint tells how to allow a key that is like none of ours", () => {
  const allow = (key: string) =>
    `If another tool needs it, add \`keys: { ${key}: ignore }\` to the file that \`import_map\` in pm.yaml names.`;
  expect(lintHints("unknown-key", "---\nsite: eu\nauthor_github: x\n---\n")).toEqual([
    allow("site"),
    allow("author_github"),
  ]);
  expect(lintHints("unknown-key", "---\ntitel: A\n---\n")).toEqual(["Did you mean `title`?"]);
});

test("a hint suggests the key, or lists those of the place", () => {
  expect(lintHints("unknown-key", "---\nsevrity: P1\nreview: { when: soon }\n---\n")).toEqual([
    "Did you mean `severity`?",
    "Known here: due, done, criteria.",
  ]);
});

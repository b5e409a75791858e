import { expect, test } from "vitest";
import { termListOfKey } from "../../src/assemble/terms/term-places.ts";
import { completionAt } from "../../src/editor/completion.ts";
import { TAXONOMY } from "../support/taxonomy.ts";

/** The labels that fit where `|` stands in a text. */
function labels(marked: string): readonly string[] {
  const at = marked.indexOf("|");
  const text = marked.replace("|", "");
  const lines = text.slice(0, at).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return completionAt(text, position, TAXONOMY, termListOfKey).map(({ label }) => label);
}

const ids = (list: "competencies" | "kinds" | "teams" | "services" | "severities") =>
  TAXONOMY[list].map(({ id }) => id);

const head = (lines: string) => `---\n${lines}\n---\n\n# Title\n`;

test.each<[string, string, readonly string[]]>([
  ["a value", "severity: |", ids("severities")],
  ["a value that has begun", "severity: P|", ids("severities")],
  ["an item in brackets", "services: [ledger, |]", ids("services")],
  ["an item on its own line", "services:\n  - |", ids("services")],
  ["an item that is not indented", "teams:\n- ledger\n- |", ids("teams")],
  ["an item with a dot", "gaps:\n  - competency: messaging.b|", ids("competencies")],
  ["a key in braces", "gaps:\n  - { competency: x, kind: | }", ids("kinds")],
  ["a key on a line of its own", "escalations:\n  - from: a\n    to: |", ids("teams")],
  ["a phase", "gaps:\n  - phase: |", ["detect", "diagnose", "mitigate", "resolve"]],
  [
    "a reason",
    "escalations:\n  - reason: |",
    ["expertise", "access", "authority", "capacity", "policy"],
  ],
  ["the status of the document", "status: |", ["draft", "review", "final"]],
  [
    "that of an action",
    "actions:\n  - status: |",
    ["open", "in-progress", "done", "dropped", "proposed"],
  ],
  ["a title", "title: |", []],
  ["a comment", "severity: P1 # |", []],
  ["a key", "sev|", []],
])("in the frontmatter, %s", (_name, lines, expected) => {
  expect(labels(head(lines))).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ["competencies", "- It grew. (gap: |", ids("competencies")],
  ["then kinds", "- It grew. (gap: messaging.backpressure, kn|)", ids("kinds")],
  ["by name", "- It grew. (gap: messaging.backpressure, team: |)", ids("teams")],
  [
    "phases",
    "- It grew. (gap: x, knowledge, phase: |)",
    ["detect", "diagnose", "mitigate", "resolve"],
  ],
  ["nothing third without a name", "- It grew. (gap: x, knowledge, |)", []],
  ["nothing outside", "- It grew. (gap: x) |", []],
  ["nothing in prose", "severity: |", []],
])("in a tag, %s", (_name, text, expected) => {
  expect(labels(`${head("title: x")}\n${text}`)).toEqual(expected);
});

test("what was typed is replaced", () => {
  const text = head("severity: P1").replace("# Title", "- x (gap: mess");
  const items = completionAt(text, { line: 4, character: 14 }, TAXONOMY, termListOfKey);
  expect(items[0]?.textEdit.range).toEqual({
    start: { line: 4, character: 10 },
    end: { line: 4, character: 14 },
  });
  expect(
    completionAt("no frontmatter", { line: 0, character: 3 }, TAXONOMY, termListOfKey),
  ).toEqual([]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { runRules } from "../../src/lint/run.ts";
import { buildLintRun } from "../support/lint-document.ts";

const PIECES = [
  "# Attendees\n\n",
  "- Priya Raman\n",
  "Priya ",
  "@alex ",
  "we ",
  "should have ",
  "been ",
  "tested ",
  "failed to ",
  "if ",
  "had ",
  "many ",
  "users ",
  "significantly ",
  "by ",
  "(",
  ")",
  ", ",
  "and ",
  ".\n\n",
  "? ",
  '"',
  "'",
  "`",
  "| a |\n|---|\n| ",
  "&amp;",
  "\\",
];

test("judging any text ends, and every finding lies inside the file", () => {
  const documents = fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string()), {
      maxLength: 40,
    })
    .map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(documents, (text) => {
      for (const { range } of runRules(buildLintRun([{ path: "a.md", text }])).findings) {
        expect(range.end.offset).toBeGreaterThanOrEqual(range.start.offset);
        expect(range.end.offset).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 300 },
  );
});

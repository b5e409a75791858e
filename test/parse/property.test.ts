import fc from "fast-check";
import { expect, test } from "vitest";
import type { Postmortem } from "../../src/core/postmortem.ts";
import { read } from "../support/context.ts";

const PIECES = [
  "---\n",
  "\n",
  "+++\n",
  "title = ",
  "[times]\n",
  "[[gaps]]\n",
  "title: ",
  "times:\n  started: ",
  "gaps:\n  - ",
  "&a ",
  "*a",
  "{",
  "[",
  "]",
  '"',
  "|\n  ",
  "# Timeline\n",
  "| Time | Event |\n|---|---|\n",
  "| 12:00 | ",
  "- [ ] ",
  "(gap: a, b)",
  "(gap:",
  "<!-- prompt: x",
  "-->",
  "```\n",
  "2026-03-14",
  "\t",
  "\u202e",
  "é",
];

const documents = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 40 })
  .map((pieces) => pieces.join(""));

function linesOf(document: Postmortem): readonly number[] {
  const ranges = [
    ...document.problems.map(({ range }) => range),
    ...document.sections.map(({ range }) => range),
    ...document.prompts.map(({ range }) => range),
    ...document.gaps.map(({ source }) => source.range),
    ...(document.timeline?.rows ?? []).map(({ range }) => range),
  ];
  return ranges.flatMap(({ start, end }) => [
    start.line,
    end.line,
    end.offset >= start.offset ? 1 : Infinity,
  ]);
}

test("reading never throws, and every range lies inside the file", () => {
  fc.assert(
    fc.property(documents, (text) => {
      const count = text.split("\n").length;
      for (const line of linesOf(read(text))) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(count);
      }
    }),
    { numRuns: 300 },
  );
});

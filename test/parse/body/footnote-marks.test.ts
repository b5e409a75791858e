import { expect, test } from "vitest";
import { saidParts } from "../../../src/parse/body/generator-marks.ts";

function said(line: string): string {
  return saidParts(line, 0)
    .map(({ text }) => text)
    .join("");
}

test.each([
  ["Severity: SEV2[^1]", "Severity: SEV2"],
  ["Started: 10:05[^clock] UTC", "Started: 10:05 UTC"],
  ["Started: 10:05 UTC²", "Started: 10:05 UTC"],
  ["Severity: SEV2¹", "Severity: SEV2"],
  ["Service: redis<sup>3</sup>", "Service: redis"],
  ["Start: 2026-05-05 10:05<sup>[2]</sup>", "Start: 2026-05-05 10:05"],
])("marks of footnotes are left out: %s", (line, text) => {
  expect(said(line)).toBe(text);
});

test.each([
  "[^1]: by the log",
  "10⁹ rows in 12 m²",
  "10<sup>9</sup> rows",
  "a box of 3 km²",
  "the class [^a-z] of letters",
])("all else stays: %s", (line) => {
  expect(said(line)).toBe(line);
});

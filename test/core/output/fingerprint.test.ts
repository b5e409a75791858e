import { describe, expect, test } from "vitest";
import {
  type Unmarked,
  withFingerprints,
  wordsOfPlaces,
} from "../../../src/core/output/fingerprint.ts";

const TEXT = "# Locks\n\nPayouts  waited for a lock.\n";

function finding(start: number, end: number, line: number, column: number): Unmarked {
  return {
    ...{ ruleId: "a-rule", level: "warning", path: "a.md", message: "Odd", hint: null, fix: null },
    range: {
      start: { offset: start, line, column },
      end: { offset: end, line, column: column + end - start },
    },
  };
}

const FINDINGS = [finding(0, 7, 1, 1), finding(9, 16, 3, 1), finding(18, 24, 3, 10)];

describe("withFingerprints", () => {
  test("words that were read with the document give what its text gives", () => {
    const wordsOf = wordsOfPlaces(TEXT);
    const read = FINDINGS.map((one) => ({ ...one, words: wordsOf(one) }));
    const expected = withFingerprints(FINDINGS, new Map([["a.md", TEXT]]));
    expect(withFingerprints(read, new Map())).toEqual(expected);
    expect(new Set(expected.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });
});

import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<[started: string, expected: readonly string[]]>([
  ["2026-06-30T02:15:00Z", []],
  ["2026-07-01T14:00:00Z", []],
  ["2062-03-14T02:15:00Z", ["2:19 Unexpected start in the future, 2062-03-14T02:15Z"]],
])("%s, on 2026-07-01", (started, expected) => {
  const text = `---\ntimes: { started: ${started} }\n---\n`;
  expect(lintDocument("started-in-future", text)).toEqual(expected);
});

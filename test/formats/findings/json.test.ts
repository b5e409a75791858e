import fc from "fast-check";
import { expect, test } from "vitest";
import { json } from "../../../src/formats/findings/json.ts";
import { CLEAN_REPORT, finding, lintReport, PLAIN, SMALL_REPORT } from "./sample-report.ts";

test("writes the counts and every finding", () => {
  expect(json.render(SMALL_REPORT, PLAIN)).toBe(`{
  "schema": 1,
  "version": "1.2.3",
  "summary": {
    "errors": 2,
    "warnings": 1,
    "files": 2
  },
  "findings": [
    {
      "path": "postmortems/2026-03-14-checkout.md",
      "line": 5,
      "column": 5,
      "end_line": 6,
      "end_column": 20,
      "level": "warning",
      "rule": "gap-evidence",
      "message": "Missing evidence for the gap \`messaging.backpresure\`",
      "hint": null,
      "fixable": false,
      "fingerprint": "a1a1a1a1a1a1a1a1"
    },
    {
      "path": "postmortems/2026-03-14-checkout.md",
      "line": 5,
      "column": 17,
      "end_line": 5,
      "end_column": 38,
      "level": "error",
      "rule": "unknown-competency",
      "message": "Unexpected competency \`messaging.backpresure\`",
      "hint": "Did you mean \`messaging.backpressure\`?",
      "fixable": true,
      "fingerprint": "b2b2b2b2b2b2b2b2"
    },
    {
      "path": "postmortems/draft, 100%.md",
      "line": 1,
      "column": 1,
      "end_line": 1,
      "end_column": 1,
      "level": "error",
      "rule": "required-facts",
      "message": "Missing \`title\` in the frontmatter",
      "hint": "Say what happened, in a few words.",
      "fixable": false,
      "fingerprint": "c3c3c3c3c3c3c3c3"
    }
  ]
}
`);
});

test("is a whole document without findings too", () => {
  expect(json.render(CLEAN_REPORT, PLAIN)).toBe(`{
  "schema": 1,
  "version": "1.2.3",
  "summary": {
    "errors": 0,
    "warnings": 0,
    "files": 2
  },
  "findings": []
}
`);
});

test("parses back to every text as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const report = lintReport({ findings: [finding({ path: text, message: text, hint: text })] });
      expect(JSON.parse(json.render(report, PLAIN))).toMatchObject({
        findings: [{ path: text, message: text, hint: text }],
      });
    }),
  );
});

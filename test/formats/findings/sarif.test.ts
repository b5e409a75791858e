import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { LintReport } from "../../../src/core/output/lint-report.ts";
import { sarif } from "../../../src/formats/findings/sarif.ts";
import { CLEAN_REPORT, finding, lintReport, PLAIN, range, SMALL_REPORT } from "./sample-report.ts";

const schemaFile = new URL("../../fixtures/sarif-2.1.0.schema.json", import.meta.url);

// The schema describes formats and patterns in ways that strict mode takes for mistakes.
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));

function problemsOf(report: LintReport): unknown {
  validate(JSON.parse(sarif.render(report, PLAIN)));
  return validate.errors ?? [];
}

function rendered(report: LintReport): unknown {
  return JSON.parse(sarif.render(report, PLAIN));
}

function resultOf(part: Parameters<typeof finding>[0]): unknown {
  const log = rendered(lintReport({ findings: [finding(part)] }));
  return (log as { runs: [{ results: [unknown] }] }).runs[0].results[0];
}

const RULES = [
  {
    id: "gap-evidence",
    shortDescription: { text: "Every gap has evidence." },
    fullDescription: { text: "A gap without evidence is an opinion." },
    help: {
      text: "A gap without evidence is an opinion.\n\n`pm gaps` quotes the evidence.",
      markdown: "A gap without evidence is an opinion.\n\n`pm gaps` quotes the evidence.",
    },
    defaultConfiguration: { level: "warning" },
  },
  {
    id: "required-facts",
    shortDescription: { text: "Some facts are always there." },
    fullDescription: { text: "Every report needs them." },
    help: {
      text: "Every report needs them.\n\nThe incident is counted.",
      markdown: "Every report needs them.\n\nThe incident is counted.",
    },
    defaultConfiguration: { level: "error" },
  },
  {
    id: "unknown-competency",
    shortDescription: { text: "Competencies are in the taxonomy." },
    fullDescription: { text: "Two spellings are two rows." },
    help: {
      text: "Two spellings are two rows.\n\nThe gap is counted where it belongs.",
      markdown: "Two spellings are two rows.\n\nThe gap is counted where it belongs.",
    },
    defaultConfiguration: { level: "error" },
  },
];

const CHECKOUT = { uri: "postmortems/2026-03-14-checkout.md", uriBaseId: "%SRCROOT%" };
const DRAFT = { uri: "postmortems/draft%2C%20100%25.md", uriBaseId: "%SRCROOT%" };
const TYPO = { startLine: 5, startColumn: 17, endLine: 5, endColumn: 38 };

const RESULTS = [
  {
    ruleId: "gap-evidence",
    ruleIndex: 0,
    level: "warning",
    message: { text: "Missing evidence for the gap `messaging.backpresure`." },
    locations: [
      {
        physicalLocation: {
          artifactLocation: CHECKOUT,
          region: { startLine: 5, startColumn: 5, endLine: 6, endColumn: 20 },
        },
      },
    ],
    partialFingerprints: { "pmFinding/v1": "a1a1a1a1a1a1a1a1" },
  },
  {
    ruleId: "unknown-competency",
    ruleIndex: 2,
    level: "error",
    message: {
      text: "Unexpected competency `messaging.backpresure`. Did you mean `messaging.backpressure`?",
    },
    locations: [{ physicalLocation: { artifactLocation: CHECKOUT, region: TYPO } }],
    partialFingerprints: { "pmFinding/v1": "b2b2b2b2b2b2b2b2" },
    fixes: [
      {
        artifactChanges: [
          {
            artifactLocation: CHECKOUT,
            replacements: [
              { deletedRegion: TYPO, insertedContent: { text: "messaging.backpressure" } },
            ],
          },
        ],
      },
    ],
  },
  {
    ruleId: "required-facts",
    ruleIndex: 1,
    level: "error",
    message: { text: "Missing `title` in the frontmatter. Say what happened, in a few words." },
    locations: [{ physicalLocation: { artifactLocation: DRAFT, region: { startLine: 1 } } }],
    partialFingerprints: { "pmFinding/v1": "c3c3c3c3c3c3c3c3" },
  },
];

test("writes the rules and every finding", () => {
  expect(sarif.render(SMALL_REPORT, PLAIN)).toBe(
    `${JSON.stringify(
      {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
          {
            tool: { driver: { name: "pm", semanticVersion: "1.2.3", rules: RULES } },
            columnKind: "utf16CodeUnits",
            results: RESULTS,
          },
        ],
      },
      null,
      2,
    )}\n`,
  );
});

describe("the published schema", () => {
  test("is one that says no", () => {
    expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
  });

  test.each([
    ["findings", SMALL_REPORT],
    ["no findings", CLEAN_REPORT],
    ["nothing at all", lintReport({ version: "" })],
    ["a rule that is not listed", lintReport({ findings: [finding({ ruleId: "elsewhere" })] })],
    ["a fix without edits", lintReport({ findings: [finding({ fix: [] })] })],
    [
      "hostile text",
      lintReport({
        findings: ["a b:c%/\u202e\u001b\ud800?#[]{}.md", "../../x", "/a b", "C:/a b", "//s/a"].map(
          (path) => finding({ path, message: path, hint: path }),
        ),
      }),
    ],
  ])("holds for %s", (_name, report) => {
    expect(problemsOf(report)).toEqual([]);
  });
});

test("a result of a rule that is not listed has no index", () => {
  expect(resultOf({ ruleId: "elsewhere" })).toEqual({
    ruleId: "elsewhere",
    level: "error",
    message: { text: "Unexpected sample." },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "a.md", uriBaseId: "%SRCROOT%" },
          region: { startLine: 1 },
        },
      },
    ],
    partialFingerprints: { "pmFinding/v1": "0f0f0f0f0f0f0f0f" },
  });
});

test("an insertion at the start of a file deletes nothing", () => {
  const start = range([1, 1, 0], [1, 1, 0]);
  expect(resultOf({ fix: [{ range: start, text: "---\n" }] })).toMatchObject({
    fixes: [
      {
        artifactChanges: [
          {
            replacements: [
              {
                deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
                insertedContent: { text: "---\n" },
              },
            ],
          },
        ],
      },
    ],
  });
});

describe("paths become URIs", () => {
  test.each([
    ["a b/c.md", { uri: "a%20b/c.md", uriBaseId: "%SRCROOT%" }],
    ["../a.md", { uri: "../a.md", uriBaseId: "%SRCROOT%" }],
    ["https:/a.md", { uri: "https%3A/a.md", uriBaseId: "%SRCROOT%" }],
    ["a\n\u202e?#%.md", { uri: "a%0A%E2%80%AE%3F%23%25.md", uriBaseId: "%SRCROOT%" }],
    ["half\ud800.md", { uri: "half%EF%BF%BD.md", uriBaseId: "%SRCROOT%" }],
    ["/home/a b/c.md", { uri: "file:///home/a%20b/c.md" }],
    ["C:/a b/c.md", { uri: "file:///C:/a%20b/c.md" }],
    ["//server/a b.md", { uri: "file://server/a%20b.md" }],
  ])("%j", (path, artifactLocation) => {
    expect(resultOf({ path })).toMatchObject({
      locations: [{ physicalLocation: { artifactLocation } }],
    });
  });
});

describe("a message that quotes a document", () => {
  test.each([
    ["Unexpected `{0}`", "Unexpected `{{0}}`."],
    ["Unexpected `[a](https://example.com)`", "Unexpected `[a] (https://example.com)`."],
    ["\u001b[2K", "\\u{{1b}}[2K."],
  ])("%j has neither placeholder nor link", (message, text) => {
    expect(resultOf({ message })).toMatchObject({ message: { text } });
  });
});

import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../src/core/places/apply-edits.ts";
import type { Range } from "../../../src/core/position.ts";
import { runRules } from "../../../src/lint/run.ts";
import { buildLintRun, lintDocument } from "../../support/lint-document.ts";

function placeText({ start }: Range): string {
  return `${start.line}:${start.column}`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["YAML", "---\ntitle: Outage\n---\n", []],
  ["no frontmatter", "# Outage\n", []],
  [
    "a fence that is not closed",
    "---\ntitle: Outage\n\nThe queue backed up.\n",
    ["1:1 Unexpected end of file, expected a `---` line that closes the frontmatter"],
  ],
  [
    "code",
    "---js\nmodule.exports = { title: 'Outage' }\n---\n",
    ["1:1 Unexpected frontmatter language `js`, expected YAML"],
  ],
  [
    "another language",
    '{ "title": "Outage" }\n',
    ["1:1 Unexpected JSON frontmatter, expected YAML between `---` lines"],
  ],
  [
    "a merge conflict",
    "---\ntitle: Outage\n<<<<<<< HEAD\nseverity: P1\n=======\nseverity: P2\n>>>>>>> other\n---\n",
    ["3:1 Unexpected mark of a merge conflict"],
  ],
  [
    "blank lines before it",
    "\n---\ntitle: Outage\nseverity: P1\n---\n",
    ["1:1 Unexpected place of the frontmatter, expected `---` on the first line"],
  ],
  [
    "four hyphens",
    "----\ntitle: Outage\nseverity: P1\n----\n",
    ["1:1 Unexpected place of the frontmatter, expected `---` on the first line"],
  ],
  ["text between two thematic breaks", "----\n\nNote: this is prose.\n\n----\n", []],
  ["a title between two thematic breaks", "\n---\nNote: prose\n---\n", []],
  ["TOML", '+++\ntitle = "Outage"\n+++\n', []],
  [
    "TOML that is broken",
    "+++\ntitle = Outage\n+++\n",
    ["2:9 Unexpected TOML: Unexpected character"],
  ],
  [
    "a text for a mapping",
    "---\nOutage\n---\n",
    ["1:1 Unexpected frontmatter, expected `key: value` lines"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("frontmatter-syntax", document)).toEqual(expected);
});

/** A frontmatter in which one line is replaced. */
function slipped(line: string, written: string): string {
  const whole = `title: Outage
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  resolved: 2026-03-14T03:10:00Z
services: [checkout]
`;
  expect(whole).toContain(`${line}\n`);
  return `---\n${whole.replace(`${line}\n`, `${written}\n`)}---\n`;
}

describe("slips of people", () => {
  test.each<[line: string, written: string, found: string, corrected: string | null]>([
    [
      "title: Outage",
      "title: Outage: the queue",
      "2:8 Unexpected value without quotes",
      "title: 'Outage: the queue'",
    ],
    [
      "title: Outage",
      "title: It's down: all of it",
      "2:8 Unexpected value without quotes",
      `title: "It's down: all of it"`,
    ],
    [
      "title: Outage",
      "title: @payments paged",
      "2:8 Unexpected value without quotes",
      "title: '@payments paged'",
    ],
    ["title: Outage", "title:Outage", "2:1 Missing space after the colon", "title: Outage"],
    ["title: Outage", 'title: "Outage', "2:8 Unexpected quote that nothing closes", null],
    [
      "title: Outage",
      'title: "Out" age',
      "2:14 Unexpected text behind a value that has ended",
      null,
    ],
    ["title: Outage", "title: - Outage", "2:8 Unexpected list on the line of its key", null],
    [
      "title: Outage",
      "title: > Outage\n  of the queue",
      "2:10 Unexpected text behind `|` or `>`",
      null,
    ],
    ["title: Outage", "title: [a,, b]", "2:11 Unexpected second comma in a list", null],
    ["title: Outage", 'title: "C:\\Outage"', "2:11 Unexpected backslash in double quotes", null],
    [
      "  started: 2026-03-14T02:15:00Z",
      "\tstarted: 2026-03-14T02:15:00Z",
      "4:1 Unexpected tab, expected spaces",
      "  started: 2026-03-14T02:15:00Z",
    ],
    [
      "title: Outage",
      "title: >-\n\t\n  Outage",
      "3:1 Unexpected tab, expected spaces",
      "title: >-\n\n  Outage",
    ],
    [
      "  detected: 2026-03-14T02:21:00Z",
      "detected: 2026-03-14T02:21:00Z",
      "5:1 Unexpected indentation",
      null,
    ],
    [
      "  detected: 2026-03-14T02:21:00Z",
      "   detected: 2026-03-14T02:21:00Z",
      "5:1 Unexpected indentation",
      null,
    ],
  ])("%s written as %s is one finding", (line, written, found, corrected) => {
    const document = slipped(line, written);
    const { findings } = runRules(buildLintRun([{ path: "incident.md", text: document }]));
    const own = findings.filter(({ level }) => level === "error");
    expect(own.map(({ range, message }) => `${placeText(range)} ${message}`)).toEqual([found]);
    const edits = own.flatMap(({ fix }) => fix ?? []);
    const expected = corrected === null ? document : slipped(line, corrected);
    expect(applyEdits(document, edits)).toBe(expected);
  });

  test("two slips are two findings, each mended", () => {
    const document = "---\ntitle: Outage: the queue\nstatus:draft\nseverity: P1\n---\n";
    expect(lintDocument("frontmatter-syntax", document)).toEqual([
      "2:8 Unexpected value without quotes",
      "3:1 Missing space after the colon",
    ]);
  });

  test("what no slip explains is one finding, that of the parser", () => {
    const document = "---\ntitle: Outage\nservices: [checkout\nteams: ]]\n- x\n---\n";
    expect(lintDocument("frontmatter-syntax", document)).toHaveLength(1);
  });
});

test.each(["---\nstatus: final\ntitle: [\n---\n", "---\nstatus: final\ntitle: Outage\n"])(
  "where the frontmatter cannot be read nothing else is missing: %j",
  (document) => {
    const { findings } = runRules(buildLintRun([{ path: "incident.md", text: document }]));
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["frontmatter-syntax"]);
  },
);

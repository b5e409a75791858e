import { describe, expect, test } from "vitest";
import { problemsOf, read, reportsOf } from "../../support/context.ts";

const START = Date.UTC(2026, 2, 14, 2, 15);

describe("frontmatter in TOML", () => {
  test("is read as one in YAML is", () => {
    const document = read(`+++
# A comment
title = "Checkout stalled"
status = 'final'
severity = "P1"
services = [
  "checkout", # the one that failed
  "ledger",
]
[times]
started = 2026-03-14T02:15:00Z
detected = 2026-03-14 03:15:00+01:00
resolved = "unknown"

[[gaps]]
competency = "messaging.backpressure"
evidence = """
Lag was read
as a dip."""

[[gaps]]
competency = "observability.tracing"
+++

## Impact

Text.
`);
    expect(reportsOf(document).map(({ message }) => message)).toEqual([]);
    expect(document).toMatchObject({
      title: { value: "Checkout stalled" },
      status: { value: "final" },
      severity: { value: "P1" },
      services: [{ value: "checkout" }, { value: "ledger" }],
      milestones: { started: { value: START }, detected: { value: START } },
      unknownMilestones: ["resolved"],
      gaps: [{ evidence: { value: "Lag was read\nas a dip." } }, { evidence: null }],
      sections: [{ kind: "impact", range: { start: { line: 25, column: 1 } } }],
    });
    const places = [document.title, ...document.services, document.milestones.started].map(
      (fact) => fact && `${fact.source.range.start.line}:${fact.source.range.start.column}`,
    );
    expect(places).toEqual(["3:9", "7:3", "8:3", "11:11"]);
    expect(document.gaps.map(({ competency }) => competency.source.range.start.line)).toEqual([
      16, 22,
    ]);
  });

  test("has keys of others, of Hugo among them", () => {
    const document = read(`+++
title = "Checkout stalled"
date = 2026-03-16T10:00:00+01:00
draft = false
tags = ["queues"]
categories = ["incidents"]

[params]
start_time = 2026-03-14T02:15:00Z
impact_level = "P2"
+++
# Checkout
`);
    expect(document.milestones.started?.value).toBe(START);
    expect(reportsOf(document).map(({ message }) => message)).toEqual(["Unknown key `params`"]);
  });

  test.each([
    ["an empty one", "+++\n+++\n# A\n", []],
    ["only comments", "+++\n# none yet\n+++\n# A\n", []],
    ["blanks behind the fences", "+++ \ntitle = 'A'\n+++\t\n# A\n", []],
    [
      "no closing fence",
      "+++\ntitle = 'A'\n\n# A\n",
      [
        "1:1 frontmatter-syntax: Unexpected end of file, expected a `+++` line that closes the frontmatter",
      ],
    ],
    [
      "a value without quotes",
      "+++\ntitle = A\n+++\n",
      ["2:9 frontmatter-syntax: Unexpected TOML: Unexpected character"],
    ],
    [
      "a key twice",
      "+++\ntitle = 'A'\ntitle = 'B'\n+++\n",
      ["3:1 frontmatter-syntax: Unexpected TOML: Defining a key multiple times is invalid"],
    ],
    [
      "a text that does not end",
      '+++\ntitle = "A\n+++\n',
      ["2:11 frontmatter-syntax: Unexpected TOML: Unterminated string constant"],
    ],
    ["an unknown key", "+++\nsevrity = 'P1'\n+++\n", ["2:1 unknown-key: Unknown key `sevrity`"]],
    [
      "an unknown key in a table",
      "+++\n[times]\n\nstartd = 'x'\n+++\n",
      ["4:1 unknown-key: Unknown key `startd`"],
    ],
    [
      "a wrong value in a list of tables",
      "+++\n[[gaps]]\ncompetency = 'a'\n[[gaps]]\ncompetency = 'b'\nphase = 'late'\n+++\n",
      [
        "6:9 frontmatter-schema: Unexpected `late` for `phase`, expected one of detect, diagnose, mitigate, resolve",
      ],
    ],
    [
      "a wrong value in braces, under a dotted key",
      "+++\nreview.due = 2026-03-16\nconditions = { staffing = 'plenty' }\n+++\n",
      [
        "3:27 frontmatter-schema: Unexpected `plenty` for `staffing`, expected one of thin, normal, full",
      ],
    ],
    [
      "a local date-time",
      "+++\ntimes.started = 2026-03-14T02:15:00\n+++\n",
      [
        "2:17 milestone-offset: Unexpected time without an offset: `2026-03-14T02:15:00` could be any zone's",
      ],
    ],
    [
      "a local time",
      "+++\ntimes.started = 02:15:00\n+++\n",
      [
        "2:17 frontmatter-schema: Unexpected time `02:15:00`, expected an instant such as 2026-03-14T02:15:00Z",
      ],
    ],
    [
      "names that every object has",
      "+++\n__proto__.polluted = 1\nconstructor = 'x'\n[toString]\na = 1\n+++\n",
      [
        "2:1 unknown-key: Unknown key `__proto__`",
        "3:1 unknown-key: Unknown key `constructor`",
        "4:2 unknown-key: Unknown key `toString`",
      ],
    ],
  ])("%s", (_name, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
    expect("polluted" in {}).toBe(false);
  });

  test.each([
    ["malformed", "+++\ntitle = A\n+++\n\n## Impact\n\nText.\n", 5],
    ["not closed", "+++\ntitle = 'A'\n\n## Impact\n\nText.\n", 4],
    ["closed by a line of a diff only", "+++\n\n## Impact\n\n```diff\n+++\n```\n", 3],
    ["no TOML at all", "+++\n\n## Impact\n\nText.\n\n+++\n\nMore.\n", 3],
  ])("%s, it leaves the rest of the document to be read", (_name, text, line) => {
    const document = read(text);
    expect(reportsOf(document).map(({ ruleId }) => ruleId)).toEqual(["frontmatter-syntax"]);
    expect(document.sections.at(-1)).toMatchObject({ kind: "impact", range: { start: { line } } });
  });

  test("a diff at the start of a document is none", () => {
    expect(problemsOf("+++ b/main.go\n--- a/main.go\n# A\n")).toEqual([]);
    expect(problemsOf("# A\n\n+++\ntitle = A\n+++\n")).toEqual([]);
  });

  test("comments may silence rules", () => {
    const document = read("+++\n# pm-disable-file gap-missing: none\ntitle = 'A'\n+++\n# A\n");
    expect(document.directives).toMatchObject([{ range: { start: { line: 2, column: 1 } } }]);
  });

  test("a large one takes no long time", () => {
    const gaps = Array.from({ length: 4000 }, () => "[[gaps]]\ncompetency = 'x'\n").join("");
    expect(read(`+++\n${gaps}+++\n# A\n`).gaps).toHaveLength(4000);
    const keys = Array.from({ length: 5000 }, (_, index) => `key${index} = 1\n`).join("");
    expect(read(`+++\n${keys}+++\n# A\n`).problems).toHaveLength(5000);
  });

  test.each([
    ["a very long text", `a = '${"x".repeat(2_000_000)}'`],
    ["a very deep list", `a = ${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ])("%s costs the frontmatter alone", (_name, toml) => {
    const document = read(`+++\n${toml}\n+++\n# Outage\n`);
    expect(reportsOf(document).map(({ ruleId }) => ruleId)).toEqual(["frontmatter-syntax"]);
    expect(document.title?.value).toBe("Outage");
  });
});

describe("frontmatter in JSON is said not to be read", () => {
  const message = "Unexpected JSON frontmatter, expected YAML between `---` lines";
  test.each([
    ["over lines", '{\n  "title": "A",\n  "a": {\n  }\n}\n\n## Impact\n\nText.\n', 7],
    ["on one line", '{ "title": "A" }\n\n## Impact\n\nText.\n', 3],
    ["that is none", '{ "title": \n\n## Impact\n\nText.\n', 3],
    ["between marks", ';;;json\n{ "title": "A" }\n;;;\n\n## Impact\n\nText.\n', 5],
    ["between marks that do not end", ";;;\n\n## Impact\n\nText.\n", 3],
  ])("%s", (_name, text, line) => {
    expect(problemsOf(text)).toEqual([`1:1 frontmatter-syntax: ${message}`]);
    expect(read(text).sections.at(-1)).toMatchObject({
      kind: "impact",
      range: { start: { line } },
    });
  });

  test.each(["{{< warning >}}\n", "{% include a %}\n", "{: .class }\n", "{#id}\n", "{\n\nText\n"])(
    "%j is none",
    (text) => {
      expect(problemsOf(text)).toEqual([]);
    },
  );
});

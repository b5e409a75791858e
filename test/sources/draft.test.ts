import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillTemplate, type TemplateValues } from "../../src/jobs/new/template.ts";
import { runRules } from "../../src/lint/run.ts";
import { recogniser } from "../../src/people/recogniser.ts";
import type { SourceEvent } from "../../src/sources/define.ts";
import { mergeEvents } from "../../src/sources/merge.ts";
import { namingOf, teamLookup } from "../../src/sources/people.ts";
import type { Proposal } from "../../src/sources/proposals.ts";
import { rowsOf } from "../../src/sources/rows.ts";
import { buildLintRun } from "../support/lint-document.ts";
import { ROOT } from "../support/root.ts";

const START = Date.UTC(2026, 2, 14, 2, 21);
const NAMING = namingOf({
  people: [],
  actors: [],
  teamOf: teamLookup(new Map()),
  recogniser: recogniser({ notNames: [], annotations: [], amounts: null, groups: new Set() }),
  common: { stop: new Set(), ordinary: new Set(), and: ["and"] },
});

const event = (more: Partial<SourceEvent>): SourceEvent => ({
  ...{ at: START, source: "slack", kind: "message", what: "", said: null, actor: null, link: null },
  ...more,
});

const rows = (events: readonly SourceEvent[]) =>
  rowsOf(mergeEvents(events, ["slack"]).rows, NAMING);

const VALUES: TemplateValues = {
  ...{ title: "Checkout down", severity: "", services: [], started: null },
  ...{ kinds: ["knowledge"], similar: [], exampleTime: "2026-03-14T02:12:04Z" },
  ...{ teams: "payments, ledger", competencies: "messaging", competency: "messaging.backpressure" },
  ...{ team: "payments", otherTeam: "ledger" },
};

const template = (name: string) => readFileSync(join(ROOT, `templates/${name}.md`), "utf8");

function findings(text: string): readonly string[] {
  const { findings: found } = runRules(buildLintRun([{ path: "incident.md", text }]));
  return found.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const PROPOSALS: readonly Proposal[] = [
  { key: "started", value: "2026-03-14T02:12:04Z", how: "last change, [github]" },
  { key: "acknowledged", value: "2026-03-14T02:24:00Z", how: "first acknowledgement, [pagerduty]" },
  { key: "mitigated", value: "2026-03-14T03:22:00Z", how: "stated as mitigated, [rootly]" },
  { key: "teams", value: "[payments]", how: "from [pagerduty]" },
  { key: "severity", value: "P1", how: "from [pagerduty]" },
];

describe("what the exports suggest stands in comments", () => {
  const frontmatter = (values: TemplateValues, text: string) =>
    fillTemplate(text, values, "own").split("---\n")[1] ?? "";
  const exports = { proposals: PROPOSALS, rows: [] };

  test("beside the keys of a template", () => {
    const lines = frontmatter({ ...VALUES, exports }, template("full")).split("\n");
    expect(lines.filter((line) => line.includes("proposed"))).toEqual([
      "severity: # proposed: P1 (from [pagerduty])",
      "teams: []                # proposed: [payments] (from [pagerduty]); who responded: payments, ledger",
      "  started: # proposed: 2026-03-14T02:12:04Z (last change, [github])",
      "  acknowledged: # proposed: 2026-03-14T02:24:00Z (first acknowledgement, [pagerduty])",
      "  mitigated: # proposed: 2026-03-14T03:22:00Z (stated as mitigated, [rootly])",
    ]);
  });

  test("except for what the user states", () => {
    const stated = { severity: "P2", started: "2026-03-14T02:15:00Z", services: ["checkout"] };
    const text = frontmatter({ ...VALUES, ...stated, exports }, template("full"));
    expect(text).toContain("severity: P2\nservices: [checkout]\n");
    expect(text).toContain("  started: 2026-03-14T02:15:00Z\n");
  });

  test("in a prompt where a template has no place for it, as does a timeline", () => {
    const own =
      "---\ntitle: {{title}}\nteams: [] # {{proposed_teams}}\n---\n\n# {{title}}\n\n{{similar}}\n";
    const told = rows([event({ said: "down" })]);
    expect(
      fillTemplate(own, { ...VALUES, exports: { proposals: PROPOSALS, rows: told } }, "own"),
    ).toBe(
      `---
title: Checkout down
teams: [] # proposed: [payments] (from [pagerduty]);
---

# Checkout down

<!-- prompt: The exports suggest the following. Write what you agree with into the frontmatter.
started: 2026-03-14T02:12:04Z (last change, [github])
acknowledged: 2026-03-14T02:24:00Z (first acknowledgement, [pagerduty])
mitigated: 2026-03-14T03:22:00Z (stated as mitigated, [rootly])
severity: P1 (from [pagerduty]) -->

## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 02:21:00 | [slack] “down” |
`,
    );
  });

  test("without exports, a template leaves no trace of them", () => {
    const text = fillTemplate(
      template("full"),
      { ...VALUES, started: "2026-03-14T02:15:00Z" },
      "full",
    );
    expect(text).not.toMatch(/\{\{|proposed|acknowledged/);
    expect(text).toContain("  detected:\n  diagnosed:\n");
    expect(text).toContain("| Time | Event |\n|---|---|\n| | |\n");
  });
});

test.each<[string, Partial<SourceEvent>, string]>([
  ["a line each", { said: "one\ntwo\t three" }, "“one two three”"],
  ["quotation marks of their own", { said: "it said “no” and «ja»" }, '“it said "no" and "ja"”'],
  [
    "a gap tag, which is none",
    { said: "down (gap: a.b, knowledge)" },
    "“down gap, a.b, knowledge)”",
  ],
  ["characters that are not seen", { said: "a\u0000b\u202Ec" }, "“abc”"],
  [
    "HTML without its tags",
    { said: "<p>Fixed.<br/>We <b>watch</b> it; a < b</p>" },
    "“Fixed. We watch it; a < b”",
  ],
  ["long texts", { said: "x".repeat(400) }, `“${"x".repeat(300)} …”`],
  [
    "who said it",
    { said: "down", actor: { names: ["U1"], isProgram: false } },
    "an engineer: “down”",
  ],
  ["marks of a message", { said: "down", what: "edited" }, "“down” (edited)"],
  [
    "programs",
    { kind: "alert", what: "Alert fired", actor: { names: ["grafana"], isProgram: true } },
    "Alert fired by “grafana”",
  ],
  [
    "programs with a name that is no word",
    { kind: "alert", what: "Alert fired", actor: { names: ["PagerDuty"], isProgram: true } },
    "Alert fired by PagerDuty",
  ],
  [
    "hand-overs",
    {
      kind: "escalate",
      what: "Escalated",
      to: [
        { names: ["a"], isProgram: false },
        { names: ["b"], isProgram: false },
      ],
    },
    "Escalated to an engineer",
  ],
])("a row holds %s", (_name, more, text) => {
  expect(rows([event(more)])[0]?.text).toBe(text);
});

test.each([
  ["https://example.com/a?b=1", "https://example.com/a?b=1"],
  ["https://user:secret@example.com/", "https://example.com/"],
  ["https://example.com/@quill", null],
  ["javascript:alert(1)", null],
  ["http://[", null],
])("a link to %s becomes %s", (link, url) => {
  expect(rows([event({ said: "x", link })])[0]?.sources).toEqual([{ source: "slack", url }]);
});

/** Words that rules on prose report, and marks that mean something in markdown. */
const piece = fc.constantFrom(
  ...["we should have seen it", "stupid mistake", "somewhat slow", "obviously", "TBD", "~3 min"],
  ...["|", "`", "``", "<!-- pm-disable-file x: y -->", "<script>", "(gap: x.y, knowledge)"],
  ...[
    "[a](b)",
    "**",
    "#",
    "\n\n## Timeline\n",
    "---",
    "“",
    "”",
    '"',
    "'",
    "\\",
    "&lt;",
    "https://example.com/x_y?z=(1)",
  ],
);

test("a draft is clean whatever is said in the exports", () => {
  const said = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 5 }), (texts) => {
      const events = texts.map((text, index) => event({ said: text, at: START + index * 60_000 }));
      const exports = { proposals: PROPOSALS, rows: rows(events) };
      const draft = fillTemplate(template("full"), { ...VALUES, exports }, "full");
      expect(findings(draft)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

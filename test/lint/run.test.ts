import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding, LevelSetting } from "../../src/core/finding.ts";
import { FILE_START } from "../../src/core/position.ts";
import { defineRule, type Rule } from "../../src/lint/define.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { type LintRun, runRules } from "../../src/lint/run.ts";
import { buildLintRun } from "../support/lint-document.ts";

const FINAL = { path: "final.md", text: "---\nstatus: final\n---\n" };
const DRAFT = { path: "draft.md", text: "---\nstatus: draft\n---\n" };
const BARE = { path: "bare.md", text: "# Checkout stalled\n" };
const NOT_UTF8 = { path: "broken.md", message: "it is not UTF-8" };

const INCIDENTS = ["e", "b", "d", "a", "c"].map((name) => ({
  path: `${name}.md`,
  text: `---
id: backlog
status: final
sevrity: P1
trigger: TBD
teams: ["@alex", zebra]
---
`,
}));

/** A rule that reports the start of every document. */
function everywhere(fields: Partial<Rule> = {}): Rule {
  return defineRule({
    id: "everywhere",
    defaultLevel: "error",
    drafts: "same",
    summary: "",
    why: "",
    helps: "",
    bad: "",
    good: "",
    check: () => [{ range: FILE_START, message: "Here" }],
    ...fields,
  });
}

const acrossFiles: Partial<Rule> = {
  check: () => [],
  checkAll: (postmortems) =>
    postmortems.map(({ path }) => ({ path, range: FILE_START, message: "Here" })),
};

function findingsOf(run: LintRun): readonly Finding[] {
  return runRules(run).findings;
}

function brief(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ path, level, ruleId }) => `${path} ${level} ${ruleId}`);
}

function withLevels(levels: Readonly<Record<string, LevelSetting>>) {
  const run = buildLintRun([FINAL]);
  const config = { ...run.context.config, ruleLevels: new Map(Object.entries(levels)) };
  return { ...run, context: { ...run.context, config } };
}

describe("the level of a rule", () => {
  it("is its own where the configuration sets none", () => {
    const run = buildLintRun([FINAL]);
    const warning = everywhere({ defaultLevel: "warning" });
    expect(brief(findingsOf({ ...run, rules: [everywhere()] }))).toEqual([
      "final.md error everywhere",
    ]);
    expect(brief(findingsOf({ ...run, rules: [warning] }))).toEqual([
      "final.md warning everywhere",
    ]);
  });

  it.each<[LevelSetting, readonly string[]]>([
    ["off", []],
    ["warning", ["final.md warning everywhere"]],
    ["error", ["final.md error everywhere"]],
  ])("is what the configuration sets: %s", (level, expected) => {
    const run = withLevels({ everywhere: level });
    expect(brief(findingsOf({ ...run, rules: [everywhere()] }))).toEqual(expected);
  });

  it("of one rule leaves the others alone", () => {
    const run = withLevels({ everywhere: "off" });
    const rules = [everywhere(), everywhere({ id: "other" })];
    expect(brief(findingsOf({ ...run, rules }))).toEqual(["final.md error other"]);
  });
});

describe.each([
  ["each document", {}],
  ["all documents together", acrossFiles],
])("a draft before a rule over %s", (_name, fields) => {
  const run = buildLintRun([FINAL, DRAFT, BARE]);

  it.each<[Rule["drafts"], readonly string[]]>([
    ["off", ["bare.md error everywhere", "final.md error everywhere"]],
    [
      "warning",
      ["bare.md error everywhere", "draft.md warning everywhere", "final.md error everywhere"],
    ],
    [
      "same",
      ["bare.md error everywhere", "draft.md error everywhere", "final.md error everywhere"],
    ],
  ])("is judged as it says: %s", (drafts, expected) => {
    const rules = [everywhere({ ...fields, drafts })];
    expect(brief(findingsOf({ ...run, rules }))).toEqual(expected);
  });
});

describe("findings", () => {
  it("are given once", () => {
    const report = { range: FILE_START, message: "Here" };
    const rule = everywhere({ check: () => [report, { ...report, message: "There" }, report] });
    const found = findingsOf({ ...buildLintRun([FINAL]), rules: [rule] });
    expect(found.map(({ message }) => message)).toEqual(["Here", "There"]);
  });

  it("have no hint where the rule gives none", () => {
    const [found] = findingsOf({ ...buildLintRun([FINAL]), rules: [everywhere()] });
    expect(found?.hint).toBeNull();
  });

  it("stand in one order, whatever the order of documents and rules", () => {
    const run = buildLintRun(INCIDENTS);
    const expected = findingsOf(run);
    expect(expected.length).toBeGreaterThan(INCIDENTS.length);
    const shuffled = <T>(all: readonly T[]) =>
      fc.shuffledSubarray([...all], { minLength: all.length });
    fc.assert(
      fc.property(shuffled(run.postmortems), shuffled(RULES), (postmortems, rules) => {
        expect(findingsOf({ ...run, postmortems, rules })).toEqual(expected);
      }),
    );
  });
});

describe("a file that could not be read", () => {
  it("is reported at its start, among the others", () => {
    const run = { ...buildLintRun([BARE]), unreadable: [NOT_UTF8] };
    expect(brief(findingsOf(run))).toEqual([
      "bare.md warning frontmatter-missing",
      "broken.md error file-unreadable",
    ]);
    expect(findingsOf(run).at(-1)).toEqual({
      ruleId: "file-unreadable",
      level: "error",
      path: "broken.md",
      range: FILE_START,
      message: "This file could not be read: it is not UTF-8",
      hint: null,
      fix: null,
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
    });
  });

  it("follows the level of its rule", () => {
    const run = withLevels({ "file-unreadable": "off" });
    const rules = RULES.filter(({ id }) => id === "file-unreadable");
    expect(findingsOf({ ...run, rules, unreadable: [NOT_UTF8] })).toEqual([]);
  });
});

import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FILE_START } from "../../src/core/position.ts";
import { PROBLEM_RULES } from "../../src/core/postmortem.ts";
import type { Rule } from "../../src/lint/define.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { runRules } from "../../src/lint/run.ts";
import { buildLintRun } from "../support/lint-document.ts";

const FOLDER = new URL("../../src/lint/rules/", import.meta.url);
const ids = RULES.map(({ id }) => id);
const judging = RULES.filter((rule) => "check" in rule || "checkAll" in rule);

/** The rules that report an example, as "id level"; a rule across files also sees the bad one before it. */
function reportedBy(rule: Rule, text: string): readonly string[] {
  const example = { path: "incident.md", text };
  const documents = rule.checkAll ? [{ path: "earlier.md", text: rule.bad }, example] : [example];
  const run = buildLintRun(documents);
  const ruleOptions = new Map([[rule.id, new Map(Object.entries(rule.exampleOptions ?? {}))]]);
  const context = { ...run.context, config: { ...run.context.config, ruleOptions } };
  const { findings: found } = runRules({ ...run, context });
  return [...new Set(found.map(({ ruleId, level }) => `${ruleId} ${level}`))];
}

describe("the list of rules", () => {
  it("has every file of the folder, by its name and in order", () => {
    const files = readdirSync(FOLDER).filter((name) => name !== "index.ts");
    expect(ids).toEqual(files.map((name) => name.replace(/\.ts$/, "")).toSorted());
  });

  it("has each id once", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(PROBLEM_RULES)("has %s for what the reading of a document finds under that id", (id) => {
    const run = buildLintRun([{ path: "incident.md", text: "# Outage\n" }]);
    const problem = { ruleId: id, message: "wrong", hint: null, range: FILE_START };
    const postmortems = run.postmortems.map((one) => ({ ...one, problems: [problem] }));
    const { findings } = runRules({ ...run, postmortems });
    expect(
      findings.filter(({ message }) => message === "wrong").map(({ ruleId }) => ruleId),
    ).toEqual([id]);
  });

  it("leaves two rules to the runner", () => {
    expect(RULES.filter((rule) => !judging.includes(rule)).map(({ id }) => id)).toEqual([
      "directive-unused",
      "file-unreadable",
    ]);
  });
});

describe.each(judging.map((rule) => [rule.id, rule] as const))("the examples of %s", (id, rule) => {
  it("break this rule alone where bad", () => {
    expect(reportedBy(rule, rule.bad)).toEqual([`${id} ${rule.defaultLevel}`]);
  });

  it("break no rule where good", () => {
    expect(reportedBy(rule, rule.good)).toEqual([]);
  });
});

import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
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
  const ruleLevels = new Map(rule.defaultLevel === "off" ? [[rule.id, "warning"] as const] : []);
  const config = { ...run.context.config, ruleOptions, ruleLevels };
  const context = { ...run.context, config };
  const { findings: found } = runRules({ ...run, context });
  const own = found.filter(({ path }) => path === example.path);
  return [...new Set(own.map(({ ruleId, level }) => `${ruleId} ${level}`))];
}

describe("the list of rules", () => {
  it("has every file of the folder, by its name and in order", () => {
    const files = readdirSync(FOLDER).filter((name) => name !== "index.ts");
    expect(ids).toEqual(files.map((name) => name.replace(/\.ts$/, "")).toSorted());
  });

  it("has each id once", () => {
    expect(new Set(ids).size).toBe(ids.length);
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
    expect(reportedBy(rule, rule.bad)).toEqual([
      `${id} ${rule.defaultLevel === "off" ? "warning" : rule.defaultLevel}`,
    ]);
  });

  it("break no rule where good", () => {
    expect(reportedBy(rule, rule.good)).toEqual([]);
  });
});

import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Rule } from "../../src/lint/define.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { lintDocuments } from "../support/lint-documents.ts";

const FOLDER = new URL("../../src/lint/rules/", import.meta.url);
const ids = RULES.map(({ id }) => id);
const judging = RULES.filter(({ check, checkAll }) => check ?? checkAll);

/** An example as the rule needs it; one across files also sees the bad document at another path. */
function exampleFiles(rule: Rule, text: string) {
  const example = { path: "incident.md", text };
  return rule.checkAll ? [{ path: "earlier.md", text: rule.bad }, example] : [example];
}

describe("the list of rules", () => {
  it("has every file of the folder, by its name and in order", () => {
    const files = readdirSync(FOLDER).filter((name) => name !== "index.ts");
    expect(ids).toEqual(files.map((name) => name.replace(/\.ts$/, "")).toSorted());
  });

  it("has each id once", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("leaves one rule to the runner", () => {
    expect(RULES.filter((rule) => !judging.includes(rule)).map(({ id }) => id)).toEqual([
      "file-unreadable",
    ]);
  });
});

describe.each(judging.map((rule) => [rule.id, rule] as const))("the examples of %s", (id, rule) => {
  it("are reported where bad", () => {
    expect(lintDocuments(id, exampleFiles(rule, rule.bad))).not.toEqual([]);
  });

  it("are accepted where good", () => {
    expect(lintDocuments(id, exampleFiles(rule, rule.good))).toEqual([]);
  });
});

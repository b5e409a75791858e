import { describe, expect, test } from "vitest";
import { foldName } from "../../../src/core/taxonomy.ts";
import { runRules } from "../../../src/lint/run.ts";
import { buildLintRun, lintDocument, lintHints } from "../../support/lint-document.ts";

function owned(owner: string): string {
  return `## Actions

| Action | Owner | Due | Status |
|---|---|---|---|
| Train | ${owner} | 2026-07-01 | open |
`;
}

describe("unknown-owner", () => {
  test.each<[owner: string, expected: readonly string[]]>([
    ["payments", []],
    ["Payments team", []],
    ["the ledger team", []],
    ["payments, ledger", []],
    ["payments and ledger", []],
    ["", []],
    ["unknown", []],
    ["paymenst", ["5:11 Unknown owner `paymenst`"]],
    ["payments, warehosue", ["5:11 Unknown owner `warehosue`"]],
    ["release manager", []],
    ["ledger engineering lead", []],
    ["release captain", []],
    ["change board", ["5:11 Unknown owner `change board`"]],
  ])("%j", (owner, expected) => {
    expect(lintDocument("unknown-owner", owned(owner))).toEqual(expected);
  });

  test("a person is left to the rule about persons, and not named", () => {
    expect(lintDocument("unknown-owner", owned("@alex"))).toEqual([]);
    const listed = `## Attendees\n\n- Ines Quillmore\n\n`;
    for (const owner of ["Ines Quillmore", "Quillmore", "payments, Ines Quillmore"]) {
      const text = `${listed}${owned(owner)}`;
      expect(lintDocument("unknown-owner", text)).toEqual([]);
      expect(lintDocument("action-owner-person", text)).toHaveLength(1);
    }
  });

  test("the hint asks for the team that is meant, or says where a role goes", () => {
    expect(lintHints("unknown-owner", owned("paymenst"))).toEqual(["Did you mean `payments`?"]);
    expect(lintHints("unknown-owner", owned("change board"))).toEqual([
      "Name a team of the taxonomy, or list the role under `lint.roles` in pm.yaml.",
    ]);
  });

  test.each(["Leiter Betrieb", "technischer Leiter"])(
    "a role in the words of a document's language: %s",
    (owner) => {
      const run = buildLintRun([{ path: "incident.md", text: owned(owner) }]);
      const namingWords = () => ({ articles: [], and: [], teams: [], roles: ["leiter"] });
      const { findings } = runRules({ ...run, context: { ...run.context, namingWords } });
      expect(findings.filter(({ ruleId }) => ruleId === "unknown-owner")).toEqual([]);
    },
  );

  test("a role of pm.yaml may own an action", () => {
    const run = buildLintRun([{ path: "incident.md", text: owned("Change Board") }]);
    const config = { ...run.context.config, roles: new Set([foldName("change board")]) };
    const { findings } = runRules({ ...run, context: { ...run.context, config } });
    expect(findings.filter(({ ruleId }) => ruleId === "unknown-owner")).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

function facts(head: string) {
  const text = `# Payments refused\n\n${head}\n\n## Summary\n\nCards were refused.\n`;
  const document = parsePostmortem({ path: "a.md", text }, { ...CONTEXT, taxonomy: TAXONOMY });
  const values = (all: readonly { readonly value: string }[]) => all.map(({ value }) => value);
  return [document.severity?.value ?? null, values(document.services), values(document.teams)];
}

test.each([
  ["*7 May 2026 · Severity P2 · Services: checkout and ledger · Team Platform*"],
  ["**Severity:** P2 — Affected systems: checkout, ledger — Team on the bridge: Platform"],
  ["> Severity: P2 – Services hit: checkout, ledger – Team in charge: Platform"],
])("facts in one line: %s", (line) => {
  expect(facts(line)).toEqual(["P2", ["checkout", "ledger"], ["platform"]]);
});

test.each([
  ["Team dinner · Severity unclear · Service as usual"],
  ["Cards were refused — as we learned later: checkout was down — and nobody knew."],
])("a line that states none: %s", (line) => {
  expect(facts(line)).toEqual([null, [], []]);
});

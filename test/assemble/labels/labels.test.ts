import { expect, test } from "vitest";
import { labelStart } from "../../../src/assemble/labels/labels.ts";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import type { Fact } from "../../../src/core/postmortem.ts";
import { CONTEXT, read } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

function told(name: string, facts: readonly (Fact<string | number> | null)[]): readonly string[] {
  return facts.flatMap((fact) => {
    if (!fact) return [];
    const { line, column } = fact.source.range.start;
    const how = fact.source.how === "stated" ? "" : ` (${fact.source.how})`;
    return [`${line}:${column} ${name} ${fact.value}${how}`];
  });
}

/** What a body states under labels, as "line:column name value". */
function labelsOf(text: string): readonly string[] {
  const { severity, services, status, detectedBy, statedDurations } = read(text);
  const durations = Object.entries(statedDurations).flatMap(([phase, fact]) => told(phase, [fact]));
  return [
    ...told("severity", [severity]),
    ...told("service", services),
    ...told("status", [status]),
    ...told("detected", [detectedBy]),
    ...durations,
  ];
}

test.each<[name: string, text: string, expected: readonly string[]]>([
  [
    "a duration that an end tells",
    "# API down\n\n**Resolved:** API is back up after 2 days, 1 hour, 7 minutes.\n",
    ["3:1 resolve 2947"],
  ],
  [
    "a duration after which something was done, which need not be the end",
    "# API down\n\n**Resolved:** we rolled back after 10 minutes.\n",
    [],
  ],
  [
    "several on one line",
    "# A\n\n**Severity:** SEV-2  **Date:** 2026-03-14  **Duration:** 6 hours\n",
    ["3:1 severity P2", "3:1 resolve 360"],
  ],
  [
    "several in a quote, between bars",
    "# A\n\n> **Severity:** SEV1 | **Services impacted:** Gateway, Mail API | **Lead:** somebody\n",
    ["3:3 severity P1", "3:3 service Gateway", "3:3 service Mail API"],
  ],
  [
    "a table of two columns",
    "# A\n\n## Details\n\n| Item | Details |\n|--|--|\n| Severity | SEV-1 (critical) |\n| Service impacted | httpd |\n| Duration | 32 minutes |\n| Status | Resolved |\n",
    ["7:14 severity P1", "8:22 service httpd", "9:14 resolve 32"],
  ],
  [
    "a table of one row below its labels",
    "# A\n\n| Severity | Status | Duration |\n|--|--|--|\n| P3 | Final | 2 h |\n",
    ["5:3 severity P3", "5:8 status final", "5:16 resolve 120"],
  ],
  [
    "no table that lists something else",
    "# A\n\n| Method | Measure | Priority |\n|--|--|--|\n| Testing | A smoke test | HIGH |\n",
    [],
  ],
  ["in the heading itself", "# A\n\n## Severity: SEV3\n\nText.\n", ["3:1 severity P3"]],
  ["a number", "- Sev: 2\n", ["1:3 severity P2"]],
  ["a first word", "**Severity:** P1 High\n", ["1:1 severity P1"]],
  ["a mark before it", "**Severity:** 🔴 **Critical**\n", ["1:1 severity P1"]],
  ["with a hyphen that breaks no line", "**Severity:** SEV\u20112\n", ["1:1 severity P2"]],
  ["a level that the taxonomy does not list", "**Severity:** P0\n", ["1:1 severity P0"]],
  [
    "services as a list below their label",
    "**Services affected:**\n\n- ❌ Checkout (100 % failed)\n- Mail: slow\n",
    ["3:3 service Checkout", "4:3 service Mail"],
  ],
  [
    "with further words in the label",
    "- Business services affected: Checkout\n- Severity of the incident: SEV2\n",
    ["1:3 service Checkout", "2:3 severity P2"],
  ],
  ["a class that is no severity", "**Classification:** Confidential\n", []],
  ["people who are no service", "**Affected:** all users, 12,000 sessions\n", []],
  ["another label that ends alike", "**Regions affected:** Frankfurt\n", []],
  ["the incident's state, which is not the document's", "**Status:** Resolved\n", []],
  ["who noticed", "**Detected by:** customer report\n", ["1:1 detected customer"]],
  ["how it was noticed", "**Detection:** PagerDuty alert\n", ["1:1 detected alert (inferred)"]],
  ["how it was not noticed", "**Detection:** not by an alert\n", []],
  [
    "a mean in brackets, with a mark behind the value",
    "- **Mean Time to Respond (MTTR):** 2h 34m ✅\n- **MTTD:** 3 minutes (a page)\n",
    ["1:3 resolve 154", "2:3 detect 3"],
  ],
  ["a length in brackets", "**Duration:** 08:41–09:54 UTC (1 h 13 m)\n", ["1:1 resolve 73"]],
  ["how long a part of it took", "## Timeline\n\n### Day one\n\n**Duration:** 1 h\n", []],
])("%s", (_name, text, expected) => {
  expect(
    labelsOf(text)
      .filter((line) => !/ (mitigate|diagnose) /.test(line))
      .toSorted(),
  ).toEqual(expected.toSorted());
});

test("the head lists teams and services without labels", () => {
  const text = "# A\n\n**SEV1** · :material-account: Payments, Ledger · checkout-api\n";
  const { teams, services } = parsePostmortem(
    { path: "a.md", text },
    { ...CONTEXT, taxonomy: TAXONOMY },
  );
  expect(teams.map(({ value }) => value)).toEqual(["payments", "ledger"]);
  expect(services.map(({ value }) => value)).toEqual(["checkout"]);
});

test.each([
  [
    "| Infrastructure | Service: checkout-api, Service: Ledger |\n|---|---|",
    ["checkout", "ledger"],
  ],
  ['Services: ~"Service::CheckoutApi"', ["checkout"]],
  ["Which services: CheckoutApi", ["checkout"]],
])("the services of %s", (line, expected) => {
  const text = `# A\n\n${line}\n`;
  const { services } = parsePostmortem({ path: "a.md", text }, { ...CONTEXT, taxonomy: TAXONOMY });
  expect(services.map(({ value }) => value)).toEqual(expected);
});

test.each([
  ["- **Incident:** Mails are late again\n- **Severity:** P2\n", "Mails are late again"],
  ["- **Incident:** 4711\n", undefined],
])("the title of a document without one: %s", (body, title) => {
  expect(read(body).title?.value).toBe(title);
});

test("a severity of the frontmatter may have a picture, a service may be a link", () => {
  const text = '---\nseverity: "🟠 SEV1"\nservice: "[[checkout-api]]"\n---\n\n# A\n';
  const { severity, services } = parsePostmortem(
    { path: "a.md", text },
    { ...CONTEXT, taxonomy: TAXONOMY },
  );
  expect([severity?.value, services[0]?.value]).toEqual(["P1", "checkout"]);
});

test("a place that is a service of the taxonomy is one", () => {
  const read = (line: string) =>
    parsePostmortem({ path: "a.md", text: `# A\n\n${line}\n` }, { ...CONTEXT, taxonomy: TAXONOMY });
  expect(read("Where: checkout-api").services.map(({ value }) => value)).toEqual(["checkout"]);
  expect(read("Where: Frankfurt").services).toEqual([]);
});

test("a severity of the frontmatter is read in any spelling", () => {
  const text = "---\nincident:\n  level: P-2\n---\n\n# A\n";
  const { severity } = parsePostmortem({ path: "a.md", text }, { ...CONTEXT, taxonomy: TAXONOMY });
  expect(severity?.value).toBe("P2");
});

test.each([
  ["Resolver groups: Payments; Ledger", ["payments", "ledger"]],
  ["Team: teams/platform", ["platform"]],
  ["Team(s): the Ledger team, Platform squad", ["ledger", "platform"]],
  ["Owner: Platform", ["platform"]],
  ["Owner: group:default/platform", ["platform"]],
  ["Team / squad: Platform", ["platform"]],
  ["Owner: somebody", []],
  ["Owner: Platform\nTeam: Ledger", ["ledger"]],
])("the teams of %s", (lines, expected) => {
  const text = `# A\n\n${lines}\n`;
  const { teams } = parsePostmortem({ path: "a.md", text }, { ...CONTEXT, taxonomy: TAXONOMY });
  expect(teams.map(({ value }) => value)).toEqual(expected);
});

test.each<[name: string, text: string, expected: boolean]>([
  ["below rules", "---\n***\n+++\n- **Severity:** SEV2", true],
  ["between bars", "|||\n| A | **Severity** |", true],
  ["after digits and marks", "1. [ ] (Severity: SEV2", true],
  ["within a sentence", "--- The severity: SEV2", false],
  ["nowhere", "```\n".repeat(200) + "|*".repeat(200), false],
])("a label that may begin %s is looked for", (_name, text, expected) => {
  expect(labelStart(CONTEXT.vocabulary).test(text)).toBe(expected);
});

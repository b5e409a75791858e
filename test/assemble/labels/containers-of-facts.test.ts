import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

function factsOf(text: string) {
  const { title, severity, services, teams } = parsePostmortem(
    { path: "a.md", text },
    { ...CONTEXT, taxonomy: TAXONOMY },
  );
  const ids = (facts: typeof services) => facts.map(({ value }) => value).join(" ");
  return [title?.value ?? "-", severity?.value ?? "-", ids(services), ids(teams)].join(" | ");
}

describe("facts stand", () => {
  test.each([
    [
      "in pairs side by side",
      "# Q\n\n| Field | Value | Field | Value |\n|---|---|---|---|\n| Priority | P2 | Business service | checkout |\n| Assignment group | Ledger | x | y |",
      "Q | P2 | checkout | ledger",
    ],
    [
      "in a table that numbers them",
      "# Q\n\n| # | Part | What |\n|---|---|---|\n| 1 | Severity | P2 |\n| 2 | Service | checkout |\n| 3 | Team | Ledger |\n| 4 | Story | The queue was full. |",
      "Q | P2 | checkout | ledger",
    ],
    [
      "in one row below two labels, table by table",
      "# Q\n\n| Severity | Service |\n|---|---|\n| P2 | checkout |\n\n| Started | Team |\n|---|---|\n| 10:00 | Ledger |",
      "Q | P2 | checkout | ledger",
    ],
    [
      "each in a table of its own",
      "# Q\n\n| Severity |\n|---|\n| P2 |\n\n| Service |\n|---|\n| checkout |",
      "Q | P2 | checkout | ",
    ],
    [
      "in pairs of which the first is the head",
      "# Q\n\n| Severity | P2 |\n|---|---|\n| Service | checkout |",
      "Q | P2 | checkout | ",
    ],
    [
      "two in a cell below two labels",
      "# Q\n\n| Field | Value |\n|---|---|\n| Severity / status | P2 / closed |\n| Service / team | checkout / Ledger |",
      "Q | P2 | checkout | ledger",
    ],
    ["two behind two labels", "# Q\n\nSeverity / service: P2 / checkout", "Q | P2 | checkout | "],
    [
      "in lines between bars",
      "# Q\n\n| Severity | P2 |\n| Services | checkout |",
      "Q | P2 | checkout | ",
    ],
    [
      "in scoped labels",
      '# Q\n\n| Key | Value |\n|---|---|\n| Service(s) affected | ~"Service::checkout" |\n| Team attribution | ~"group::ledger" |\n\n/severity S2',
      "Q | P2 | checkout | ledger",
    ],
    [
      "in scoped labels side by side",
      '# Q\n\n- **Service(s) affected:** ~"Service::checkout" ~"Service::ledger"',
      "Q | - | checkout ledger | ",
    ],
    [
      "in the title of a form",
      "### Incident title\n\nQueue full\n\n### Severity\n\nP2\n\n### Affected services\n\n- [ ] checkout\n- [x] ledger\n",
      "Queue full | P2 | ledger | ",
    ],
    [
      "below headings that are tables",
      "# Q\n\n## Impacted infrastructure\n\n| Type | Name |\n|---|---|\n| Service | checkout |\n| Functionality | ledger |",
      "Q | - | checkout | ",
    ],
    [
      "in a table of services, without those that were not hit",
      "# Q\n\n## Affected services\n\n| Feature | Service | Condition |\n|---|---|---|\n| Payments | checkout | Degraded |\n| Books | ledger | Operational |",
      "Q | - | checkout | ",
    ],
    [
      "in lists below labels",
      "# Q\n\n- **Severity:** P2\n- **Services/Modules:**\n  - checkout (web)\n  - ledger\n- **Teams:**\n  - Ledger\n",
      "Q | P2 | checkout ledger | ledger",
    ],
    [
      "under a title in brackets",
      "# Incident report (internal)\n\n**Title:** Queue full\n",
      "Queue full | - |  | ",
    ],
    ["with those of a team", "# Q\n\n**Teams:** Ledger engineers\n", "Q | - |  | ledger"],
    ["as a remark below the title", "# Q\n\nIncident 7 · P2 · completed", "Q | P2 |  | "],
    [
      "behind pictures",
      "# :fire: Q\n\n:fire: **Severity:** :red_circle: P2\n:gear: **Services:** `checkout` `ledger`",
      "Q | P2 | checkout ledger | ",
    ],
    [
      "as links of a wiki",
      '---\nseverity: "🔴 [[P2]]"\nteams: ["[[ledger|Ledger]]"]\n---\n# Q',
      "Q | P2 |  | ledger",
    ],
    [
      "in a table above all headings",
      "**Incident Review**\n\n<table><tr><td>Title</td><td>Queue full</td></tr><tr><td>Severity</td><td>P2</td></tr></table>\n\n# 1. Summary\n\nx",
      "Queue full | P2 |  | ",
    ],
  ])("%s", (_, text, expected) => {
    expect(factsOf(text)).toBe(expected);
  });
});

describe("a severity", () => {
  test.each([
    ["P2-High", "P2"],
    ["2 - High", "P2"],
    ["Severity 3", "P3"],
    ["Level 3", "P3"],
    ["sev 1", "P1"],
    ["🔴 SEV-1", "P1"],
    ["P3 → P2", "P2"],
    ["P1 (downgraded to P2)", "P2"],
    ['~"severity::2"', "P2"],
    ["severity/2", "P2"],
    ["sev/3", "P3"],
    ["TBD", "-"],
    ["N/A", "-"],
    ["_No response_", "-"],
    ["24 hours", "-"],
    ["lowered from SEV2 to SEV3 at 11:20", "P3"],
    ["~~SEV3~~ SEV2", "P2"],
    ["~~SEV3~~", "P3"],
    ["P2 to be confirmed", "P2"],
  ])("%s is %s", (written, expected) => {
    expect(factsOf(`# Q\n\n**Severity:** ${written}`)).toBe(`Q | ${expected} |  | `);
  });

  test.each([
    ["[P1] Queue stuck", "P1"],
    ["Queue stuck (SEV2)", "P2"],
    ["P3: queue stuck", "P3"],
    ["Postmortem of the SEV-2 incident in March", "P2"],
    ["From SEV3 to SEV1 in an hour", "-"],
    ["S3 bucket [eu-1] lost", "-"],
    ["Queue 2: stuck", "-"],
  ])("in the title %s is %s", (title, expected) => {
    expect(factsOf(`# ${title}\n\nText.`)).toBe(`${title} | ${expected} |  | `);
  });

  test("is not taken from the title where the document states another", () => {
    expect(factsOf("# [P1] Queue\n\n**Severity:** P2")).toBe("[P1] Queue | P2 |  | ");
  });
});

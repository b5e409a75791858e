import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";
import { told } from "../../support/told.ts";

function read(text: string) {
  return parsePostmortem({ path: "a.md", text }, { ...CONTEXT, taxonomy: TAXONOMY });
}

function furtherOf(text: string) {
  const { status, detectedBy, trigger } = read(text);
  return [status, detectedBy, trigger].map((fact) => fact?.value ?? "-").join(" | ");
}

function factsOf(text: string) {
  const { title, severity, services, teams } = read(text);
  const ids = (facts: typeof services) => facts.map(({ value }) => value).join(" ");
  return [title?.value ?? "-", severity?.value ?? "-", ids(services), ids(teams)].join(" | ");
}

test("a label that nobody knows tells no team whose name terms of another kind have, too", () => {
  const data = { id: "data", name: "Data", description: "", aliases: [], size: 5 };
  const taxonomy = { ...TAXONOMY, teams: [...TAXONOMY.teams, data] };
  const { teams } = parsePostmortem(
    { path: "a.md", text: "# Q\n\n- Gone: data\n" },
    { ...CONTEXT, taxonomy },
  );
  expect(teams).toEqual([]);
});

test("an owner is the team in doubt where teams had roles in the incident", () => {
  const text =
    "# Q\n\n**Owner:** Payments\n\n## Responders\n\n- Incident commander: Platform\n- Scribe: Ledger\n";
  const { teams } = read(text);
  expect(teams.map(({ value, source }) => [value, source.confidence])).toEqual([
    ["payments", "low"],
  ]);
});

describe("facts as tools write them", () => {
  test.each([
    [
      "labels in a list of tags",
      "# Q\n\n| Property | Value |\n|--|--|\n| Labels | `service:checkout` `squad:ledger` |\n| Tags | severity: SEV2 |",
      "Q | P2 | checkout | ledger",
    ],
    [
      "a level among tags",
      "# Q\n\n**Tags:** postmortem, SEV1, on-call\n**Service:** checkout\n**Team:** Ledger\n",
      "Q | P1 | checkout | ledger",
    ],
    [
      "names parted by dots",
      "# Q\n\n| Services | Checkout · Ledger |\n|---|---|\n| Teams | Payments · Platform |\n| Severity | P2 |\n",
      "Q | P2 | checkout ledger | payments platform",
    ],
    [
      "a note that is called by its level",
      "# Q\n\n:::danger SEV1\n\nAll is down.\n\n:::\n\nTeam: Ledger\n",
      "Q | P1 |  | ledger",
    ],
    [
      "facts between strokes",
      "# Q\n\nSeverity 2 / checkout / Payments + Platform\n",
      "Q | P2 | checkout | payments platform",
    ],
    [
      "labels of a tracker in an item",
      '# Q\n\n## Summary\n\n1. Service Impact: ~"Service::checkout" ~"Service::ledger"\n1. Affected feature: none\n',
      "Q | - | checkout ledger | ",
    ],
    [
      "a priority before the severity",
      "# Q\n\n| Property | |\n|---|---|\n| Priority | 1 |\n| Sev | SEV3 |\n| Service | checkout |\n",
      "Q | P3 | checkout | ",
    ],
    [
      "a category that is a level",
      "# Q\n\n**Category:** Severity 3\n**Lead team:** Ledger\n",
      "Q | P3 |  | ledger",
    ],
    [
      "features and offerings that were hit",
      "# Q\n\n**Affected features:** checkout\n**Service offering:** ledger\n**Severity:** P2\n",
      "Q | P2 | checkout ledger | ",
    ],
    [
      "a label above its value",
      "# Q\n\n**Severity**\nSEV2\n\n**Affected service**\ncheckout\n\n**Team**\nLedger\n",
      "Q | P2 | checkout | ledger",
    ],
    [
      "questions of a form",
      "# Q\n\n### Which services were affected?\n\n- [x] checkout\n- [ ] ledger\n\n### Responsible team\n\nLedger\n",
      "Q | - | checkout | ledger",
    ],
    [
      "the question of a form for a part of the platform",
      "# Q\n\n### Which part of the platform?\n\ncheckout\n\n### Team\n\nLedger\n",
      "Q | - | checkout | ledger",
    ],
    [
      "labels behind commas",
      "# Q\n\nSeverity: **P2**, services: **checkout, ledger**, teams: **Payments, Ledger**\n",
      "Q | P2 | checkout ledger | payments ledger",
    ],
    [
      "a page of notes with tabs between label and value",
      "Outage review: the queue was full\nThursday, March 5, 2026\n\nSeverity\tSEV2\nService\tcheckout\nTeam\tLedger\n",
      "Outage review: the queue was full | P2 | checkout | ledger",
    ],
    [
      "a line below a heading that only says what the page is",
      "Post-Incident Report\n====================\n\nINC-12: Queue full on Friday\n\nSeverity: P2\n",
      "INC-12: Queue full on Friday | P2 |  | ",
    ],
    [
      "a bold line below a heading that only names the kind",
      "# Incident report, 12 March 2026\n\n**Mails wait for an hour**\n\nSeverity: P2\n",
      "Mails wait for an hour | P2 |  | ",
    ],
    [
      "a summary in one line below such a heading",
      "# Postmortem\n\nSummary: Mails wait for an hour\nSeverity: P2\n",
      "Mails wait for an hour | P2 |  | ",
    ],
    [
      "a bold label below such a heading",
      "# Postmortem\n\n**Severity**\n\nP2\n",
      "Postmortem | P2 |  | ",
    ],
    [
      "a heading above a sentence",
      "# Incident report\n\nThe queue was full for an hour.\n\nSeverity: P2\n",
      "Incident report | P2 |  | ",
    ],
    [
      "a first line that goes on in brackets",
      "Queue was full on Friday (pasted from the group of those on duty, without names)\n\nSeverity: P2\n",
      "Queue was full on Friday (pasted from the group of those on duty, without names) | P2 |  | ",
    ],
    [
      "the impact as a status page names it",
      "# Q\n\n**Impact:** Major outage\n**Components:** checkout\n",
      "Q | - | checkout | ",
    ],
    [
      "an outline of labels with their values below them",
      "- Queue was full again\n  - facts\n    - level\n      - SEV1\n    - where\n      - checkout\n  - to do\n    - cap the heap\n",
      "Queue was full again | P1 | checkout | ",
    ],
    [
      "the title of a checklist",
      "# Incident closing checklist\n\n- [x] Name: Queue full on Friday\n- [x] Severity: P2\n",
      "Queue full on Friday | P2 |  | ",
    ],
    [
      "labels that slashes part",
      "# Q\n\nDate: 2026-02-03 / Severity: P2 / Services: checkout, ledger / Teams: Platform, Ledger\n",
      "Q | P2 | checkout ledger | platform ledger",
    ],
    [
      "the title of a form below the subject of an alarm",
      "# P2: queue full\n\n```\nTitle: Payouts waited in a full queue\nServices affected: ledger\n```\n",
      "Payouts waited in a full queue | P2 | ledger | ",
    ],
    [
      "teams in the roles of those who responded",
      "# Q\n\n## Responders\n\n- Incident commander: Platform\n- Deputy: Ledger\n",
      "Q | - |  | platform ledger",
    ],
    [
      "an outline below its one item",
      "- Queue was full again\n  - Severity:: SEV2\n",
      "Queue was full again | P2 |  | ",
    ],
    [
      "a first line that goes on",
      "The queue was full\nand nobody saw it\n\nSeverity: SEV2\n",
      "- | P2 |  | ",
    ],
    [
      "a first line with the tag of a gap",
      "No alert on the lag (gap: alerting)\n\nSeverity: SEV2\n",
      "- | P2 |  | ",
    ],
    [
      "a first line that says who wrote it",
      "Report by Ada Example\n\nSeverity: SEV2\n",
      "- | P2 |  | ",
    ],
    [
      "a title under a label, without the tag of a gap behind it",
      "Title: The lag was read as a dip. (gap: alerting)\n\nSeverity: SEV2\n",
      "The lag was read as a dip. | P2 |  | ",
    ],
    [
      "a first line that is a label",
      "Affected service: checkout\n\nSeverity: SEV2\n",
      "- | P2 | checkout | ",
    ],
    [
      "labels whose nouns say what they ask for",
      "# Q\n\n- Systems that were hit: checkout\n- Crew on the incident: Ledger\n- Severity (SEV): 2\n",
      "Q | P2 | checkout | ledger",
    ],
    [
      "labels of other services and teams",
      "# Q\n\n- Related systems: checkout\n- Services we run on: ledger\n- Team that wrote this page: Payments\n- Escalated to: Platform\n",
      "Q | - |  | ",
    ],
    [
      "labels that nobody knows, with values that tell what they are",
      "# Q\n\n- Blast: Sev 2\n- Hurt: checkout\n- Hands in the air: Payments and Ledger\n",
      "Q | P2 | checkout | payments ledger",
    ],
    [
      "a level under a label that says how bad it was",
      "# Q\n\n- How bad it got: P2\n",
      "Q | P2 |  | ",
    ],
    [
      "labels that nobody knows and that say of what else they are",
      "# Q\n\n- Release train: P2\n- Initially: SEV-3\n- Rolled back: checkout\n- Presented to: Payments\n",
      "Q | - |  | ",
    ],
    [
      "such labels with values that say more",
      "# Q\n\n- Blast: 2 % of requests\n- Hurt: checkout and everything else\n- Depends on: ledger\n- Fear: P1 customers leave\n",
      "Q | - |  | ",
    ],
    [
      "such labels whose words are those of something else",
      "# Q\n\n- Ruled out: checkout\n- Review attendees: Platform\n- Follow-up: P2\n- Worst case: SEV1\n- Other systems: checkout\n",
      "Q | - |  | ",
    ],
    [
      "bold labels in the lines of a quote",
      "# Q\n\n> ℹ️ **Sev level** SEV2\n> **What burned** checkout\n> **Squads** Ledger\n",
      "Q | P2 | checkout | ledger",
    ],
    [
      "bold labels without a colon, side by side in a line",
      "# Q\n\n> **Severity** SEV2 · **Team** Ledger | **Services** checkout\n",
      "Q | P2 | checkout | ledger",
    ],
    [
      "a tracker's form of four columns that asks for much else",
      "# Q\n\n| Type: | Incident | Priority: | P2 |\n|---|---|---|---|\n| **Reporter:** | Jo | **Assignee:** | Al |\n| **Resolution:** | Fixed | **Votes:** | 0 |\n| **Responsible team:** | Ledger | | |\n",
      "Q | P2 |  | ledger",
    ],
    [
      "how long it had each level, of which it had the first not at all",
      "# Q\n\n## Impact\n\n| | |\n|---|---|\n| **Time in SEV-1** | 0 min |\n| **Time in SEV-2** | 1h 36m |\n| **Time in SEV-3** | 20 min |\n",
      "Q | P2 |  | ",
    ],
    [
      "labels side by side in a line, one of which nobody knows",
      "# Q\n\n**Incident:** #SQ-2291 **Priority:** P2 **Service:** checkout **Keeper:** nobody **Zone:** 4\n",
      "Q | P2 | checkout | ",
    ],
    [
      "labels that dashes part",
      "# Q\n\n> **Severity:** SEV2 — **Squad:** Ledger — **Systems:** checkout\n{.is-danger}\n",
      "Q | P2 | checkout | ledger",
    ],
    [
      "a field list",
      "# Q\n\n:Severity: SEV-2\n:Affected services: checkout\n:Author: somebody\n",
      "Q | P2 | checkout | ",
    ],
    [
      "a spreadsheet with its letters and numbers",
      "# Q\n\n| | A | B |\n|--|--|--|\n| 1 | Severity | SEV2 |\n| 2 | Service | checkout |\n| 3 | Team | Ledger |\n",
      "Q | P2 | checkout | ledger",
    ],
    [
      "a form of four columns that asks for much else",
      "# Q\n\n| Number | 7 | Severity | SEV2 |\n|--|--|--|--|\n| Weather | fine | Services | checkout |\n| Coffee | none | Teams | Ledger |\n| Mood | good | Room | 4 |\n",
      "Q | P2 | checkout | ledger",
    ],
    [
      "attributes of an outline with links side by side",
      "- Q\n  - Severity:: SEV2\n  - Teams:: [[Payments]] [[Ledger]]\n",
      "- | P2 |  | payments ledger",
    ],
    [
      "a remark of a documentation tool",
      "# Q\n\n```{note}\n:class: tip\nSeverity: SEV2\nService: checkout\n```\n",
      "Q | P2 | checkout | ",
    ],
    [
      "a severity in the impact",
      "# Q\n\n**Impact:** P2 · **Components affected:** checkout\n",
      "Q | P2 | checkout | ",
    ],
    [
      "teams joined by a sign",
      "# Q\n\n| Squads | Payments & Ledger |\n|--|--|\n| Level | SEV 2 |",
      "Q | P2 |  | payments ledger",
    ],
    [
      "bullets of a chat",
      "# Q\n\n• *Severity:* SEV2\n• *Services:* checkout\n",
      "Q | P2 | checkout | ",
    ],
    [
      "bold labels without colons",
      "# Q\n\n**State** Closed\n**Severity** 2 - High\n**Affected component** Checkout\n**Team** Ledger\n",
      "Q | P2 | checkout | ledger",
    ],
    [
      "bold labels before a dash",
      "# Q\n\n- **Severity** - SEV1\n- **Services** – Checkout\n- **Teams** - Payments, Ledger\n",
      "Q | P1 | checkout | payments ledger",
    ],
    [
      "bold words that begin a sentence",
      "# Q\n\n**Severity** was lowered to P2 after an hour of talks.\n\n**Services** we run on: checkout\n",
      "Q | - |  | ",
    ],
    [
      "fields of notes, several in a line",
      "# Q\n\n[severity:: SEV1] [status:: review]\n(services:: checkout, ledger) (teams:: payments)\n",
      "Q | P1 | checkout ledger | payments",
    ],
    [
      "boxes before the options",
      "# Q\n\n**Severity:** ☐ P1   ☐ P2   ☑ P3\n**Teams:** [ ] Payments [x] Ledger [x] Platform\n",
      "Q | P3 |  | ledger platform",
    ],
    ["boxes behind the options", "# Q\n\nSeverity: P1 ( ) P2 (x) P3 ( )\n", "Q | P2 |  | "],
    ["boxes of which none is ticked", "# Q\n\nSeverity: ☐ P1 ☐ P2\n", "Q | - |  | "],
    ["a mark that is no choice", "# Q\n\nSeverity: ✅ P2\n", "Q | P2 |  | "],
    [
      "boxes below a heading, one a line",
      "# Q\n\n### Severity\n\n☐ P1\n☑ P2\n\n### Services\n\ncheckout\n",
      "Q | P2 | checkout | ",
    ],
    [
      "names with their kind",
      "# Q\n\n| Attribute | Value |\n|--|--|\n| services | `service:checkout` `service:ledger` |\n| teams | `team:payments` |",
      "Q | - | checkout ledger | payments",
    ],
    [
      "handles of teams",
      "# Q\n\nTeams: @payments-team, @org/ledger, @platform-oncall\n",
      "Q | - |  | payments ledger platform",
    ],
    [
      "terms and what defines them",
      "# Q\n\nPriority\n:   2 - High\n\nAffected service\n:   Checkout\n\nAssignment group\n:   Ledger\n",
      "Q | P2 | checkout | ledger",
    ],
    [
      "names of several words, side by side in a cell",
      "# Q\n\n| | |\n|--|--|\n| Services | checkout api<br>ledger |\n| Teams | Payments squad<br>Platform |\n",
      "Q | - | checkout ledger | payments platform",
    ],
    [
      "a level, a service and a team in a quote below the title",
      "# Q\n\n> **SEV-2** · checkout · Ledger\n",
      "Q | P2 | checkout | ledger",
    ],
    [
      "a level in a remark below the title",
      "# Q\n\n*17 April 2026 · a P1 in checkout · all fine*\n",
      "Q | P1 |  | ",
    ],
    [
      "a change of level below the title",
      "# Q\n\n*17 April 2026 · downgraded from P1 to P3 · all fine*\n",
      "Q | - |  | ",
    ],
    [
      "a level that a sentence tells, and the services behind it",
      "# Q\n\nOrders were late. This was a SEV-2 affecting checkout and the ledger.\n",
      "Q | P2 | checkout ledger | ",
    ],
    [
      "a level that was declared",
      "# Q\n\n## Summary\n\nWe declared a 47-minute SEV-1. Nothing was lost.\n",
      "Q | P1 |  | ",
    ],
    [
      "services in a sentence beside something else",
      "# Q\n\nThis was a SEV-2 affecting checkout and most merchants.\n",
      "Q | P2 |  | ",
    ],
    [
      "a level that is set apart in a sentence",
      "# Q\n\nIt started at 14:02 and was resolved at 15:10, SEV-2, affecting checkout.\n",
      "Q | P2 | checkout | ",
    ],
    [
      "a level that is a sentence, and services that were critical",
      "# Q\n\n**What was the impact?**\nOrders were late. Severity 2.\n\n**Critical services**\ncheckout, ledger\n",
      "Q | P2 | checkout ledger | ",
    ],
    [
      "questions with their answers",
      "# Q\n\n- *How bad was it?* P2\n- *Which services were affected?* checkout and ledger\n",
      "Q | P2 | checkout ledger | ",
    ],
    [
      "several levels that are listed in a sentence",
      "# Q\n\nWe count incidents of SEV-1, SEV-2, and SEV-3.\n",
      "Q | - |  | ",
    ],
    [
      "orders to a tracker below the last section",
      '# Q\n\n## Timeline\n\n- 10:00 It broke\n\n/label ~"severity::2" ~"Service::checkout"\n/assign @x\n',
      "Q | P2 | checkout | ",
    ],
    [
      "a level in a title of several parts",
      "# Q · P2 · closed\n\nx\n",
      "Q · P2 · closed | P2 |  | ",
    ],
    ["a level in digits", "---\nseverity: 2\n---\n# Q\n", "Q | P2 |  | "],
    ["a level that it was not", "# Q\n\nThis was not a SEV-1.\n", "Q | - |  | "],
    ["a level of a rule", "# Q\n\nWe page if it is a SEV-2 or higher.\n", "Q | - |  | "],
    [
      "two levels in sentences",
      "# Q\n\nThe incident was a SEV-2. The issue was a SEV-3 for ledger.\n",
      "Q | - |  | ",
    ],
    [
      "a form of four columns below its title",
      "# Q\n\n| Incident summary | | | |\n|--|--|--|--|\n| Number | 7 | Severity | SEV2 |\n| Lead | duty | Recording | n/a |\n",
      "Q | P2 |  | ",
    ],
    [
      "a level in a sentence below the title",
      "# Q\n\nWe thought for a long while that this was a P1 · it was none\n",
      "Q | - |  | ",
    ],
    [
      "teams among those who responded",
      "# Q\n\nHandled by: Ledger (team), with help from Platform\n",
      "Q | - |  | ledger platform",
    ],
    [
      "teams in a sentence, of which none is meant",
      "# Q\n\nTeams: nobody of them was asked for payments\n",
      "Q | - |  | ",
    ],
    [
      "no labels of an alert",
      "# Q\n\n## Detection\n\n```\nseverity: SEV1\nteam: payments\n```\n",
      "Q | - |  | ",
    ],
    [
      "a fenced block of data",
      '# Q\n\n```yaml\n# facts\nseverity: SEV1\nservices: [checkout, ledger]\nteam: "payments"\nnote:\n```\n',
      "Q | P1 | checkout ledger | payments",
    ],
    [
      "a fenced block of something else",
      "# Q\n\n```yaml\nseverity: SEV1\nreplicas: 3\n```\n\n```\nseverity: SEV1\nteam: payments\nfailed\n```\n",
      "Q | - |  | ",
    ],
    [
      "questions in the words of a form",
      "### What should we call this incident?\n\nQueue was full\n\n### How bad is it for customers?\n\nSEV2\n\n### Which teams helped?\n\nPayments, Ledger\n",
      "Queue was full | P2 |  | payments ledger",
    ],
  ])("%s", (_, text, expected) => {
    expect(factsOf(text)).toBe(expected);
  });

  test.each([
    [
      "a question each",
      "# Q\n\n### How did we find out?\n\nCustomer\n\n### What triggered it?\n\nDeploy\n",
      "- | customer | deploy",
    ],
    [
      "who reported it, of a list",
      "# Q\n\nStatus: In review\nReported by: ☐ Alert ☑ Customer\n",
      "review | customer | -",
    ],
    ["who reported it, by name", "# Q\n\nReported by: Maren Holt\n", "- | - | -"],
    [
      "a source and how",
      "# Q\n\nDiscovered by: Employee, during a customer call\n",
      "- | employee | -",
    ],
    [
      "other labels",
      "# Q\n\n- State :: final\n- Found via: alert\n- Change type: config\n",
      "final | alert | config",
    ],
  ])("detection, trigger and status: %s", (_, text, expected) => {
    expect(furtherOf(text)).toBe(expected);
  });
});

describe("the title", () => {
  test.each([
    [
      "stands under a label where the heading names the kind of document",
      "# Incident report IR-2026-07\n\n| Incident title | Queue full |\n|--|--|\n| Severity | P2 |",
      "Queue full",
    ],
    [
      "is the heading where that says more",
      "# Queue was full\n\n| Incident title | Queue full |\n|--|--|\n| Severity | P2 |",
      "Queue was full",
    ],
    [
      "is a bold line above headings that are all parts",
      "**Postmortem: the queue**\n\n**Date:** 2026-03-14\n\n# **Summary**\n\nIt was full.\n\n# **Timeline**\n",
      "Postmortem: the queue",
    ],
    [
      "is the first heading of a document without an H1",
      "## Incident: the queue of events {#incident}\n\nSeverity: P2\n\n### 1. Abstract\n\nIt was full.\n",
      "Incident: the queue of events",
    ],
    [
      "is the heading that names the kind, where the label describes it in a sentence",
      "# Post Incident Review – MIM0004417\n\n| Short description | The queue was full. |\n|--|--|\n| Severity | P2 |",
      "Post Incident Review – MIM0004417",
    ],
    ["is no part of the document", "## Summary\n\nIt was full.\n\n## Timeline\n", undefined],
  ])("%s", (_, text, expected) => {
    expect(read(text).title?.value).toBe(expected);
  });
});

describe("rows of a timeline", () => {
  test("have the zone of the start in the frontmatter where they tell its time", () => {
    const rows =
      "## Timeline\n\n- 10:15 a lock is released too early\n- 10:32 alert fires\n- 12:40 resolved\n";
    expect(told(`---\nstarted: 2026-06-01T10:15:00+02:00\n---\n\n# Q\n\n${rows}`)).toEqual([
      "started 2026-06-01T08:15",
      "detected 2026-06-01T08:32",
      "resolved 2026-06-01T10:40",
    ]);
  });

  test("have their time in the line below, newest first", () => {
    const text =
      "# Q\n\n## Updates\n\n**Resolved** - This incident has been resolved.\nApr 2, 2026 - 17:48 UTC\n\n**Identified** - The cause is known.\nApr 2, 2026 - 16:31 UTC\n\n**Investigating** - We look into reports of late mails.\nApr 2, 2026 - 15:56 UTC\n";
    expect(told(text)).toContain("diagnosed 2026-04-02T16:31");
    expect(told(text)).toContain("resolved 2026-04-02T17:48");
  });

  test("have no numbers before what they tell", () => {
    const text =
      "# Q\n\n## Timeline\n\n| S. No | Time | Activity |\n|--|--|--|\n| 1 | 2026-04-02 18:05 UTC | impact starts |\n| 2 | 2026-04-02 18:50 UTC | RCA: certificate expired |\n";
    expect(told(text)).toEqual(["started 2026-04-02T18:05", "diagnosed 2026-04-02T18:50"]);
  });
});

test("signs before the facts of an issue, as a command line prints them, and a line of hashtags", () => {
  const issue =
    "⭐ Incident  ✅ Done  ⌛ Thu, 12 Mar 26  👷 Ilse Marbach  🔑️ OPS-731\n\n# Tills stop\n\n⏱️  Tue, 10 Mar 26  🔎 Jo Feld  🚀 SEV1  📦 checkout  🏷️  None\n";
  expect(factsOf(issue)).toBe("Tills stop | P1 | checkout | ");
  expect(read(issue).listedNames.full).toEqual(["Ilse Marbach", "Jo Feld"]);
  expect(factsOf("# Tills stop\n\n#p2 #checkout\n")).toBe("Tills stop | P2 | checkout | ");
  expect(factsOf("# Tills stop\n\n(If #p2) call the lead\n")).toBe("Tills stop | - |  | ");
});

test("an issue detected by an alert", () => {
  expect(furtherOf("# Q\n\nIncident Detected By: Alert\n")).toBe("- | alert | -");
});

describe("who noticed it, as a section on the detection tells it", () => {
  test.each([
    ["The issue was detected by an alert, seven minutes after the start.", "alert"],
    ["Automated monitoring: the alert on latency fired.", "alert"],
    ["Two customers wrote to us.", "customer"],
    ["No alert fired, and nobody knows why.", "-"],
    ["The alert and two customers came at the same time.", "-"],
  ])("%s", (text, source) => {
    expect(furtherOf(`# Q\n\n## Detection\n\n${text}\n`)).toBe(`- | ${source} | -`);
  });
});

test("a form whose fields are headings has its title in one of them", () => {
  const form = "# Incident report form\n\n## Incident: Charges are doubled again\n\n## Level: P2\n";
  expect(factsOf(form)).toBe("Charges are doubled again | P2 |  | ");
});

test("a table of facts with a third column that explains each", () => {
  const table =
    "| Field | Value | Notes |\n|---|---|---|\n| Title | Lists are not updated | |\n| Severity | P2 | by the desk |\n| Service | checkout | |\n| Team | ledger | with platform |\n";
  expect(factsOf(`# Problem record PRB-00731\n\n${table}`)).toBe(
    "Lists are not updated | P2 | checkout | ledger",
  );
});

test("a heading of one word behind an emoji that asks for a picture", () => {
  const { actions } = read(
    "# Q\n\n## ➡️ Next\n\n| Next step | Owner |\n|---|---|\n| Cap the heap | ledger |\n",
  );
  expect(actions.map(({ title }) => title.value)).toEqual(["Cap the heap"]);
});

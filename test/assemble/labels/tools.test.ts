import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";
import { told } from "../../support/told.ts";

function read(text: string) {
  return parsePostmortem({ path: "a.md", text }, { ...CONTEXT, taxonomy: TAXONOMY });
}

function factsOf(text: string) {
  const { title, severity, services, teams } = read(text);
  const ids = (facts: typeof services) => facts.map(({ value }) => value).join(" ");
  return [title?.value ?? "-", severity?.value ?? "-", ids(services), ids(teams)].join(" | ");
}

describe("facts as tools write them", () => {
  test.each([
    [
      "labels in a list of tags",
      "# Q\n\n| Property | Value |\n|--|--|\n| Labels | `service:checkout` `squad:ledger` |\n| Tags | severity: SEV2 |",
      "Q | P2 | checkout | ledger",
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
  ])("%s", (_, text, expected) => {
    expect(factsOf(text)).toBe(expected);
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

import { expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { lintDocument } from "../../support/lint-document.ts";

test.each<readonly [what: string, document: string, expected: readonly string[]]>([
  [
    "two dated headings with a timeline each",
    "# Incidents of spring\n\n## 2026-04-02 Orders late\n\n### Timeline\n\n- 09:14 errors\n\n## 12 May 2026: Search slow\n\n### Timeline\n\n- 16:20 errors\n",
    ["9:1 Unexpected second incident: this file describes 2"],
  ],
  [
    "headings with tickets, each with labels of its own",
    "# Log of May\n\n## OPS-7: Orders late\n\n- Severity: P2\n- Started: 2026-05-03 10:00 UTC\n\n## OPS-8: Search slow\n\n- Severity: P3\n- Started: 2026-05-09 10:00 UTC\n",
    ["8:1 Unexpected second incident: this file describes 2"],
  ],
  [
    "titles that end in a day",
    "# Orders late (2026-05-03)\n\n**Severity:** P2\n\n## Root cause\n\nA disk.\n\n# Search slow (2026-05-09)\n\n**Severity:** P3\n\n## Root cause\n\nA loop.\n",
    ["9:1 Unexpected second incident: this file describes 2"],
  ],
  [
    "headings without a day, each with a start",
    "# Log\n\n## Orders late\n\n**Started:** 2026-05-03 10:00 UTC\n\n## Search slow\n\n**Started:** 2026-05-09 10:00 UTC\n",
    ["7:1 Unexpected second incident: this file describes 2"],
  ],
  [
    "a list of incidents",
    "# Incidents of May\n\n| Day | Incident | Severity |\n|--|--|--|\n| 2026-05-03 | Orders late | P2 |\n| 2026-05-09 | Search slow | P3 |\n",
    ["6:3 Unexpected second incident: this file describes 2"],
  ],
  [
    "earlier incidents listed in a postmortem",
    "# Orders late\n\n**Severity:** P2\n\n## Related incidents\n\n| Day | Incident | Severity |\n|--|--|--|\n| 2026-05-03 | Orders late | P2 |\n| 2026-05-09 | Search slow | P3 |\n",
    [],
  ],
  [
    "two services, each with its severity",
    "# Orders late\n\n**Started:** 2026-05-03 10:00 UTC\n\n## Gateway\n\n- Severity: P2\n\n## Mail\n\n- Severity: P3\n",
    [],
  ],
  [
    "waves of one incident",
    "# Orders late\n\n## Timeline (UTC)\n\n### First wave, 2026-05-03\n\n- 10:00 errors\n\n#### Impact\n\nText.\n\n### Second wave, 2026-05-04\n\n- 09:00 errors\n\n#### Impact\n\nText.\n",
    [],
  ],
  [
    "one incident over two days",
    "# Orders late\n\n## Timeline\n\n### 2026-04-02\n\n- 09:14 errors\n\n### 2026-04-03\n\n- 01:20 resolved\n\n## Actions\n\n- Limit retries\n",
    [],
  ],
  [
    "a journal with an entry for each day on which something broke",
    "# Journal of failures\n\n## 2026-01-04: Orders late\n\nText.\n\n## 2026-02-11: Search slow\n\nText.\n\n## 2026-02-12: Mail stopped\n\nText.\n\n## 2026-05-30: Logins failed\n\nText.\n",
    ["7:1 Unexpected second incident: this file describes 4"],
  ],
  [
    "a year of a status page, with a day above each incident",
    "### Summary of 2025\n\n- Unplanned: 41 hours\n\n### November 2, 2025\n\n#### Disks full\n\nText.\n\n### August 7-9, 2025\n\n#### No power\n\nText.\n\n### May 1, 2025\n\n#### Queue stuck\n\nText.\n\n### January 9, 2025\n\n#### Disks full\n\nText.\n",
    ["11:1 Unexpected second incident: this file describes 4"],
  ],
  [
    "updates on one incident, day after day",
    "# Orders late\n\n## Update 2026-05-01\n\nText.\n\n## Update 2026-05-02\n\nText.\n\n## Update 2026-05-04\n\nText.\n\n## Update 2026-05-09\n\nText.\n",
    [],
  ],
  [
    "dated notes without parts of their own",
    "# Orders late\n\n## 2026-04-02 Note\n\nText.\n\n## 2026-04-03 Note\n\nText.\n",
    [],
  ],
])("%s", (_what, document, expected) => {
  expect(lintDocument("several-incidents", document)).toEqual(expected);
});

test("what such a file tells is in doubt, and no duration is counted", () => {
  const { milestones, severity, statedDurations } = read(
    "# Log\n\n## OPS-7\n\n- Severity: SEV2\n- Started: 2026-05-03 10:00 UTC\n- Duration: 40 min\n\n## OPS-8\n\n- Severity: SEV3\n- Started: 2026-05-09 10:00 UTC\n",
  );
  const sources = [milestones.started, severity].map((fact) => fact?.source.confidence);
  expect(sources).toEqual(["low", "low"]);
  expect(statedDurations).toEqual({});
});

test("the day of a file with entries for many days is in doubt, and what it says of all of them is no duration", () => {
  const { milestones, statedDurations } = read(
    "# Journal of failures\n\nAs told on 2026-02-12, each entry stands alone. Downtime: 41 hours.\n\n## 2026-05-30: Logins failed\n\nText.\n\n## 2026-02-12: Mail stopped\n\nText.\n\n## 2026-02-11: Search slow\n\nText.\n\n## 2026-01-04: Orders late\n\nText.\n",
  );
  expect(milestones.started?.source.confidence).toBe("low");
  expect(statedDurations).toEqual({});
});

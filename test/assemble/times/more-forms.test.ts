import { describe, expect, test } from "vitest";
import { told } from "../../support/told.ts";

/** The time of day of each milestone: "started 08:10?". */
function clocks(text: string): readonly string[] {
  return told(text).map((one) => one.replace(/ \d{4}-\d{2}-\d{2}T?/, " "));
}

describe("where a document states its times", () => {
  test.each([
    [
      "in a heading or the title of an admonition",
      '!!! danger "Outage: 2026-02-03, 08:10 to 09:05 UTC"\n    Severity: P3\n',
      ["started 08:10", "resolved 09:05"],
    ],
    [
      "under a label with an equals sign, from which rows count",
      "T0 = 2026-02-03 11:00 CET\n\n## Timeline\n\n- T0: tax table goes live\n- T+12m: cashier calls\n- T+30m: issue resolved\n",
      ["started 10:00", "detected 10:12", "resolved 10:30"],
    ],
    [
      "in answers to questions, of which a remark names the zone",
      "5. When did it start? (CET)\n2026-02-03 09:10\n\n6. When did you know the cause?\n2026-02-03 08:40 UTC\n",
      ["started 08:10", "diagnosed 08:40"],
    ],
    [
      "under labels side by side, each before its time",
      "**Start** 2026-02-03 08:10 UTC **Detected** 08:20 UTC **Diagnosed** 08:30 UTC **Resolved** 09:05 UTC\n",
      ["started 08:10", "detected 08:20", "diagnosed 08:30", "resolved 09:05"],
    ],
    [
      "in a table whose first column numbers its rows",
      "| Ref | Stage | Date and time (UTC) |\n|---|---|---|\n| 3.1 | Service lost | 2026-02-03 08:10 |\n| 3.2 | Incident logged | 2026-02-03 08:20 |\n| 3.3 | Cause established | 2026-02-03 08:30 |\n| 3.4 | Incident closed | 2026-02-03 09:05 |\n",
      ["started 08:10", "detected 08:20", "diagnosed 08:30", "resolved 09:05"],
    ],
    [
      "behind labels and dashes",
      "Impact started — Tue 3 Feb 2026 08:10\nDetected — Feb 3, 2026 08:20\nFixed at – 2026-02-03 08:50\nResolved — 3 February 2026 09:05\nDrill — 4 hosts\n",
      ["started 08:10", "detected 08:20", "mitigated 08:50", "resolved 09:05"],
    ],
    [
      "as fixed and as closed",
      "- Impact started: 2026-02-03 08:10 UTC\n- Fixed: 2026-02-03 08:50 UTC\n- Closed: 2026-02-03 09:30 UTC\n",
      ["started 08:10", "mitigated 08:50", "resolved 09:30"],
    ],
    [
      "from one and till the other",
      "**From:** 2026-02-03 08:10 UTC\n\n**Till:** 2026-02-03 08:50 UTC\n",
      ["started 08:10", "resolved 08:50"],
    ],
    [
      "as fixed, and closed days later",
      "- Impact started: 2026-02-03 08:10 UTC\n- Fixed at: 2026-02-03 08:50 UTC\n- Closed at: 2026-02-05 10:00 UTC\n",
      ["started 08:10", "resolved 08:50"],
    ],
    [
      "as resolved, and closed soon after",
      "- Impact started: 2026-02-03 08:10 UTC\n- Resolved: 2026-02-03 08:50 UTC\n- Time of closure: 2026-02-03 09:30 UTC\n",
      ["started 08:10", "resolved 08:50"],
    ],
    [
      "only as closed",
      "- Impact started: 2026-02-03 08:10 UTC\n- Time of closure: 2026-02-03 09:30 UTC\n",
      ["started 08:10", "resolved 09:30"],
    ],
    [
      "in a period of something else, beside rows that tell the end",
      "- Date: 2026-02-03 (deploy and promotion 08:10-08:20 UTC)\n\n## Timeline (UTC)\n\n- 08:15 pages fail\n- 11:30 alert fires\n- 12:30 pages restored\n",
      ["started 08:15", "detected 11:30", "resolved 12:30"],
    ],
    [
      "in a period behind its length",
      "**Date:** 2026-02-03\n**Duration:** ~7 hours (08:10 - 15:10 UTC)\n",
      ["started 08:10", "resolved 15:10"],
    ],
    [
      "in a period of something else alone",
      "- Date: 2026-02-03 (deploy and promotion 08:10-08:20 UTC)\n",
      ["started 08:10?", "resolved 08:20?"],
    ],
    [
      "in the headings of a journal, with what happened below",
      "## Updated by the desk at 2026-02-03 08:10 UTC\n\nWe noticed that mails are lost.\n\n## Updated by storage at 2026-02-03 08:40 UTC\n\nRoot cause found: the spool is full.\n\n## Updated by the desk at 2026-02-03 09:30 UTC\n\nAll mails are delivered again.\n",
      ["started 08:10?", "detected 08:10", "diagnosed 08:40", "resolved 09:30"],
    ],
    [
      "in headings that begin with their times",
      "### 03.02.2026, 08:10 – Shop unreachable\n\nThe monitoring reports it.\n\n### 03.02.2026, 09:30 – Resolved\n\nAll is well.\n",
      ["started ?", "detected 08:10", "resolved 09:30"],
    ],
    [
      "in updates that stand newest first",
      "**Update 09:30 UTC, February 3 2026:** The shop is back. Sorry!\n\n**Update 08:40 UTC:** We found the cause, a broken switch.\n\n**08:10 UTC:** The shop is down, we investigate.\n",
      ["started 08:10?", "detected 08:10?", "diagnosed 08:40", "resolved 09:30"],
    ],
    [
      "in updates of a status page that are sections",
      "**Resolved**\n\nIt is over.\n\nPosted Feb 03, 2026 - 09:30 UTC\n\n**Monitoring**\n\nA fix has been implemented.\n\nPosted Feb 03, 2026 - 08:50 UTC\n\n**Investigating**\n\nWe are investigating reports of errors.\n\nPosted Feb 03, 2026 - 08:10 UTC\n\nThis incident affected: mails.\n",
      ["started ?", "detected 08:10", "mitigated 08:50?", "resolved 09:30"],
    ],
    [
      "in changes of state, of which only what it became counts",
      "## History\n\n| When | Field | From | To |\n|---|---|---|---|\n| 2026-02-03 08:20 | Status | Detected | Investigating |\n| 2026-02-03 08:40 | Status | Investigating | Cause known |\n| 2026-02-03 09:00 | Status | Cause known | Resolved |\n",
      ["started 08:20?", "diagnosed 08:40", "resolved 09:00"],
    ],
    [
      "in sentences, with the zone in a note",
      "On 3 July 2026 pages failed from 09:10. All times are British Summer Time.\n",
      ["started 08:10"],
    ],
    [
      "in sentences where the rows leave them out",
      "## Summary\n\nBetween 08:05 UTC and 09:00 UTC on 2026-02-03 mails were refused.\n\n## Timeline (UTC)\n\n- 08:20 alert fires\n- 08:30 on-call restarts the relay\n- 09:00 resolved\n",
      ["started 08:05?", "detected 08:20", "resolved 09:00"],
    ],
    [
      "in a table of phases, over midnight",
      "Date: 2026-02-03\n\n| Phase | Start (UTC) | End (UTC) |\n|---|---|---|\n| Undetected | 23:10 | 23:40 |\n| Diagnosis | 23:40 | 00:20 |\n| Repair | 00:20 | 00:45 |\n| Recovery | 00:45 | 01:30 |\n",
      ["started 23:10", "detected 23:40", "diagnosed 00:20", "mitigated 00:45", "resolved 01:30"],
    ],
    [
      "in a table of phases that leaves some out, in doubt",
      "Date: 2026-02-03\n\n| Phase | From | To |\n|---|---|---|\n| Investigation | 10:10 UTC | 10:20 UTC |\n| Monitoring | 10:45 UTC | 11:30 UTC |\n",
      ["started ", "detected 10:10?", "diagnosed 10:20", "mitigated 10:45?", "resolved 11:30"],
    ],
    [
      "in a table of phases that contradicts itself, in doubt",
      "Date: 2026-02-03\n\n| Phase | Start | End |\n|---|---|---|\n| Impact | 10:10 UTC | 10:20 UTC |\n| Recovery | 10:20 UTC | 11:30 UTC |\n",
      ["started 10:10", "mitigated 10:20?", "resolved 10:20?"],
    ],
    [
      "in rows with their weekday in brackets",
      "Thursday, 25 June 2026\n\n| UTC | What |\n|---|---|\n| 23:50 (Wed) | Disk of the primary is full, writes fail |\n| 00:02 | alert fires |\n| 01:20 (Thu) | resolved |\n",
      ["started 23:50", "detected 00:02", "resolved 01:20"],
    ],
    [
      "in a log with a column of who did it",
      "| Date | Time | Owner | Event |\n|---|---|---|---|\n| 2026-02-03 | 08:10 UTC | search | pages fail |\n| 2026-02-03 | 08:20 UTC | core | alert fires |\n| 2026-02-03 | 09:00 UTC | core | resolved |\n",
      ["started 08:10", "detected 08:20", "resolved 09:00"],
    ],
    [
      "below a heading that is a day",
      "## Friday 15 May 2026 (times BST)\n\n- 9:00am pages fail\n- 9:09am alert fires\n- 10:31am resolved\n",
      ["started 08:00", "detected 08:09", "resolved 09:31"],
    ],
    [
      "in a sentence behind the label of the impact",
      "Event date: 2026-02-11\nImpact: Between 10:24 AM and 11:55 AM Pacific Time, calls returned errors.\n",
      ["started 18:24", "resolved 19:55"],
    ],
    [
      "in sentences of which a later one tells the cause",
      "On 2026-02-03 at 08:10 UTC pages failed. We were alerted at 08:20 UTC. Around 08:40 UTC we noticed the new name and understood what had happened. By 09:00 UTC all pages had recovered.\n",
      ["started 08:10?", "detected 08:20", "diagnosed 08:40?", "resolved 09:00"],
    ],
    [
      "in a chat within a fence",
      "```\n2026-06-12 14:01:22Z grafana: [FIRING:1] memory high\n2026-06-12 14:02:10Z core: on it\n2026-06-12 14:33:05Z booking: root cause found\n2026-06-12 15:05:30Z grafana: [RESOLVED] memory high\n```\n",
      ["started 14:01?", "detected 14:01", "diagnosed 14:33", "resolved 15:05"],
    ],
    [
      "in a row of the next day",
      "Date: 2026-02-03\n\n## Timeline (UTC)\n\n- 14:45 pages fail\n- 14:55 alert fires\n- 9:10 (next day) resolved\n",
      ["started 14:45", "detected 14:55", "resolved 09:10"],
    ],
    [
      "in columns that are called by their zones, without a heading",
      "Date: 2026-02-03\n\n| UTC | CET | Event |\n|---|---|---|\n| 08:10 | 09:10 | pages fail |\n| 09:00 | 10:00 | resolved |\n",
      ["started 08:10?", "resolved 09:00"],
    ],
    [
      "in sentences of sections for detection, cause and recovery",
      "Date: 2026-02-03\n\n## Detection\n\nAt 16:18 UTC the harbour wondered about a gate.\n\n## Root cause\n\nThe gateway rebooted at 16:10 UTC.\n\n## Recovery\n\nAt 17:20 UTC all scanners were online again.\n",
      ["started 16:10?", "detected 16:18?", "resolved 17:20"],
    ],
    [
      "under labels of alerts and of what was done first",
      "**Outage began:** 2026-02-03 08:10 UTC\n**First alert:** 2026-02-03 08:20 UTC\n**Mitigation applied:** 2026-02-03 0850 UTC\n**Service restored:** 2026-02-03 09:30 UTC\n",
      ["started 08:10", "detected 08:20", "mitigated 08:50", "resolved 09:30"],
    ],
    [
      "in a table of fields, named as programs name them",
      "| field | timestamp |\n|---|---|\n| impact_start | 2026-02-03T09:00:00+01:00 |\n| detected_at | 2026-02-03T09:08:00+01:00 |\n| root_cause_identified | 2026-02-03T09:40:00+01:00 |\n",
      ["started 08:00", "detected 08:08", "diagnosed 08:40"],
    ],
    [
      "in sentences of when a job runs, in doubt",
      "Date: 2026-02-03\n\n## Root cause\n\nThe job runs from 02:00 UTC to 03:00 UTC. It was added on 2026-01-03 at 10:00 UTC.\n",
      ["started 02:00?"],
    ],
    [
      "in a table of phases that overlap",
      "Date: 2026-02-03\n\n| Phase | Start (UTC) | End (UTC) |\n|---|---|---|\n| Outage | 10:00 | 12:30 |\n| Diagnosis | 10:10 | 11:00 |\n| Repair | 10:30 | 12:00 |\n",
      ["started 10:00", "detected 10:10?", "diagnosed 11:00", "mitigated 12:00", "resolved 12:30"],
    ],
    [
      "in sections that are no updates, of which none is a row",
      "Date: 2026-02-03\n\n## Meeting\n\nThe review was held.\n\nRecorded 2026-02-05 - 17:02 UTC\n\n## Next review\n\nIt will be held.\n\nPlanned 2026-02-10 - 17:02 UTC\n",
      ["started "],
    ],
    [
      "under a label of both ends",
      "Date: 2026-02-03\n\n| | |\n|---|---|\n| ⏱ Start – end | 13:10 – 15:40 UTC |\n",
      ["started 13:10", "resolved 15:40"],
    ],
    [
      "under a label of both ends with a slash",
      "Date: 2026-02-03\nBegin / end: 13:10 / 15:40 (UTC)\n",
      ["started 13:10", "resolved 15:40"],
    ],
    [
      "under the labels of a disruption",
      "Day of the disruption: 3 February 2026\nOnset of disruption: 05:50 UTC\nDisruption noticed: 06:05 UTC\nCause established: 08:30 UTC\nDisruption ended: 09:15 UTC\n",
      ["started 05:50", "detected 06:05", "diagnosed 08:30", "resolved 09:15"],
    ],
    [
      "in the line above a page",
      "June 9, 2026 9:40 AM PDT to June 9, 2026 11:05 AM PDT · 1 hour 25 minutes · Search\n\n## What happened\n\nA node was full.\n",
      ["started 16:40", "resolved 18:05"],
    ],
    [
      "in the heads of mails, with the zone in brackets",
      "From: Finance · Sent: 13 July 2026 07:55 (BST)\n\nA customer complains about errors.\n\nFrom: Insight · Sent: 13 July 2026 09:02 (BST)\n\nThe incident is resolved.\n",
      ["started ?", "detected 06:55", "resolved 08:02"],
    ],
    [
      "in rows with their offset in brackets",
      "## Timeline\n\n- Tue, May 19, 2026 13:04 (+02:00): alert fires\n- Tue, May 19, 2026 14:02 (+02:00): resolved\n",
      ["started ?", "detected 11:04", "resolved 12:02"],
    ],
    [
      "in a row that tells since when, in doubt",
      "Date: 2026-02-03\n\n## Timeline (UTC)\n\n- 00:05 a caller reports that logins fail since 23:50\n- 00:30 secret renewed, resolved\n",
      ["started 23:50?", "detected 00:05", "resolved 00:30"],
    ],
  ])("%s", (_name, body, milestones) => {
    expect(clocks(`# Mails are late\n\n${body}`)).toEqual(milestones);
  });

  test("lines of a program within a fence are no timeline", () => {
    const line = (minute: number) => `2026-06-12 14:0${String(minute)}:22Z api: ERROR pool failed`;
    const code = [1, 2, 3].map(line).join("\n");
    expect(clocks(`# Q\n\n\`\`\`\n${code}\n\`\`\`\n`)).toEqual([]);
  });

  test.each([
    ["one row", "| Phase | Start | End |\n|---|---|---|\n| Diagnosis | 10:10 UTC | 10:20 UTC |\n"],
    ["no end", "| Phase | Start |\n|---|---|\n| Diagnosis | 10:10 UTC |\n| Repair | 10:20 UTC |\n"],
    [
      "no day",
      "| Phase | Start | End |\n|---|---|---|\n| Diagnosis | early | late |\n| Repair | | |\n",
    ],
  ])("a table of phases with %s tells none", (_name, table) => {
    expect(clocks(`# Mails are late\n\nDate: 2026-02-03\n\n${table}`)).toEqual(["started "]);
  });
});

test.each([
  [
    "in rows that each say that they are of the next day",
    "Date: 2026-02-03\n\n## Timeline (UTC)\n\n- 23:40 pages fail\n- 23:45 alert fires\n- 00:20 (+1) root cause identified\n- 09:10 (next day) resolved\n",
  ],
  [
    "behind days in two numbers with dots",
    "## Timeline (UTC)\n\n- 03.02.2026 23:40 pages fail\n- 03.02. 23:45 alert fires\n- 04.02. 00:20 root cause identified\n- 04.02 09:10 resolved\n",
  ],
])("days are told %s", (_name, body) => {
  expect(told(`# Mails are late\n\n${body}`)).toEqual([
    "started 2026-02-03T23:40",
    "detected 2026-02-03T23:45",
    "diagnosed 2026-02-04T00:20",
    "resolved 2026-02-04T09:10",
  ]);
});

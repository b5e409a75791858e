import { describe, expect, test } from "vitest";
import type { Milestone, Postmortem } from "../../../src/core/postmortem.ts";
import { phaseDuration, timelineDuration } from "../../../src/core/time/durations.ts";
import { read } from "../../support/context.ts";

function document(rows: readonly string[]): Postmortem {
  const items = rows.map((row) => `- ${row}`).join("\n");
  return read(`# 2026-03-14: checkout\n\n## Timeline (UTC)\n\n${items}\n`);
}

/** Where a milestone is read: the row's time, `?` after it for low confidence, `day` for a day. */
function place(postmortem: Postmortem, milestone: Milestone): string | null {
  const fact = postmortem.timelineMilestones[milestone];
  if (!fact) return null;
  const { precision, confidence } = fact.source;
  const time = precision ?? new Date(fact.value).toISOString().slice(11, 16);
  return confidence === "low" ? `${time}?` : time;
}

type Case = readonly [name: string, rows: readonly string[], time: string | null];

describe("the start", () => {
  test.each<Case>([
    [
      "is the first row in which something fails",
      ["10:00 Settings release begins", "10:20 Logins return errors", "10:25 Alert fires"],
      "10:20",
    ],
    [
      "is the row that says so",
      ["10:00 Import job runs", "10:20 Impact starts in one region", "10:25 Alert fires"],
      "10:20",
    ],
    [
      "is the change that was made last before it was noticed",
      ["10:00 Maintenance window opens", "10:10 New certificate applied", "10:15 Alert fires"],
      "10:10",
    ],
    [
      "is in doubt where several changes come before",
      ["10:00 Cache version 2.1 deployed", "10:10 Limits changed", "10:15 Alert fires"],
      "10:10?",
    ],
    [
      "is in doubt where a change follows a failure",
      ["10:00 One job fails", "10:10 Limits changed", "10:15 Customers report lost orders"],
      "10:00?",
    ],
    [
      "is in doubt where a change was noticed days later",
      ["2026-03-12 10:00 Limits changed", "2026-03-14 10:15 Alert fires"],
      "10:00?",
    ],
    ["is no test environment's", ["10:00 Logins fail on staging", "10:15 Alert fires"], "day?"],
    ["is not told where others tell of it first", ["10:15 Users report errors"], "day?"],
    ["is not told where an alert comes first", ["10:15 Alert fires: errors"], "day?"],
    [
      "is in the row of the detection where that tells it first",
      ["10:15 The wrong table is deleted by mistake. This is noticed at once."],
      "10:15",
    ],
    [
      "is not told by those who look into it",
      ["10:15 Investigating - We are investigating errors", "10:40 Resolved - All is well"],
      "day?",
    ],
    [
      "is no mended failure",
      ["10:00 Rollback initiated, but stuck", "10:30 Alert fires", "10:40 All is back to normal"],
      "10:00?",
    ],
  ])("%s", (_name, rows, time) => {
    expect(place(document(rows), "started")).toBe(time);
  });
});

describe("the detection", () => {
  test.each<Case>([
    ["is an alert", ["10:00 Logins fail", "10:05 Alert fires", "10:06 Users report it"], "10:05"],
    ["is a report", ["10:00 Logins fail", "10:05 Two customers report errors"], "10:05"],
    ["is a ticket", ["10:00 Logins fail", "10:05 A ticket is opened about logins"], "10:05"],
    [
      "is no test that says all is fine",
      ["10:00 Proxy replaced", "10:05 Tests show all fine, reported in chat", "10:30 Alert fires"],
      "10:30",
    ],
    [
      "is no alert that is only configured",
      ["10:00 Logins fail", "10:01 The alert is defined on another rate", "10:30 We notice it"],
      "10:30",
    ],
    [
      "is, with doubt, the first reaction where no row tells who noticed",
      ["10:00 Logins fail", "10:05 Investigation started", "10:30 Everything is back to normal"],
      "10:05?",
    ],
    [
      "is, with doubt, the first reaction where people act before a report",
      ["10:00 Logins fail", "10:05 Pushed a fix", "10:30 Customers report errors"],
      "10:05?",
    ],
    [
      "is, with doubt, when the team hears of what users told elsewhere",
      ["10:00 Users report slow pages in the forum", "10:20 The on-call team is alerted"],
      "10:20?",
    ],
    ["is not told by what a machine writes", ["10:00 The disk starts reporting bad blocks"], null],
    [
      "is no mending that ends it",
      ["10:00 Logins fail", "10:20 Manually restarted, which solved the issue"],
      null,
    ],
  ])("%s", (_name, rows, time) => {
    expect(place(document(rows), "detected")).toBe(time);
  });
});

describe("the diagnosis", () => {
  const before = ["10:00 Logins fail", "10:05 Alert fires"];
  const after = "11:00 Everything is back to normal";

  test.each<Case>([
    ["is where the cause is found", [...before, "10:30 Root cause is found", after], "10:30"],
    [
      "is where something is found to be due to another",
      [...before, "10:30 We find that logins fail because the token is stale", after],
      "10:30",
    ],
    [
      "is in doubt where something is only discovered",
      [...before, "10:30 Discovered that the token store is full", after],
      "10:30?",
    ],
    [
      "is in doubt where it is found twice",
      [...before, "10:10 Concluded that a node is bad", "10:50 Cause identified in DNS", after],
      "10:10?",
    ],
    ["is no search for it", [...before, "10:30 Trying to find the root cause", after], null],
    ["is none after the end", [...before, after, "11:30 Root cause is found in a log"], null],
    ["is none that comes later", [...before, "10:30 The cause was found later", after], null],
  ])("%s", (_name, rows, time) => {
    expect(place(document(rows), "diagnosed")).toBe(time);
  });
});

describe("the end", () => {
  const before = ["10:00 Logins fail", "10:05 Alert fires"];

  test.each<Case>([
    ["is where it works again", [...before, "11:00 Logins work again"], "11:00"],
    [
      "is the last such row after a relapse",
      [...before, "10:30 Service restored", "10:40 Logins fail again", "11:00 Service restored"],
      "11:00",
    ],
    [
      "is in doubt where something goes wrong after it",
      [...before, "10:30 Service restored", "10:40 Logins fail once more"],
      "10:30?",
    ],
    [
      "is in doubt where two rows far apart tell it",
      [...before, "10:30 Service restored", "11:30 All systems operational"],
      "11:30?",
    ],
    [
      "is before the row in which a user confirms it",
      [...before, "11:00 Fix deployed", "11:03 The customer confirms that it works"],
      "11:00",
    ],
    [
      "is in doubt where a user confirms it much later",
      [...before, "10:20 Fix deployed", "11:30 The customer confirms that it works"],
      "10:20?",
    ],
    [
      "is before the lasting repair",
      [
        ...before,
        "10:30 A restart solved the issue",
        "12:00 Issue permanently fixed by an upgrade",
      ],
      "10:30",
    ],
    ["is, with doubt, the last mending", [...before, "10:30 Old version redeployed"], "10:30?"],
    [
      "may be the last row, if nothing fails in it",
      [...before, "10:30 The queue is short"],
      "10:30?",
    ],
    [
      "is no row that says what it was",
      [...before, "10:30 We found that the deploy broke it"],
      null,
    ],
    ["is no attempt", [...before, "10:30 The restart did not resolve it"], null],
    ["is nothing to come", [...before, "10:30 It will be restored tomorrow"], null],
    ["is no recovery of a test environment", [...before, "10:30 Works again on staging"], null],
    ["is no partial one", [...before, "10:30 Some users are back online"], null],
    [
      "is no row whose time steps back by hours",
      ["15:00 Logins fail", "15:05 Alert fires", "13:30 Service restored"],
      null,
    ],
  ])("%s", (_name, rows, time) => {
    expect(place(document(rows), "resolved")).toBe(time);
  });
});

test("a row that bears a milestone's label states it", () => {
  const rows = ["10:00 Logins fail", "10:05 Discovery: a tester asks", "10:30 Recovery: restarted"];
  const { detected, resolved } = document(rows).timelineMilestones;
  expect([detected?.source.how, resolved?.source.how]).toEqual(["stated", "stated"]);
});

test("a milestone whose row has no readable time is none, even if a later row could tell it", () => {
  const text =
    "## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n| 2026-03-14 10:00 | Logins fail |\n| 1?:?? | Users report errors |\n| 12:00 | Alert fires |\n";
  expect(place(read(text), "detected")).toBeNull();
});

test("a duration with a doubtful end is told, and left out of what reports count", () => {
  const doubtful = document([
    "10:00 Logins fail",
    "10:05 Alert fires",
    "10:30 Old version redeployed",
  ]);
  expect(timelineDuration(doubtful, "resolve")).toMatchObject({
    value: 30,
    source: { confidence: "low" },
  });
  expect(phaseDuration(doubtful, "resolve")).toBeNull();
  expect(phaseDuration(doubtful, "detect")?.value).toBe(5);
});

test("a timeline without halves of the day that steps back by hours goes on after noon", () => {
  const postmortem = document(["11:50 Logins fail", "12:10 Alert fires", "1:15 Logins work again"]);
  expect(place(postmortem, "detected")).toBe("12:10");
  expect(place(postmortem, "resolved")).toBe("13:15?");
});

test("what is noticed weeks after rows that say it works is no other story", () => {
  const before = [
    "2026-01-08 18:10 The wrong key is applied",
    "2026-01-08 18:40 The page works again",
  ];
  const noticed = ["2026-03-14 19:00 Alert fires", "2026-03-14 19:30 The page works again"];
  const postmortem = document([...before, ...noticed]);
  expect(place(postmortem, "detected")).toBe("19:00");
  expect(place(postmortem, "resolved")).toContain("19:30");
  const again = document([
    before[0] ?? "",
    "2026-01-08 18:20 Alert fires",
    ...before.slice(1),
    ...noticed,
  ]);
  expect(place(again, "detected")).toContain("18:20");
});

test("a row that alone leaps ahead of those behind it takes none of their times away", () => {
  const rows = ["09:00 Logins fail", "09:05 Alert fires", "13:30 A new host is ordered"];
  const later = [
    "09:20 We find a full disk",
    "09:40 The disk is emptied",
    "09:50 Logins work again",
  ];
  const postmortem = document([...rows, ...later]);
  expect(place(postmortem, "detected")).toBe("09:05");
  expect(place(postmortem, "resolved")).toBe("09:50");
  expect(place(document([...rows, ...later.slice(2)]), "resolved")).toBeNull();
});

describe("doubt", () => {
  test.each<readonly [string, readonly string[], Milestone, string | null]>([
    [
      "falls on both rows where one steps back before the other by far",
      ["2026-03-14 23:04 Logins fail", "2026-03-14 02:50 Users report errors"],
      "started",
      "23:04?",
    ],
    [
      "falls on an end that somebody only thinks of",
      ["10:00 Logins fail", "10:05 Alert fires", "10:30 We think logins are fixed"],
      "resolved",
      "10:30?",
    ],
    [
      "falls on an end that was told before, where people only looked into it since",
      [
        "10:00 Logins fail",
        "10:05 Alert fires",
        "10:30 Traffic returns to normal",
        "14:00 Debugging goes on: one node still fails",
        "15:00 The bug is found and fixed",
      ],
      "resolved",
      "15:00?",
    ],
    [
      "falls on a detection that something else overtakes",
      [
        "2026-03-12 10:00 The wrong runtime is set by mistake",
        "2026-03-14 10:15 Users report missing logs",
        "10:30 All nodes are gone and logins fail",
        "10:40 An incident is declared",
      ],
      "detected",
      "10:15?",
    ],
    [
      "falls on a detection of which only the day is told",
      ["2026-03-12 Some errors observed", "2026-03-14 10:15 Alert fires"],
      "detected",
      "day?",
    ],
    [
      "falls on a start that is no more than what was noticed first",
      ["10:00 We noticed that all nodes were drained at once", "10:30 Service restored"],
      "started",
      "10:00?",
    ],
    [
      "falls on a failure that was over before anything was noticed",
      [
        "10:00 One node fails",
        "10:10 Service restored",
        "10:40 Orders are slow",
        "10:45 Alert fires",
      ],
      "started",
      "10:00?",
    ],
    [
      "falls on the change after a failure that was over",
      [
        "10:00 One node fails",
        "10:20 The node is terminated",
        "10:30 Limits changed",
        "14:00 Customers report lost orders",
      ],
      "started",
      "10:30?",
    ],
  ])("%s", (_name, rows, milestone, time) => {
    expect(place(document(rows), milestone)).toBe(time);
  });
});

describe("cues of rows", () => {
  test.each<readonly [string, Milestone]>([
    ["Root cause detected: the disk is full", "diagnosed"],
    ["The race is root-caused", "diagnosed"],
    ["We figured out the problem", "diagnosed"],
    ["Identified the slow query as the root cause of the errors", "diagnosed"],
    ["Outage confirmed to be resolved", "resolved"],
    ["Full service restoration confirmed", "resolved"],
    ["Orders are shipped at their usual rate", "resolved"],
    ["A fixed image is deployed (outage ends)", "resolved"],
  ])("%s", (row, milestone) => {
    const rows = ["10:00 Logins fail", "10:05 Alert fires", `10:30 ${row}`];
    expect(place(document(rows), milestone)?.slice(0, 5)).toBe("10:30");
  });

  test.each<readonly [string, Milestone, string]>([
    ["OrdersSlow is firing", "detected", "10:20"],
    ["Orders begin to drop", "started", "10:20"],
    ["Incident appears to be over", "started", "10:20?"],
  ])("%s: %s", (row, milestone, time) => {
    expect(place(document([`10:20 ${row}`, "10:40 Users report errors"]), milestone)).toBe(time);
  });
});

import { describe, expect, test } from "vitest";
import type { Milestone, Postmortem } from "../../../src/core/postmortem.ts";
import { read } from "../../support/context.ts";

function list(rows: readonly string[]): string {
  return rows.map((row) => `- ${row}`).join("\n");
}

function document(rows: readonly string[], head = ""): Postmortem {
  return read(`# 2026-03-14: tills\n\n${head}\n\n## Timeline (UTC)\n\n${list(rows)}\n`);
}

/** Where a milestone is read: its time, `?` after it for low confidence. */
function place({ milestones }: Postmortem, name: Milestone): string | null {
  const fact = milestones[name];
  if (!fact) return null;
  const time = fact.source.precision ?? new Date(fact.value).toISOString().slice(11, 16);
  return fact.source.confidence === "low" ? `${time}?` : time;
}

type Case = readonly [name: string, milestone: Milestone, rows: readonly string[], time: string];

describe("rows that look certain", () => {
  test.each<Case>([
    [
      "leave the detection in doubt where the cause was known before",
      "detected",
      [
        "09:00 The tills of one shop print nothing",
        "09:40 Root cause identified in the printer driver",
        "11:00 We notice the same in all shops",
        "12:00 All tills print again",
      ],
      "11:00?",
    ],
    [
      "leave the detection in doubt where somebody mails about it before",
      "detected",
      [
        "09:00 A cashier e-mails the security mailbox: a strange page asks customers for a password",
        "11:00 On-call sees the message and reports the page to the host",
        "12:00 The page is gone, incident closed",
      ],
      "11:00?",
    ],
    [
      "leave the detection in doubt where the alarm ends by itself and another story follows",
      "detected",
      [
        "01:00 Alert: prices page down",
        "01:01 Recovered",
        "08:00 Errors on all tills noticed",
        "08:30 Old prices restored",
        "09:00 All tills work again",
      ],
      "01:00?",
    ],
    [
      "leave the detection in doubt where a vulnerability is told of, which nobody may have misused yet",
      "detected",
      [
        "08:00 A researcher notifies the core team of a potential vulnerability in the tills",
        "09:00 Patch release announced",
        "10:12 Upgrade of the tills begins",
        "10:14 Shops report that tills panic",
        "11:05 All tills print again",
      ],
      "08:00?",
    ],
    [
      "leave the detection in doubt where an advisory is told of, which nobody may have misused yet",
      "detected",
      [
        "08:00 We received CVE-2026-1111 from upstream, rated critical",
        "09:00 Patch release announced",
        "10:12 Upgrade of the tills begins",
        "10:14 Shops report that tills panic",
        "11:05 All tills print again",
      ],
      "08:00?",
    ],
    [
      "leave the detection in doubt where a flaw is told of, which nobody may have misused yet",
      "detected",
      [
        "08:00 A customer reports a security flaw in the receipts",
        "09:00 Patch release announced",
        "10:12 Upgrade of the tills begins",
        "10:14 Shops report that tills panic",
        "11:05 All tills print again",
      ],
      "08:00?",
    ],
    [
      "leave the diagnosis in doubt where a post says no more than that the issue is identified",
      "diagnosed",
      [
        "12:15 Looking into slow pages",
        "12:40 The issue has been identified and a fix is being worked on",
        "15:14 All pages are fast again",
      ],
      "12:40?",
    ],
    [
      "leave the diagnosis in doubt where an update says no more than that the problem is identified",
      "diagnosed",
      [
        "12:15 Customers report slow pages",
        "12:40 Update - The underlying problem was identified.",
        "15:14 All pages are fast again",
      ],
      "12:40?",
    ],
    [
      "are sure of a diagnosis that says what was identified",
      "diagnosed",
      [
        "12:15 Customers report slow pages",
        "12:40 The problem has been identified as a lock in the price table",
        "15:14 All pages are fast again",
      ],
      "12:40",
    ],
    [
      "leave the detection in doubt where only logs tell of it before an alarm goes off",
      "detected",
      [
        "12:00 The price service is switched off",
        "12:01 First failed requests observed",
        "13:20 Alerts fire: no orders",
        "13:30 Price service switched on again, orders succeed",
      ],
      "12:01?",
    ],
    [
      "take what somebody believes by mistake for no cause",
      "diagnosed",
      [
        "11:00 Orders fail",
        "11:30 On-call sees a spike of failures on the dashboard",
        "12:00 Identified a misconfigured panel; incorrectly believed that it was the cause",
        "15:20 Root cause identified: the key of the factory has expired",
        "15:40 Key renewed, orders work again",
      ],
      "15:20",
    ],
    [
      "leave the end in doubt where people still mend it some minutes later, in a long incident",
      "resolved",
      [
        "02:00 The till servers start to refuse cards",
        "08:00 The desk notices that no card is accepted",
        "09:00 First attempt: the supervisor restores the card service at once",
        "09:20 The supervisor is suspended",
        "09:25 Tills 1 to 4 run 4/4",
      ],
      "09:00?",
    ],
    [
      "leave the cause in doubt where another is confirmed after an end in doubt",
      "diagnosed",
      [
        "09:00 An account of the shop is locked",
        "09:05 The desk notices that the account is locked",
        "09:10 The desk calls the owner and confirms that he did not lock it",
        "09:30 The account is unlocked for mail alone",
        "17:00 The payroll firm confirms that the lock was caused by its own import",
      ],
      "09:10?",
    ],
    [
      "tell, with doubt, what a word in the first row tells, where an alert comes later",
      "detected",
      [
        "09:00 The provider limits our mails after a complaint",
        "09:30 Our alert on delayed mails fires",
        "10:00 The limit is lifted, incident resolved",
      ],
      "09:00?",
    ],
    [
      "leave out what a measurement saw first, before anybody looked",
      "detected",
      [
        "04:20 Metrics show 503 for old orders (first observed failing measurement)",
        "19:10 We notice that no old order opens",
        "19:40 Service restarted, all orders open again",
        "20:00 Unit changed so that the probe can observe repairs",
      ],
      "19:10",
    ],
    [
      "tell, with doubt, when a report that was sent on reaches the team",
      "detected",
      [
        "09:00 The audit office sends a report of the open port to the help desk",
        "11:00 The help desk forwards the report to the network team",
        "11:30 The network team starts to investigate",
        "12:00 Port closed, incident resolved",
      ],
      "11:00?",
    ],
    [
      "tell, with doubt, when the team sees the tickets of others",
      "detected",
      [
        "09:00 Receipts fail in all shops",
        "09:20 First support ticket filed",
        "09:50 On-call notices the tickets and starts to investigate",
        "10:30 Receipts are printed again",
      ],
      "09:50?",
    ],
    [
      "leave the start in doubt where something failed long before it is said to begin",
      "started",
      [
        "01:00 Receipts fail with a timeout in one shop",
        "09:00 Outage begins in all shops",
        "09:05 Alert fires",
        "10:00 Everything is back to normal",
      ],
      "09:00?",
    ],
    [
      "leave the start in doubt where others act before the change",
      "started",
      [
        "09:00 New customer account signs up and joins the shop's group",
        "09:30 The owner's account is removed",
        "11:00 The owner reports the loss to support",
        "12:00 Account restored, incident closed",
      ],
      "09:30?",
    ],
    [
      "leave an end in doubt that comes days after another",
      "resolved",
      [
        "2026-03-14 09:00 Receipts fail",
        "2026-03-14 09:05 Alert fires",
        "2026-03-14 10:00 Everything is back to normal",
        "2026-03-17 08:00 Receipts fail again in one shop",
        "2026-03-17 08:40 Receipts are back to normal",
      ],
      "08:40?",
    ],
    [
      "leave an end in doubt before one that is told some minutes later",
      "resolved",
      [
        "2026-03-13 09:00 Receipts fail",
        "2026-03-13 09:05 Alert fires",
        "2026-03-14 10:00 Fix deployed",
        "2026-03-14 10:30 The customer confirms that it works",
      ],
      "10:00?",
    ],
  ])("%s", (_name, milestone, rows, time) => {
    expect(place(document(rows), milestone)).toBe(time);
  });

  test("are in doubt where one of few is written out of order", () => {
    const hours = ["08:00", "08:10", "08:20", "08:30", "08:40", "08:50", "08:55", "08:57", "17:00"];
    const texts = [
      ...["Receipts fail", "Alert fires", "We look into the logs", "More shops call"],
      ...[
        "The driver is replaced",
        "Shops test it",
        "Receipts are queued",
        "Paper is laid in",
        "All works again",
      ],
    ];
    const rows = hours.map((hour, index) => `2026-03-14 ${hour} ${texts[index] ?? ""}`);
    const moved = [...rows.slice(0, 3), rows[8], rows[3], rows[5], rows[4], ...rows.slice(6, 8)];
    const told = document(moved.flatMap((row) => row ?? []));
    expect(place(told, "detected")).toBe("08:10");
    expect(place(told, "resolved")).toBe("17:00?");
  });

  test("leave the acknowledgement in doubt that lies after the end under a label", () => {
    const rows = ["18:00 Receipts fail", "18:05 Alert fires", "21:30 On-call acknowledged"];
    const head = (end: string) => `**Duration:** 18:00 - ${end} UTC`;
    expect(place(document(rows, head("20:00")), "acknowledged")).toBe("21:30?");
    expect(place(document(rows, head("22:00")), "acknowledged")).toBe("21:30");
  });

  test("leave the end under a label in doubt where they go on after it", () => {
    const rows = [
      "18:00 Receipts fail",
      "18:05 Alert fires",
      "21:30 Root cause identified in the driver",
      "22:00 Resolved: receipts are back to normal",
    ];
    const head = "**Duration:** 18:00 - 20:00 UTC";
    expect(place(document(rows, head), "resolved")).toBe("20:00?");
    const early = ["18:00 Receipts fail", "18:05 Alert fires", "19:30 Root cause identified"];
    expect(place(document(early, head), "resolved")).toBe("20:00");
    const days = [
      ...["18:00 Receipts fail", "18:05 Alert fires", "2026-03-16 08:00 One more receipt is blank"],
      ...["2026-03-16 08:30 Root cause identified", "2026-03-16 09:00 Receipts are fine again"],
    ];
    expect(place(document(days, head), "resolved")).toBe("20:00");
  });
});

test("a span whose ends are about right is in doubt", () => {
  const told = document(["18:10 We look into the receipts"], "**Outage:** ~18:00 → ~20:00 UTC");
  expect([place(told, "started"), place(told, "resolved")]).toEqual(["18:00?", "20:00?"]);
});

describe("a diagnosis", () => {
  const before = ["09:00 Receipts fail", "09:05 Alert fires"];
  const after = ["10:30 Root cause found in the driver", "11:00 All tills work again"];

  test.each([
    "09:20 We know why the queue is slow, a misleading path as it came out",
    "09:20 It turns out that all tills have the same version",
    "09:20 Paper replaced in one shop; similar issue identified",
    "09:20 Initially thought to be a network issue caused by the switch",
  ])("is not: %s", (row) => {
    expect(place(document([...before, row, ...after]), "diagnosed")).toBe("10:30");
  });

  test.each([
    "09:20 Lead updates the channel with a diagnosis",
    "09:20 A misconfiguration in the print server was identified",
    "09:20 The team identified a memory leak in the driver",
    "09:20 Found a release that inadvertently introduced blank receipts",
    "09:20 The vendor says that the problem is down to a stale cache",
  ])("is: %s", (row) => {
    const told = document([...before, row, "11:00 All tills work again"]);
    expect(place(told, "diagnosed")).toBe("09:20");
  });

  test.each([
    "09:20 We realize that this is a billing issue",
    "09:20 The desk confirms it is a flood of jobs",
    "09:20 The report was triaged and verified",
  ])("may be: %s", (row) => {
    const told = document([...before, row, "11:00 All tills work again"]);
    expect(place(told, "diagnosed")).toBe("09:20?");
  });
});

describe("words of rows", () => {
  test("tell a detection: people who started reporting it", () => {
    const rows = [
      "08:00 Two shops reported blank receipts, and many customers started reporting it",
    ];
    expect(place(document(rows), "detected")).toBe("08:00");
  });

  test("tell no detection: a report that tests pass", () => {
    const rows = [
      "08:00 The vendor reports previously failing printer tests pass.",
      "08:10 The vendor reports that the upgrade passes in the laboratory",
      "09:00 First shop reports blank receipts",
      "11:00 All tills work again",
    ];
    expect(place(document(rows), "detected")).toBe("09:00");
  });

  test("tell a start: an increase of something", () => {
    const rows = ["02:00 Increase in calls per till", "09:00 Receipts fail", "09:05 Alert fires"];
    expect(place(document(rows), "started")).toBe("02:00?");
  });

  test("tell a detection: what is backlogged, and a decision that is taken", () => {
    const rows = [
      "09:00 New driver is deployed",
      "09:45 Receipts are backlogged. Decision taken to add two printers",
      "10:20 Reports of blank receipts from two shops",
      "11:00 All tills work again",
    ];
    expect(place(document(rows), "detected")).toBe("09:45?");
  });
});

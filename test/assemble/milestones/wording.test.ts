import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

const timeline = (...rows: readonly string[]) =>
  `# Q\n\nDate: 2026-04-03\n\n## Timeline (UTC)\n\n${rows.map((row) => `- ${row}`).join("\n")}\n`;
const milestone = (name: string, text: string) =>
  told(text)
    .find((one) => one.startsWith(name))
    ?.slice(name.length + 12) ?? null;

describe("detection", () => {
  test.each([
    ["Mail to the desk: where is the calendar?"],
    ["A call from a venue: why is the gate shut?"],
    ["Ticket in the support inbox"],
    ["Alert created: queue older than 5 min"],
    ["First venue calls the hotline"],
    ["Incident #7712 triggered by Datadog"],
    ["Health check goes red"],
    ["We receive a mail from the ticket team that the shop is blank"],
    ["The night shift mentioned that seats are not shown"],
    ["First report: <mo> is the calendar frozen?"],
    ["E-mail on the staff list describing an empty calendar"],
    ["Mo pings the desk: empty. Jo asks Mo about it"],
    ["Jo points out that events are missing"],
    ["uptime-bot: calendar answers with 0 events"],
    ["An operator checks the calendar and finds errors"],
    ["Ada informs the duty team of the empty pages"],
    ["Mail to the admins observing that seats are old"],
    ["Zabbix trigger for seats changes to PROBLEM"],
    ["Probe of the gate flips to critical"],
    ["The pager goes off"],
    ["HighRetransmitRate fires for hosts of hall 2"],
  ])("%s", (row) => {
    const text = timeline("08:00 merge removes the calendar", `09:10 ${row}`, "09:40 resolved");
    expect(milestone("detected", text)).toBe("09:10");
  });

  test.each([
    ["Nightly reports start"],
    ["Reports are complete again"],
    ["Cluster turns red"],
    ["uptime-bot: calendar is up again"],
    ["Alert created to find this earlier"],
    ["First restart of the queue; 4 min alerting gap"],
    ["The nightly job fires"],
    ["Release of calendar-notify"],
    ["First report times out"],
    ["A visitor informs the stranger that she has no card"],
    ["A visitor asks for the price of the cards"],
    ["Scanners report nothing"],
    ["Sensors of hall 2 report no seats"],
    ["Low-urgency alert on the import, snoozed by its rule for two hours"],
    ["Alert on disk space goes unnoticed"],
    ["Seats show again. Residual alert cleanup begins"],
    ["Clean-up of old alerts begins"],
    ["Remaining alarms are reset"],
    ["Alarm reset under way"],
    ["Cards work. No further alerts remain"],
  ])("is not: %s", (row) => {
    const text = timeline(`09:10 ${row}`, "09:40 a customer complains", "10:00 resolved");
    expect(milestone("detected", text)).toBe("09:40");
  });

  test.each([
    ["The vendor reports that the gate is restored"],
    ["Visitors report that cards work again"],
    ["The carrier reported full recovery"],
    ["The uptime report concurs: all green"],
  ])("is not a report that it is over: %s", (row) => {
    const text = timeline("08:00 the gate does not open", `09:10 ${row}`);
    expect(milestone("detected", text)?.slice(0, 5) ?? null).not.toBe("09:10");
  });

  test.each([
    ["Visitors report that the gate is not working again"],
    ["The vendor reports that the gate is still not restored"],
    ["A visitor reported an outage"],
  ])("is a report that something is wrong: %s", (row) => {
    const text = timeline("08:00 merge removes the calendar", `09:10 ${row}`, "09:40 resolved");
    expect(milestone("detected", text)).toBe("09:10");
  });

  test("long after an alarm is in doubt, whatever its row is called", () => {
    const rows = (late: string) => ["05:20 Meters go silent", "05:28 Alert: no data", late];
    const late = "13:00 Noticed: street 9 has had no firmware since May";
    expect(milestone("detected", timeline(...rows(late)))).toMatch(/\?$/);
    const soon = "05:40 Noticed: by the on-call of the grid";
    expect(milestone("detected", timeline(...rows(soon)))).toBe("05:40");
  });

  test("a capital A behind a time is no half of the day", () => {
    expect(milestone("detected", timeline("17:20 A visitor reports a dark hall"))).toBe("17:20");
    expect(milestone("detected", timeline("5:20p a visitor reports a dark hall"))).toBe("17:20");
  });
});

describe("diagnosis", () => {
  test.each([
    ["Logs show a full disk on the sync host", "09:20?"],
    ["The script that ran at night is fingered as culprit", "09:20"],
    ["Root cause #2 identified: the seat map is not mounted", "09:20"],
    ["Side by side test reveals that names differ in case", "09:20?"],
    ["Update on the cause sent after identifying the cause", "09:20"],
    ["Logs show that all is healthy", null],
    ["Logs make clear that the licence of the seat map ran out", "09:20"],
    ["We find out that the gates are an hour behind", "09:20"],
    ["Engineers learn that the node came up without its key", "09:20"],
    ["Loop between the two relays spotted", "09:20"],
    ["Traced, and found to be a rule of the day before", "09:20"],
    ["The new schema renamed the column, and the export asks for the old one", "09:20"],
  ])("%s", (row, time) => {
    const text = timeline("09:00 alert fires", `09:20 ${row}`, "09:40 disk emptied, resolved");
    expect(milestone("diagnosed", text)).toBe(time);
  });
});

describe("an end", () => {
  test.each([
    ["Zabbix trigger `no seats` changes to OK", "09:40"],
    ["Uptime check of the gate PASSING", "09:40"],
    ["All gates open again", "09:40"],
    ["Gate 3 comes up without its key", null],
  ])("%s", (row, time) => {
    const text = timeline("09:00 gates do not open", "09:05 alert fires", `09:40 ${row}`);
    expect(milestone("resolved", text)?.replace("?", "") ?? null).toBe(time);
  });
});

describe("an issue that is identified", () => {
  test("is noticed in the first row, where a later one tells the cause", () => {
    const rows = [
      "09:10 Issue identified: cards are blank",
      "09:40 Root cause analysis: empty font",
    ];
    const text = timeline(...rows, "10:00 resolved");
    expect(milestone("detected", text)).toBe("09:10");
    expect(milestone("diagnosed", text)).toBe("09:40?");
  });

  test.each([
    ["09:40 Issue identified: the font is empty"],
    ["09:40 Root cause analysis completed: the font is empty"],
  ])("is diagnosed later: %s", (row) => {
    const begun = "09:20 Root cause analysis: started by the desk";
    const text = timeline("09:10 Alert fires: cards are blank", begun, row, "10:00 resolved");
    expect(milestone("diagnosed", text)).toBe("09:40");
  });
});

describe("a failure in plain words", () => {
  test.each([
    ["Lockers do not open"],
    ["Booking answers 502"],
    ["Lists come up empty"],
    ["Tunnels drop"],
    ["Callers hear nothing"],
    ["Search gets slow"],
    ["The crane stops halfway"],
    ["Gates refuse all cards"],
  ])("%s", (row) => {
    const text = timeline(
      "08:00 Shift begins",
      `09:00 ${row}`,
      "09:05 alert fires",
      "09:40 resolved",
    );
    expect(milestone("started", text)).toBe("09:00");
  });
});

describe("a start", () => {
  test("is in doubt where the detection is, unless a row calls it one", () => {
    const rows = ["09:00 calendar fails", "09:30 Jo starts debugging", "09:35 alert fires"];
    expect(milestone("started", timeline(...rows, "09:50 resolved"))).toBe("09:00?");
    const named = ["09:00 outage begins", ...rows.slice(1)];
    expect(milestone("started", timeline(...named, "09:50 resolved"))).toBe("09:00");
  });

  test.each([
    ["Errors continue to occur for visitors"],
    ["The gate is still down"],
    ["The problem persists"],
  ])("is in doubt where the first row says that it goes on: %s", (row) => {
    const text = timeline(`09:10 ${row}`, "09:20 on-call looks at the gate", "09:40 resolved");
    expect(milestone("started", text)).toBe("09:10?");
  });

  test.each([
    ["09:10 Errors continue", "09:25 outage begins"],
    ["09:10 Errors continue", "09:25 the gate starts to fail for all"],
  ])("is in doubt behind a first row that says that it goes on: %s, %s", (...rows) => {
    const text = timeline(...rows, "09:36 alert fires", "09:50 resolved");
    expect(milestone("started", text)).toBe("09:25?");
  });

  test("at the time of the document's date is in doubt where a row is clearly another", () => {
    const rows = ["09:13 a pull request is merged", "09:25 outage begins", "09:26 alert fires"];
    const text = timeline(...rows, "09:50 resolved").replace("04-03", "04-03 09:13 UTC");
    expect(milestone("started", text)).toBe("09:13?");
  });
});

describe("the end", () => {
  test.each([
    ["Recovery of the calendar (search, sync) completed"],
    ["Pingdom recovery: calendar"],
    ["Recovery notification"],
  ])("%s", (row) => {
    const text = timeline("08:00 merge breaks sync", "08:10 alert fires", `09:40 ${row}`);
    expect(milestone("resolved", text)).toBe("09:40");
  });

  test.each([
    ["Calendar is deployed from the last good build"],
    ["Calendar successfully set to read-only"],
  ])("may be the last act: %s", (row) => {
    const text = timeline("08:00 merge breaks sync", "08:10 alert fires", `09:40 ${row}`);
    expect(milestone("resolved", text)).toBe("09:40?");
  });

  test("is not a row labelled so after which it fails again", () => {
    const text = timeline(
      "08:00 merge breaks sync",
      "08:10 alert fires",
      "08:20 Recovery: sync",
      "08:25 alert fires, sync fails",
      "09:40 sync restored",
    );
    expect(milestone("resolved", text)).toBe("09:40");
  });

  test("is not the publication of what happened", () => {
    const text = timeline(
      "08:00 merge breaks sync",
      "08:10 alert fires",
      "09:40 a new version is deployed",
      "12:00 public disclosure through this report",
    );
    expect(milestone("resolved", text)).toBe("09:40?");
  });
});

describe("diagnosis", () => {
  test.each([
    ["The merge took the switch away, and code that asks for it is still live"],
    ["The apply had destroyed the index"],
    ["Reads differ on node 3 alone, so its cache is frozen"],
    ["EOC finds that logs filled the disk (root cause)"],
    [":bulb: root cause: import takes cents for euros"],
  ])("%s", (row) => {
    const text = timeline(
      "08:00 pages fail",
      "08:10 alert fires",
      `08:40 ${row}`,
      "09:00 resolved",
    );
    expect(milestone("diagnosed", text)).toBe("08:40");
  });

  test.each([
    ["I suspect this is my change of the price format"],
    ["Typo in the price file caught"],
    ["Prices pile up as a result of the new parser"],
  ])("may be what somebody takes for the cause: %s", (row) => {
    const text = timeline(
      "08:00 pages fail",
      "08:10 alert fires",
      `08:40 ${row}`,
      "09:00 resolved",
    );
    expect(milestone("diagnosed", text)).toBe("08:40?");
  });

  test("is not a look at the change that broke it", () => {
    const text = timeline(
      "08:10 alert fires",
      "08:40 we look at the commit that caused the outage of May",
    );
    expect(milestone("diagnosed", text)).toBeNull();
  });
});

describe("start and end", () => {
  test.each([
    ["a stranger's account appears"],
    ["an attacker logs in to the console"],
    ["unauthorised access key is created"],
    ["first time that somebody finds the gate shut"],
  ])("it starts as %s", (row) => {
    const text = timeline(
      `07:31 ${row}`,
      "07:40 the keeper's account is deleted",
      "08:10 alert fires",
    );
    expect(milestone("started", text)).toBe("07:31");
  });

  test.each([
    ["[IMPACT ENDS] Queue is drained", "09:40"],
    ["End of outage: queue is drained", "09:40"],
    ["the figures are correct", "09:40"],
    ["queue resumed", "09:40?"],
    // Where somebody closes it after watching, the doubt is which of the two counts.
    ["queue works again\n- 10:10 Incident resolved after monitoring", "10:10?"],
    ["queue works again\n- 10:10 seen to be fine after monitoring", "09:40"],
  ])("it ends with: %s", (row, at) => {
    const text = timeline("09:00 messages fail", "09:10 alert fires", `09:40 ${row}`);
    expect(milestone("resolved", text)).toBe(at);
  });

  test("it ends with the first of those that only tell of the end", () => {
    const text = timeline(
      "07:05 a customer reports errors",
      "07:41 on-call announces that the repair is confirmed complete",
      "07:52 the mailing list is notified of the outage and its fixed status",
    );
    expect(milestone("resolved", text)).toBe("07:41");
  });

  test("a change months before leaves the end sure", () => {
    const text =
      "# 3 April 2026 outage\n\n## Timeline (UTC)\n\n- 2025-12-07 15:10 a bug is introduced\n- 2026-04-03 03:15 a customer reports the outage\n- 2026-04-03 07:25 a repaired version is deployed, outage ends\n";
    expect(milestone("started", text)).toMatch(/\?$/);
    expect(milestone("resolved", text)).toBe("07:25");
  });
});

describe("ordinary wording, in doubt", () => {
  test.each([
    ["pages begin to time out", "08:10?"],
    ["memory limit reached, buyers are logged out", "08:10?"],
    ["prices are wrong by cents", "08:10?"],
    ["latency climbs to six seconds", "08:10"],
  ])("it starts as %s", (row, at) => {
    const text = timeline("08:00 the export starts", `08:10 ${row}`, "08:20 alert fires");
    expect(milestone("started", text)).toBe(at);
  });

  test.each([
    ['"Purchase success rate" pages Booking'],
    ["Support tells the team of four buyers whose pass vanished"],
    ["A promoter calls about old prices"],
    ["First complaint comes in"],
    ["On-call is woken"],
  ])("it is detected as %s", (row) => {
    const text = timeline("08:10 pages fail", `08:20 ${row}`, "09:00 resolved");
    expect(milestone("detected", text)).toBe("08:20");
  });

  test.each([
    ["we work out that the pool never drops its connections"],
    ["Core traces the blocked writes to a table lock"],
    ["technician finds a tripped breaker"],
    ["we see that the cursor is zero"],
    ["the team understands that standing tickets have no seat"],
    ["found it: the balancer dropped old clients"],
    ["the migration is the reason"],
  ])("the cause is known as %s", (row) => {
    const text = timeline(
      "08:10 pages fail",
      "08:20 alert fires",
      `08:40 ${row}`,
      "09:00 resolved",
    );
    expect(milestone("diagnosed", text)).toBe("08:40?");
  });

  test.each([
    ["we look at the nodes and find nothing unusual"],
    ["we see no effect"],
    ["we saw that all pages are back to normal"],
  ])("no cause is known as %s", (row) => {
    const text = timeline(
      "08:10 pages fail",
      "08:20 alert fires",
      `08:40 ${row}`,
      "09:00 resolved",
    );
    expect(milestone("diagnosed", text)).toBeNull();
  });

  test.each([
    ["feature flag off, evictions stop", "08:50?"],
    ["feature flag off", null],
    ["job killed, queue drains", "08:50?"],
    ["latency falls below 200 ms", "08:50?"],
    ["workers restarted, no change", null],
    ["pool restarted, better for three minutes", null],
  ])("it gets better as %s", (row, at) => {
    const text = timeline(
      "08:10 pages fail",
      "08:20 alert fires",
      "08:40 root cause found",
      `08:50 ${row}`,
      "09:30 incident closed",
    );
    expect(milestone("mitigated", text)).toBe(at);
  });

  test.each([
    ["only devices with old firmware fail, others are fine"],
    ["the provider is up, other portals work"],
  ])("it is not over as %s", (row) => {
    const text = timeline(
      "08:10 pages fail",
      "08:20 alert fires",
      `08:40 ${row}`,
      "09:30 closing the incident",
    );
    expect(milestone("resolved", text)).toBe("09:30");
  });
});

test("the end is in doubt where a later row tells something else", () => {
  const text = timeline(
    "08:10 pages fail",
    "08:20 alert fires",
    "09:30 new tickets work again",
    "12:30 everyone has a new ticket",
  );
  expect(milestone("resolved", text)).toBe("09:30?");
});

describe("rows of a log that leave out who acts", () => {
  const log = (...rows: readonly string[]) =>
    timeline("08:10 pages fail", "08:20 alert fires", ...rows, "09:30 all pages work again");

  test("of several findings the one that names what is wrong is the cause", () => {
    const text = log("08:30 Identified the peering as active", "08:40 Discovered a missing route");
    expect(milestone("diagnosed", text)).toBe("08:40?");
  });

  test.each([
    ["Identified the retention policy as the issue", "08:40"],
    ["Key insight: the pool is shared by both tenants", "08:40?"],
    ["Found nothing in the logs", null],
  ])("%s", (row, at) => {
    expect(milestone("diagnosed", log(`08:40 ${row}`))).toBe(at);
  });
});

describe("people who act have noticed it", () => {
  test.each([
    ["We rebooted the primary", "08:30?"],
    ["Investigation began. The API itself was confirmed healthy.", "08:30?"],
  ])("%s", (row, at) => {
    const text = timeline("08:10 pages fail", `08:30 ${row}`, "09:30 pages restored");
    expect(milestone("detected", text)).toBe(at);
  });

  test("in the row that tells what fails, too", () => {
    const text = timeline(
      "08:00 the upgrade began",
      "08:10 the migration fails. Attempts to recover it did not succeed. We decide to go back.",
      "08:40 we detect a second problem",
      "09:30 pages restored",
    );
    expect(milestone("detected", text)).toBe("08:10?");
  });
});

describe("what comes long after it was over", () => {
  const rows = [
    "2026-04-03 08:10 pages fail",
    "2026-04-03 08:20 alert fires",
    "2026-04-03 09:30 pages restored",
  ];

  test("a recurrence weeks later is another story", () => {
    const again = ["2026-05-20 10:00 recurred, alert fires", "2026-05-20 11:00 pages restored"];
    expect(milestone("resolved", timeline(...rows, ...again))).toBe("09:30?");
  });

  test.each([["The vendor sends the incident report"], ["Retro with both teams"]])(
    "%s is no last act",
    (row) => {
      const text = timeline("08:10 pages fail", "08:20 alert fires", `12:00 ${row}`);
      expect(milestone("resolved", text)).toBeNull();
    },
  );
});

test("a site that experiences an outage marks the start", () => {
  const text = timeline("08:10 The site experienced a sudden power outage", "09:30 power restored");
  expect(milestone("started", text)).toBe("08:10");
});

test.each([["Verified the patch"], ["Nightly sync successful"], ["All health checks passing"]])(
  "%s may be the end",
  (row) => {
    const text = timeline("08:10 pages fail", "08:20 alert fires", `09:30 ${row}`);
    expect(milestone("resolved", text)).toBe("09:30?");
  },
);

test.each([
  ["Search on-call: I take this."],
  ["core on-call is on it"],
  ["Payments picks up"],
  ["Search on-call engaged"],
  ["Search on-call starts to look"],
  ["Search team on it"],
  ["accepted by on-call of Delivery"],
  ["Delivery on-call picks it up"],
  ["booking on-call answers"],
  ["Booking takes the incident"],
  ["Delivery accepts the ticket"],
  ["The duty engineer of Core took over"],
  ["Booking takes over"],
  ["Delivery on-call looks at it"],
  ["Access on it"],
  ["Access picks up"],
  ["lena: mine"],
  ["Picks up the alert"],
  ["Core duty on it."],
  ["looking"],
  ["I'm looking into it now"],
  ["Alert accepted"],
  ["Page taken by the on-call of core"],
  ["Seating starts looking"],
])("somebody takes it on: %s", (row) => {
  const text = timeline("10:00 Tills fail", "10:02 Alert", `10:05 ${row}`, "10:30 Resolved");
  expect(milestone("acknowledged", text)).toBe("10:05");
});

test.each([
  ["The standby takes over"],
  ["Traffic picks up"],
  ["Card traffic picked up"],
  ["Replica 2 took over"],
  ["A queue takes over the load"],
  ["Alert accepted as noise"],
  ["Traffic starts looking odd"],
])("nobody takes it on: %s", (row) => {
  const text = timeline("10:00 Tills fail", "10:02 Alert", `10:05 ${row}`, "10:30 Resolved");
  expect(milestone("acknowledged", text)).toBeNull();
});

test("who joins later leaves the acknowledgement as sure as it was", () => {
  const text = timeline(
    "10:00 alert fires",
    "10:05 page acknowledged by the on-call",
    "10:50 a second engineer joins",
    "11:30 resolved",
  );
  const { acknowledged } = read(text).milestones;
  expect(acknowledged?.source.confidence).toBeUndefined();
  expect(acknowledged?.value).toBe(Date.parse("2026-04-03T10:05Z"));
});

test("an acknowledgement at a further time that the row of the detection tells is in doubt", () => {
  const text = timeline(
    "10:00 Tills fail",
    "10:05 monitoring alerted the on-call, who acknowledged at 10:07",
    "11:30 resolved",
  );
  expect(milestone("acknowledged", text)).toBe("10:05?");
});

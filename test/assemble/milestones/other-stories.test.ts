import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

const timeline = (rows: readonly string[]) =>
  `# Q\n\n**Date:** 2026-03-14\n\n## Timeline (UTC)\n\n${rows.map((row) => `- ${row}`).join("\n")}\n`;
const milestone = (name: string, rows: readonly string[]) =>
  told(timeline(rows))
    .find((one) => one.startsWith(name))
    ?.slice(name.length + 12) ?? null;

describe("whose mail, ticket or notice tells of it", () => {
  const rows = (row: string) => [
    "08:00 deploy of v12 breaks refunds",
    `09:05 ${row}`,
    "09:40 alert on refund errors fires",
    "10:30 resolved",
  ];

  test.each([
    ["Partner's e-mail: refunds fail since the morning", "partner"],
    ["Customer's ticket about failed refunds", "customer"],
    ["Vendor's notice: refunds rejected by our gateway", "partner"],
    ["A supplier's mail says that no refunds arrive", "partner"],
    ["E-mail from a customer: where is my refund?", "customer"],
    ["Merchant's complaint reaches support", "customer"],
    ["Notification by the vendor that our callbacks fail", "partner"],
  ])("%s", (row, source) => {
    expect(milestone("detected", rows(row))?.slice(0, 5)).toBe("09:05");
    expect(read(timeline(rows(row))).detectedBy?.value).toBe(source);
  });

  test.each([
    "Vendor's e-mail announces the upgrade of the gateway",
    "Partner's notice of maintenance goes out",
    "E-mail to customers announces the new checkout",
    "Supplier's newsletter mentions new certificates",
  ])("is no detection where it announces something: %s", (row) => {
    const found = [`08:00 ${row}`, "08:30 refunds start failing", "09:05 alert fires"];
    expect(milestone("detected", [...found, "10:30 resolved"])?.slice(0, 5)).toBe("09:05");
  });

  test("an alarm of others that nobody tells us of is no detection", () => {
    const alarm = "14:02 vendor's own alert fires, we are not told";
    const found = [alarm, "14:30 customers call us about refunds", "15:10 vendor restores it"];
    expect(milestone("detected", found)?.slice(0, 5)).toBe("14:30");
  });
});

test.each([
  "Alert fires as error rate jumps to 40 %",
  "Error rate jumps and the pager goes off",
  "p99 latency climbs, on-call is paged",
  "Orders drop to zero, alert fires at once",
  "The database crashes and the on-call engineer is paged",
])(
  "where the first row tells what begins and who notices, it is the start as well, in doubt: %s",
  (row) => {
    const rows = [`09:05 ${row}`, "09:20 on-call joins and looks at the logs", "10:30 resolved"];
    expect(milestone("started", rows)?.slice(0, 5)).toBe("09:05");
    expect(milestone("detected", rows)?.slice(0, 5)).toBe("09:05");
  },
);

test("an alarm alone tells no start", () => {
  expect(milestone("started", ["09:05 PagerDuty alert", "10:30 resolved"])).not.toMatch(/09:05/);
});

describe("rows that tell of something else leave it in doubt", () => {
  const own = ["14:02 refunds begin to fail", "14:09 alert fires", "15:10 refunds restored"];

  test("two incidents, of which no row says which the document is about", () => {
    const rows = [
      "08:00 search begins to fail",
      "08:10 alert fires",
      "08:40 search restored",
      ...own,
    ];
    expect(milestone("started", rows)).toMatch(/\?$/);
    expect(milestone("detected", rows)).toMatch(/\?$/);
  });

  test("what comes back is the same incident", () => {
    const again = ["17:00 refunds fail again", "17:05 alert fires again", "18:20 refunds restored"];
    expect(milestone("started", [...own, ...again])).toBe("14:02");
  });

  test("a drill", () => {
    const rows = ["09:00 game day: we simulate an outage", "09:05 drill alert fires", ...own];
    expect(milestone("started", rows)).not.toBe("09:00");
    expect(milestone("detected", rows)).not.toBe("09:05");
  });

  test("an alarm of something unrelated", () => {
    const rows = ["12:00 alert fires for a full disk on a build host, unrelated", ...own];
    expect(milestone("detected", rows)).not.toBe("12:00");
  });

  test("a cause that a later row says was none", () => {
    const rows = [
      ...own.slice(0, 2),
      "14:20 root cause identified: the vendor's gateway",
      "14:50 that was not it; our own deploy is to blame",
      "15:10 resolved",
    ];
    expect(milestone("diagnosed", rows)).not.toBe("14:20");
  });

  test("the review that closes the incident", () => {
    const rows = [...own.slice(0, 2), "15:10 refunds work", "17:00 review held, incident closed"];
    expect(milestone("resolved", rows)).not.toBe("17:00");
  });
});

import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

const milestone = (name: string, rows: readonly string[]) =>
  told(
    `# Q\n\n**Date:** 2026-03-14\n\n## Timeline (UTC)\n\n${rows.map((row) => `- ${row}`).join("\n")}\n`,
  )
    .find((one) => one.startsWith(name))
    ?.slice(name.length + 12, name.length + 17) ?? null;

const BEGUN = ["14:02 refunds begin to fail", "14:09 alert fires"];

test.each([
  "NOC confirms a transceiver malfunction",
  "On-call confirms disk corruption on db-2",
  "Vendor report reviewed, indicating a gateway failure",
  "Trace examined, pointing to a lock conflict",
  "Offending label identified (customer_id, unbounded)",
  "Config inspected, revealing a syntax error",
])("what is confirmed, indicated or called offending is the cause: %s", (row) => {
  const rows = [...BEGUN, "14:20 on-call joins", `14:35 ${row}`, "15:10 refunds restored"];
  expect(milestone("diagnosed", rows)).toBe("14:35");
});

test.each([
  ["start of refunds.example outage", "end of refunds.example outage"],
  ["beginning of the Refund API outage", "end of the Refund API outage"],
  ["onset of checkout downtime", "end of checkout downtime"],
])("start and end of a named outage, not of a maintenance: %s", (start, end) => {
  const maintenance = "of the power maintenance window";
  const rows = [`13:30 start ${maintenance}`, `14:02 ${start}`, "14:09 alert fires"];
  const all = [...rows, `15:10 ${end}`, `16:00 end ${maintenance}`];
  expect(milestone("started", all)).toBe("14:02");
  expect(milestone("resolved", all)).toBe("15:10");
});

test.each([
  "the shop is re-opened",
  "checkout reopened for all",
  "success rate is above 99 % again",
])("what is open or as high again is the end: %s", (row) => {
  const rows = [...BEGUN, "14:40 on-call restarts the workers", `15:10 ${row}`];
  expect(milestone("resolved", [...rows, "17:00 team discusses what to improve"])).toBe("15:10");
});

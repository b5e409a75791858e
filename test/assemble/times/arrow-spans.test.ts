import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

const BOTH = ["started 2026-03-14T14:02", "resolved 2026-03-14T15:10"];
const dated = (line: string) => told(`# Q\n\n**Date:** 2026-03-14\n${line}\n`);

test.each([
  "**Duration:** [14:02](https://x.example/1) -> [15:10](https://x.example/2) UTC",
  "**Duration:** [14:02] -> [15:10] UTC",
  "**Window:** 14:02 UTC => 15:10 UTC",
  "**Outage:** 14:02 --> 15:10 (UTC)",
  "**Downtime:** 2026-03-14 14:02 UTC ➜ 2026-03-14 15:10 UTC",
  "**Duration:** 1h 8m, 14:02 UTC -> 15:10 UTC",
  "**Time:** 14:02 -> 15:10 UTC (68 min)",
  "**Start -> End:** 14:02 UTC -> 15:10 UTC",
  "**Timeframe:** 14:02 UTC ... 15:10 UTC",
  "**Total downtime:** 14:02–15:10 UTC.",
])("both ends stand beside an arrow or dots: %s", (line) => {
  expect(dated(line)).toEqual(BOTH);
});

test("a span is all that a label of the impact says, in doubt", () => {
  expect(dated("**Impact:** 14:02 UTC ⟶ 15:10 UTC")).toEqual(BOTH.map((one) => `${one}?`));
});

test("a time with the remark that it is an estimate is in doubt", () => {
  expect(dated("**Resolved:** 15:00 UTC (estimated by the vendor)")).toContain(
    "resolved 2026-03-14T15:00?",
  );
});

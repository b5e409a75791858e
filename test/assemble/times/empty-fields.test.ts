import { expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

test.each([
  "**Started:** –\n**Detected:** 2026-03-14 10:05 UTC",
  "**Started:** – **Detected:** 2026-03-14 10:05 UTC **Resolved:** –",
  "- **Started:** –\n- **Detected:** 2026-03-14 10:05 UTC",
  "Started:\n\nDetected: 2026-03-14 10:05 UTC",
  "| Started | Detected | Resolved |\n|---|---|---|\n| – | 2026-03-14 10:05 UTC | |",
])("an empty field neither takes the next one's value nor hides it: %j", (text) => {
  expect(told(`# Q\n\n${text}\n`).filter((one) => !one.startsWith("started"))).toEqual([
    "detected 2026-03-14T10:05",
  ]);
  expect(read(`# Q\n\n${text}\n`).milestones.started?.source.precision).toBe("day");
});

import { describe, expect, test } from "vitest";
import { told } from "../../support/told.ts";

const FENCE = "```";

/** A document of a day with the rows of its timeline. */
function story(...rows: readonly string[]): string {
  const items = rows.map((row) => `- ${row}`).join("\n");
  return `# Gateway\n\n**Date**: 2026-04-10\n\n## Timeline (UTC)\n\n${items}\n`;
}

describe("what a part of the story tells", () => {
  test("that a part is healthy is no end, where somebody only began to look", () => {
    const text = story(
      "14:00 Latency rises.",
      "14:05 First 504 alert triggered.",
      "14:10 Team began investigation. Confirmed backend instances are healthy.",
      "14:20 Identified the upstream payment gateway as the bottleneck.",
      "14:35 Increased the timeout as a temporary mitigation.",
      "15:15 Upstream provider resolved their issue. Service returned to baseline.",
    );
    expect(told(text)).toEqual([
      "started 2026-04-10T14:00",
      "detected 2026-04-10T14:05",
      "diagnosed 2026-04-10T14:20?",
      "mitigated 2026-04-10T14:35?",
      "resolved 2026-04-10T15:15",
    ]);
  });

  test("that a provider confirms its outage is the diagnosis", () => {
    const text = story(
      "04:45 Alert fires.",
      "04:52 Confirmation that the DNS provider is experiencing an outage.",
      "09:00 All services fully restored.",
    );
    expect(told(text)).toContain("diagnosed 2026-04-10T04:52");
  });

  test("a start that only a sentence tells, beside rows that begin with the alarm", () => {
    const text =
      "# Disk full\n\n**Date**: 2026-03-05\n\n## Summary\n\nAt 04:00 UTC, a batch server became unresponsive.\n\n## Timeline\n\n- **04:05 UTC**: alarm triggered.\n";
    expect(told(text)).toEqual(["started 2026-03-05T04:00?", "detected 2026-03-05T04:05"]);
  });
});

describe("where times stand", () => {
  test.each(["All times are MST.", "Times in MST"])(
    "in a fence that notes its zone: %s",
    (note) => {
      const text = `# Outage on 2025-04-08\n\n## Timeline\n\n${FENCE}\n${note}\n\n09:21 - Orders begin failing.\n09:22 - Alert fires for failures.\n11:57 - resolved.\n${FENCE}\n`;
      expect(told(text)).toEqual(
        expect.arrayContaining(["detected 2025-04-08T16:22", "resolved 2025-04-08T18:57"]),
      );
    },
  );

  test("in brackets behind headings", () => {
    const text =
      "# Outage on 2025-11-03\n\n## What happened\n\n### Detection (09:10 UTC)\n\nThe alert fired.\n\n### Mitigation (09:40 UTC)\n\nWe rolled back.\n\n### Resolution (10:20-10:30 UTC)\n\nAll queues were empty.\n";
    expect(told(text)).toEqual(
      expect.arrayContaining([
        "detected 2025-11-03T09:10",
        "mitigated 2025-11-03T09:40",
        expect.stringContaining("resolved 2025-11-03T10:20"),
      ]),
    );
  });

  test("before a remark with another time", () => {
    const text =
      "# Disk\n\n**Date:** 2026-07-30\n\n| Field | Value |\n|---|---|\n| Detected at | 08:34:50 UTC (`DiskSpaceLow` began firing; delivered to the sink 08:35:20) |\n| Resolved at | 08:52 UTC (file removed, alert cleared 08:55) |\n";
    expect(told(text)).toEqual([
      "started 2026-07-30",
      "detected 2026-07-30T08:34",
      "resolved 2026-07-30T08:52",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { told } from "../../support/told.ts";

/** More sentences than a story begins with. */
const ASIDES = "The disks were of the older kind. Nobody had touched them for long. ".repeat(10);

describe("ends and fixes of stories", () => {
  test.each([
    [
      "far behind its beginning, without a date, in doubt",
      `# Outage of host a7\n\nYour service was affected by an outage at 02/28/2026 11:30 UTC.\n\n${ASIDES}\n\nWe declared this issue resolved at 20:30 UTC.`,
      ["started 2026-02-28T11:30?", "resolved 2026-02-28T20:30?"],
    ],
    [
      "in words of the story, in doubt",
      `# VPN outage, 2 May 2026\n\nAt 07:30 UTC the VPN dropped all sessions.\n\n${ASIDES}\n\nBy 09:20 UTC everything was back.`,
      ["started 2026-05-02T07:30?", "resolved 2026-05-02T09:20?"],
    ],
    [
      "a fix while it goes on, in doubt",
      "# Outage of 3 May 2026\n\nFrom 10:00 UTC requests failed. We rolled back the release at 10:40 UTC. Service was fully restored at 11:05 UTC.",
      ["started 2026-05-03T10:00", "mitigated 2026-05-03T10:40?", "resolved 2026-05-03T11:05"],
    ],
    [
      "under labels of what was down",
      "# Outage 2026-05-27\n\n- Offline: 2026-05-27 at 11:02 AM UTC\n- Online: 2026-05-27 at 12:58 PM UTC",
      ["started 2026-05-27T11:02", "resolved 2026-05-27T12:58"],
    ],
  ])("%s", (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test("what is not back is no end", () => {
    const text = `# VPN outage, 2 May 2026\n\nAt 07:30 UTC the VPN dropped all sessions. At 09:20 UTC it was not back.`;
    expect(told(text).filter((one) => one.startsWith("resolved"))).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

/** 6 minutes to detect, by its labels; 55 to resolve, by its wording. */
const TIMELINE = `## Timeline

All times in UTC.

| Time | Event |
|---|---|
| 2026-03-14 02:15 | Impact starts: errors rise. |
| 2026-03-14 02:21 | Detected: the alert fires. |
| 2026-03-14 03:10 | Traffic is back to normal. |

## Stats
`;

const TIMES = `---
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:51:00Z
---

## Stats
`;

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["what the timeline gives", `${TIMELINE}\n- Time to detection: 6 minutes\n`, []],
  ["5 minutes more", `${TIMELINE}\n- Time to detection: 11 minutes\n`, []],
  [
    "6 minutes more",
    `${TIMELINE}\n- Time to detection: 12 minutes\n`,
    ["13:3 Unexpected time to detect of 12 min: the timeline gives 6 min"],
  ],
  ["less than a tenth off", `${TIMELINE}\n- Time to recovery: 1 hour\n`, []],
  [
    "two figures, one of a single minute",
    `${TIMELINE}\n- Time to detection: 1 hour\n- Time to recovery: 1 minute\n`,
    [
      "13:3 Unexpected time to detect of 1 h: the timeline gives 6 min",
      "14:3 Unexpected time to resolve of 1 min: the timeline gives 55 min",
    ],
  ],
  ["what the frontmatter gives", `${TIMES}\n- Time to detection: 36 minutes\n`, []],
  [
    "other than the frontmatter gives",
    `${TIMES}\n- Time to detection: 6 minutes\n`,
    ["9:3 Unexpected time to detect of 6 min: the frontmatter gives 36 min"],
  ],
  [
    "seconds, and hours",
    `${TIMES.replace("02:51:00Z", "19:55:16Z")}\n- Time to detection: 7 hours 40 minutes\n`,
    ["9:3 Unexpected time to detect of 7 h 40 min: the frontmatter gives 17 h 40 min"],
  ],
  [
    "what the frontmatter gives, but not the timeline",
    `${TIMES.replace("## Stats\n", "")}${TIMELINE}\n- Time to detection: 36 minutes\n`,
    [],
  ],
  ["nothing to compare with", "## Stats\n\n- Time to detection: 6 minutes\n", []],
])("%s", (_, document, expected) => {
  expect(lintDocument("duration-contradiction", document)).toEqual(expected);
});

test("the hint says with which line the other figure ends, and whether it is a reading", () => {
  const figures = "\n- Time to detection: 1 hour\n- Time to recovery: 1 minute\n";
  expect(lintHints("duration-contradiction", `${TIMELINE}${figures}`)).toEqual([
    "The timeline's figure ends at line 8.",
    "The timeline's figure ends at line 9 and is read from its wording.",
  ]);
  expect(lintHints("duration-contradiction", `${TIMES}\n- Time to detection: 6 minutes\n`)).toEqual(
    ["The frontmatter's figure ends at line 4."],
  );
});

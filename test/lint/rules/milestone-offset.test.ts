import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

function startedAt(time: string): string {
  return `---\nstatus: draft\ntimes:\n  started: ${time}\n---\n`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["UTC", startedAt("2026-03-14T02:15:00Z"), []],
  ["an offset", startedAt("2026-03-14T04:15:00+02:00"), []],
  ["not known", startedAt("unknown"), []],
  [
    "none",
    startedAt("2026-03-14T02:15:00"),
    ["4:12 Unexpected time without an offset: `2026-03-14T02:15:00` could be any zone's"],
  ],
  [
    "none, with a blank",
    startedAt("2026-03-14 02:15"),
    ["4:12 Unexpected time without an offset: `2026-03-14 02:15` could be any zone's"],
  ],
  [
    "none, in a document that states its zone",
    `${startedAt("2026-03-14T02:15")}\n## Timeline\n\nAll times in CET.\n\n- 02:15 Errors rise.\n`,
    [
      "4:12 Unexpected time without an offset: `2026-03-14T02:15`, expected 2026-03-14T02:15:00+01:00",
    ],
  ],
  [
    "none, where the frontmatter names the zone of its times, and the timeline has another",
    `${startedAt("2026-03-14T02:15").replace("times", "time_zone: Europe/Berlin\ntimes")}\n## Timeline (UTC)\n\n- 02:15 Errors rise.\n`,
    [
      "5:12 Unexpected time without an offset: `2026-03-14T02:15`, expected 2026-03-14T02:15:00+01:00",
    ],
  ],
  [
    "none, where a row of the timeline's zone tells another time of the milestone",
    `${startedAt("2026-03-14 02:15")}\n## Timeline\n\nAll times in CET.\n\n- 03:15 Started: errors rise.\n- 04:40 Resolved.\n`,
    ["4:12 Unexpected time without an offset: `2026-03-14 02:15` could be any zone's"],
  ],
  [
    "none, where a row has its time as UTC",
    `${startedAt("2026-03-14T02:15")}\n## Timeline (CET)\n\n- 03:15 Errors rise.\n- 04:40 It is over.\n`,
    ["4:12 Unexpected time without an offset: `2026-03-14T02:15` could be any zone's"],
  ],
  [
    "none, where a label tells another time of the milestone",
    `${startedAt("2026-03-14T02:15")}\n- Started: 2026-03-14 03:15 CET\n\n## Timeline (CET)\n\n- 03:20 Alert fires.\n`,
    ["4:12 Unexpected time without an offset: `2026-03-14T02:15` could be any zone's"],
  ],
  [
    "none, where the rows begin later and none refutes it",
    `${startedAt("2026-03-14T02:15")}\n## Timeline (CET)\n\n- 02:40 The alert fires.\n- 02:51 It is over.\n`,
    [
      "4:12 Unexpected time without an offset: `2026-03-14T02:15`, expected 2026-03-14T02:15:00+01:00",
    ],
  ],
  [
    "the name of a zone",
    startedAt("2026-07-14 02:15 CEST"),
    [
      "4:12 Unexpected time with a zone's name for its offset: `2026-07-14 02:15 CEST`, expected 2026-07-14T02:15:00+02:00",
    ],
  ],
  [
    "an hour that the zone had twice",
    startedAt("2026-10-25 02:30 Europe/Oslo"),
    ["4:12 Unexpected time: `2026-10-25 02:30 Europe/Oslo` comes twice that night in Europe/Oslo"],
  ],
  [
    "an escalation's time",
    "---\nescalations:\n  - to: platform\n    at: 2026-03-14T02:15\n---\n",
    ["4:9 Unexpected time without an offset: `2026-03-14T02:15` could be any zone's"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("milestone-offset", document)).toEqual(expected);
});

test("the hint says in which zone it is read", () => {
  expect(lintHints("milestone-offset", startedAt("2026-03-14T02:15:00"))).toEqual([
    "Add one: `Z` or `+02:00`. It is read as UTC; if that is right, pm lint --fix --unsafe-fixes writes it.",
  ]);
  const inTimeline = `${startedAt("2026-03-14T02:15")}\n## Timeline (CET)\n\n- 02:15 Errors rise.\n`;
  expect(lintHints("milestone-offset", inTimeline)).toEqual([
    "The document states CET; pm lint --fix writes it. Until then it is read as UTC.",
  ]);
});

test("the hint says where the timeline refutes the zone that the document states", () => {
  const rows = "- 03:15 Started: errors rise.\n- 04:40 Resolved.\n";
  const text = `${startedAt("2026-03-14 02:15")}\n## Timeline (CET)\n\n${rows}`;
  expect(lintHints("milestone-offset", text)).toEqual([
    "The document states CET, but its timeline tells another time: write the offset you mean.",
  ]);
});

import { describe, expect, test } from "vitest";
import { problemsOf, read } from "../support/context.ts";

const TIMES =
  "times:\n  started: 2026-03-14T02:15:00Z\n  detected: 2026-03-14T02:21:00Z\n  diagnosed: 2026-03-14T03:40:00Z\n  mitigated: unknown\n  resolved: 2026-03-14T04:30:00Z\n";
const ALL_TIMES = TIMES.replace("unknown", "2026-03-14T03:52:00Z");

const TABLE = [
  "# Queue backed up",
  "",
  "## Timeline",
  "",
  "All times in CET.",
  "",
  "| Time | Event |",
  "|---|---|",
  "| 2026-03-13 23:50 | Consumers slow down |",
  "| 23:55 | Alert fires on lag |",
  "| 00:20 | Root cause identified: a poison message |",
  "| 1?:00 | Something |",
  "| 01:10 | Everything back to normal |",
  "",
  "## Stats",
  "",
  "- Time to detection: 5 minutes",
  "- Time to recovery: 1h 20m",
  "",
].join("\n");

describe("a document without frontmatter", () => {
  const document = read(TABLE, undefined, "pm/2026-03-13 queue.md");

  test("has its title from the heading and its id from the file name", () => {
    expect(document.title).toMatchObject({
      value: "Queue backed up",
      source: { origin: "body", range: { start: { line: 1 } } },
    });
    expect(document.id.value).toBe("2026-03-13 queue");
  });

  test("has its timeline in the stated zone, across midnight, unreadable rows kept", () => {
    expect(document.timeline?.zone).toBe("CET");
    const times = document.timeline?.rows.map(({ at }) =>
      at === null ? null : new Date(at).toISOString(),
    );
    expect(times).toEqual([
      "2026-03-13T22:50:00.000Z",
      "2026-03-13T22:55:00.000Z",
      "2026-03-13T23:20:00.000Z",
      null,
      "2026-03-14T00:10:00.000Z",
    ]);
  });

  test("has the milestones that its rows tell: stated by a label, else inferred", () => {
    const lines = Object.entries(document.milestones).map(([name, fact]) => [
      name,
      fact?.source.range.start.line,
      fact?.source.how,
    ]);
    expect(lines).toEqual([
      ["started", 9, "inferred"],
      ["detected", 10, "inferred"],
      ["acknowledged", undefined, undefined],
      ["diagnosed", 11, "stated"],
      ["mitigated", undefined, undefined],
      ["resolved", 13, "inferred"],
    ]);
  });

  test("has the durations that it states of itself", () => {
    expect(document.statedDurations.detect?.value).toBe(5);
    expect(document.statedDurations.resolve?.value).toBe(80);
  });
});

test("a due date without a year is that after the incident, though no timeline is read", () => {
  const text = `---\ntitle: A\ndate: 2025-12-20\n${TIMES}---\n\n## Timeline\n\n- 02:15 Started.\n\n## Actions\n\n- [ ] Cap the heap (due: 10 January)\n`;
  const { actions, timeline } = read(text, ["actions"]);
  expect(actions.map(({ due }) => due?.value)).toEqual(["2026-01-10"]);
  expect(timeline).toBeNull();
});

describe("the body is parsed only where the frontmatter has no answer", () => {
  test.each([
    ["milestones are stated", TIMES, ["milestones", "gaps"], false],
    [
      "a milestone is missing",
      TIMES.replace("  diagnosed: 2026-03-14T03:40:00Z\n", ""),
      ["milestones"],
      true,
    ],
    ["no escalations key, and no table", TIMES, ["escalations"], false],
    ["an empty list of escalations", `${TIMES}escalations: []\n`, ["escalations"], false],
    ["everything is asked", TIMES, ["everything"], true],
    ["its sections are asked", TIMES, ["sections"], true],
  ] as const)("%s", (_name, frontmatter, needs, expected) => {
    expect(read(`---\ntitle: A\n${frontmatter}---\n\nText.\n`, needs).bodyRead).toBe(expected);
  });

  test.each([
    ["a table", "| From | To |\n|---|---|\n| payments | platform |"],
    ["a table of HTML", "<table><tr><th>To</th></tr><tr><td>platform</td></tr></table>"],
  ])("%s in the body may hold escalations", (_name, table) => {
    const text = `---\ntitle: A\n${TIMES}---\n\n## Escalations\n\n${table}\n`;
    expect(read(text, ["escalations"]).escalations.map(({ to }) => to?.value)).toEqual([
      "platform",
    ]);
  });

  test("times are read from a body only where the frontmatter leaves one open", () => {
    const body = "\n## Timeline\n\n- 02:00 errors (gap: messaging.backpressure, knowledge)\n";
    const stated = read(`---\n${TIMES}---\n${body}`, ["milestones", "gaps"]);
    expect([stated.gaps.length, stated.timeline]).toEqual([1, null]);
    const open = TIMES.replace("  diagnosed: 2026-03-14T03:40:00Z\n", "");
    expect(read(`---\n${open}---\n${body}`, ["milestones", "gaps"]).timeline?.rows).toHaveLength(1);
  });

  test.each([
    [
      ["title", "milestones", "gaps", "escalations", "actions"],
      [false, []],
    ],
    [["causes"], [true, ["software"]]],
    [["everything"], [true, ["software"]]],
  ] as const)("causes are no reason unless they are asked: %j", (needs, expected) => {
    const labelled = "severity: P2\nservices: [ledger]\nteams: [payments]\ntrigger: deploy\n";
    const front = `title: A\nstatus: final\ndetected_by: alert\nactions: []\n${labelled}${ALL_TIMES}`;
    const text = `---\n${front}---\n\n## Summary\n\nCause: software\n`;
    const { bodyRead, causes } = read(text, needs);
    expect([bodyRead, causes.map(({ value }) => value)]).toEqual(expected);
  });

  test.each([
    ["it leaves a milestone open", TIMES],
    ["it only infers one", ALL_TIMES.replace("times:", "times:\n  inferred: [resolved]")],
  ])("a duration of the body counts where %s", (_name, times) => {
    const labelled = "severity: P2\nservices: [ledger]\nteams: [payments]\ntrigger: deploy\n";
    const front = `title: A\nstatus: final\ndetected_by: alert\n${labelled}${times}`;
    const text = `---\n${front}---\n\nStatus: final\n\nTime to mitigate: 50 minutes\n`;
    const found = read(text, ["title", "milestones"]).statedDurations.mitigate?.value;
    expect(found).toBe(50);
  });

  test.each([
    ["a document that states what only incidents have", TIMES, [[], [], 1]],
    ["any other, of which its sections may tell what it is", "", [["factors"], ["X."], 1]],
  ] as const)("sections and factors are not read for gaps, %s", (_name, front, expected) => {
    const body = "## Contributing factors\n\n- X. (gap: messaging.backpressure)\n";
    const { sections, factors, gaps } = read(`---\ntitle: A\n${front}---\n\n${body}`, ["gaps"]);
    const found = [sections.map(({ kind }) => kind), factors.map(({ value }) => value)];
    expect([...found, gaps.length]).toEqual(expected);
  });

  test("a gap tag in the body is reason enough", () => {
    expect(
      read("---\ntitle: A\n---\n- X. (gap: messaging.backpressure)\n", ["gaps"]).bodyRead,
    ).toBe(true);
  });
});

describe("gap tags", () => {
  test("name competency, kind, team and phase; the item is the evidence", () => {
    const [gap] = read(
      "## Contributing factors\n\n- Lag was read as a dip. (gap: consumer lag, knowledge, team: payments, phase: diagnose)\n",
    ).gaps;
    expect(
      [gap?.competency, gap?.kind, gap?.team, gap?.phase, gap?.evidence].map((fact) => fact?.value),
    ).toEqual([
      "messaging.backpressure",
      "knowledge",
      "payments",
      "diagnose",
      "Lag was read as a dip.",
    ]);
    expect(gap?.competency.source.range.start).toMatchObject({ line: 3, column: 32 });
  });

  test.each([
    ["- X. (gap:)", "1:6 gap-tag-syntax: Unexpected gap tag `(gap:)`"],
    ["- X. (gap: a, b, c)", "1:6 gap-tag-syntax: Unexpected gap tag `(gap: a, b, c)`"],
    ["- X. (gap: a", "1:6 gap-tag-syntax: Unexpected end of gap tag"],
    [
      "- X. (gap: a, b, phase: late)",
      "1:25 gap-tag-syntax: Unexpected phase `late` in a gap tag, expected one of detect, diagnose, mitigate, resolve",
    ],
  ])("%s is a problem", (text, problem) => {
    expect(problemsOf(`${text}\n`)).toEqual([problem]);
  });
});

test("where both state a gap the frontmatter wins, and lint hears of it", () => {
  const text =
    "---\ngaps:\n  - competency: messaging.backpressure\n    kind: coverage\n---\n- Lag. (gap: messaging.backpressure, knowledge)\n";
  const { gaps } = read(text);
  expect(gaps).toHaveLength(1);
  expect(gaps[0]).toMatchObject({ kind: { value: "coverage" }, evidence: { value: "Lag." } });
  expect(problemsOf(text)).toEqual([
    "6:38 fact-contradiction: Unexpected kind of gap `knowledge`: the frontmatter says `coverage` (line 4)",
  ]);
});

test("an item may bear two tags", () => {
  const { gaps, problems } = read(
    "- Both. (gap: messaging.backpressure) (gap: observability.tracing, knowledge)\n",
  );
  expect(gaps.map(({ competency, evidence }) => [competency.value, evidence?.value])).toEqual([
    ["messaging.backpressure", "Both."],
    ["observability.tracing", "Both."],
  ]);
  expect(problems).toEqual([]);
});

test("a stand-in for an owner is a problem at its place", () => {
  const text = "## Actions\n\n- [ ] Game day (owner: TBD, due: 2026-04-15)\n";
  expect(problemsOf(text)).toEqual([
    "3:24 placeholder-value: Unexpected placeholder `TBD` for `owner`",
  ]);
});

test("actions are read from a table or from a task list", () => {
  const table = read(
    "## Actions\n\n| Action | Owner | Due | Status |\n|---|---|---|---|\n| Add a limit | platform | 2026-04-15 | Done |\n",
  ).actions;
  const list = read(
    "## Action items\n\n- [x] Add a limit (owner: platform, due: 2026-04-15)\n",
  ).actions;
  const values = (actions: typeof table) =>
    actions.map(({ title, owner, due, status }) =>
      [title, owner, due, status].map((fact) => fact?.value),
    );
  expect(values(table)).toEqual([["Add a limit", "platform", "2026-04-15", "done"]]);
  expect(values(list)).toEqual(values(table));
});

test.each([
  ["2026-03-14 14:00-14:25 CET", "2026-03-14T13:00:00.000Z"],
  ["2026-03-14 09:00-11:00", "2026-03-14T09:00:00.000Z"],
  ["2026-03-14T09:00-05:00", "2026-03-14T14:00:00.000Z"],
  ["2026-03-14 23:50 UTC+99", "2026-03-14T23:50:00.000Z"],
])("the time %j is %s", (written, expected) => {
  const text = `## Timeline\n\n| Time | Event |\n|---|---|\n| ${written} | X |\n`;
  const [row] = read(text).timeline?.rows ?? [];
  expect(new Date(row?.at ?? 0).toISOString()).toBe(expected);
});

import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

const ROWS = ["2026-03-14 02:15Z Logins fail", "02:21Z Alert fires", "03:10Z Service restored"];
const LIST = ROWS.map((row) => `- ${row}`).join("\n");

function rowsOf(text: string): readonly string[] {
  return (read(text).timeline?.rows ?? []).map(({ at, text: event }) => {
    return `${at === null ? "?" : new Date(at).toISOString().slice(11, 16)} ${event}`;
  });
}

const EXPECTED = ["02:15 Logins fail", "02:21 Alert fires", "03:10 Service restored"];

test.each([
  ["02:15:01 ERROR pool: exhausted", "02:21:07 WARN pool: waiting", "03:10:00 INFO pool: ready"],
  ["02:15:01 app[312]: exhausted", "02:21:07 app[312]: waiting", "03:10:00 app[312]: ready"],
  ["02:15 [emerg] 65#0: no files left", "02:21 [alert] 64#0: exited", "03:10 [notice] 1#1: up"],
])("the log of a program in a timeline is none: %s", (...lines) => {
  const code = "```\n" + lines.join("\n") + "\n```";
  expect(rowsOf(`# Logins\n\nDate: 2026-03-14\n\n## Timeline (UTC)\n\n${code}\n`)).toEqual([]);
  expect(
    rowsOf(`# Logins\n\nDate: 2026-03-14\n\n## Timeline (UTC)\n\n${LIST}\n\n${code}\n`),
  ).toEqual(EXPECTED);
});

describe("a timeline is found", () => {
  test.each([
    [
      "below an item that is called so",
      `# Logins\n\n- **Timeline**:\n${LIST.replace(/^/gm, "  ")}\n- Impact: none\n`,
    ],
    [
      "below a plain line that is called so",
      `# Logins\n\nTimeline\n\n${LIST}\n\nWhat else\n\n- 04:00 Z\n`,
    ],
    ["without a name where each row begins with a time", `# Logins\n\n## Details\n\n${LIST}\n`],
    ["without a name in an item", `# Logins\n\n- Context:\n${LIST.replace(/^/gm, "  ")}\n`],
    ["without a name in lines", `# Logins\n\n${ROWS.join("\n")}\n`],
    [
      "without a name in a table",
      `# Logins\n\n| | |\n|---|---|\n${ROWS.map((row) => `| ${row.replace("Z ", "Z | ")} |`).join("\n")}\n`,
    ],
    [
      "without a name in lines between others of one paragraph",
      `# Logins\n\nWhat broke\nLogins, for an hour.\nHow it went\n${ROWS.join("\n")}\nWhy\nA key expired.\n`,
    ],
    [
      "in parts with headings of their own",
      `# Logins\n\n## Timeline\n\n${ROWS.map((row, index) => `### ${["Impact", "Detection", "Resolution"][index]}\n\n- ${row}`).join("\n\n")}\n`,
    ],
    [
      "below a line on its dates",
      `# Logins\n\n## Timeline (UTC)\n\nDate and time, as in the tickets\n\n| When | What |\n|---|---|\n${ROWS.map((row) => `| ${row.replace("Z ", " | ").replace("2026-03-14 ", "Mar 14 2026 ")} |`).join("\n")}\n`,
    ],
    [
      "in a story by days, whose items begin with times",
      `# Logins\n\n## How it went\n\nTimes are UTC.\n\n### Saturday, March 14th, 2026\n\n- 02:15: Logins fail\n\nNobody looks.\n\n- 02:21: Alert fires\n\n### Sunday, March 15th, 2026\n\n- 03:10: Service restored\n\nAll went home.\n`,
    ],
    [
      "in paragraphs whose times have dots",
      "# Logins\n\n## Timeline\n\n2026-03-14, UTC\n\n02.15 Logins fail\n\n02.21 Alert fires\n\n03.10 Service restored\n",
    ],
    [
      "in numbered paragraphs, whose numbers are no times",
      "# Logins\n\n## Timeline\n\n2.9 At 2026-03-14 02:15Z Logins fail\n\n2.10 At 02:21Z Alert fires\n\n2.11 At 03:10Z Service restored\n",
    ],
    [
      "in paragraphs with their times in bold",
      "# Logins\n\n## Story\n\n**2026-03-14 2:15am UTC.** Logins fail\n\n**2:21am UTC.** Alert fires\n\n**3:10am UTC.** Service restored\n",
    ],
    [
      "in a chat, below who speaks and when",
      "# Logins\n\nDate: 2026-03-14\n\n## Channel log\n\n**platform** 02:15\n> Logins fail\n\n**bot** 02:21\n> Alert fires\n\n**platform on-call** 03:10\n> Service restored\n",
    ],
    [
      "in comments of a tracker",
      "# Logins\n\nplatform added a comment - 14/Mar/26 2:15 AM\nLogins fail\n\nledger added a comment - 14/Mar/26 2:21 AM\nAlert fires\n\nplatform added a comment - 14/Mar/26 3:10 AM\nService restored\n",
    ],
    [
      "in a table whose head is its first row",
      "# Logins\n\n## Timeline\n\n| 2026-03-14 02:15Z | Logins fail |\n|---|---|\n| 02:21Z | Alert fires |\n| 03:10Z | Service restored |\n",
    ],
    [
      "in updates pasted from a status page",
      "# Logins\n\nLogins fail\nPosted 2 months ago. 2026-03-14 - 02:15 UTC\n\nAlert fires\nPosted 2 months ago. 2026-03-14 - 02:21 UTC\n\nService restored\nPosted 2 months ago. 2026-03-14 - 03:10 UTC\n",
    ],
    [
      "with weekdays between day and time, in brackets",
      "# Logins\n\n## Timeline\n\n- `<2026-03-14 Sat 02:15>` Logins fail\n- `<2026-03-14 Sat 02:21>` Alert fires\n- `<2026-03-14 Sat 03:10>` Service restored\n",
    ],
    [
      "in minutes since the start",
      "# Logins\n\nWhen: 2026-03-14 02:15 UTC\n\n| Elapsed | What |\n|---|---|\n| 0 min | Logins fail |\n| 6 min | Alert fires |\n| 55 min | Service restored |\n",
    ],
    [
      "in seconds since 1970",
      "# Logins\n\n## Log\n\n| ts | text |\n|---|---|\n| 1773454500 | Logins fail |\n| 1773454860000 | Alert fires |\n| 1773457800 | Service restored |\n",
    ],
    [
      "in components with a time",
      '# Logins\n\nDate: 2026-03-14\n\n<Timeline>\n  <Event time="02:15">Logins fail</Event>\n  <Event time="02:21">Alert fires</Event>\n  <Event time="03:10">Service restored</Event>\n</Timeline>\n',
    ],
    [
      "where each paragraph ends in its time",
      "# Logins\n\nLogins fail (2026-03-14 02:15Z)\n\nAlert fires – 2026-03-14 02:21Z\n\nService restored. 2026-03-14 03:10Z\n",
    ],
    [
      "in numbered paragraphs, with times in four digits",
      "# Logins\n\n## Chronology\n\n1.1 On 14 March 2026 at 0215Z Logins fail\n\n1.2 At 0221 hrs Alert fires\n\n1.3 At 0310 hours Service restored\n",
    ],
    [
      "in numbered paragraphs that begin with their times",
      "# Logins\n\nDate: 2026-03-14\n\n## 4 Sequence of events\n\n4.1 02:15 Logins fail\n4.2 02:21 Alert fires\n4.3 03:10 Service restored\n",
    ],
    [
      "in a table under the title whose head says what it is, though other parts name times",
      `# Logins\n\n| Time | Event |\n|---|---|\n${ROWS.map((row) => `| ${row.replace("Z ", "Z | ")} |`).join("\n")}\n\n## Log\n\n${LIST}\n`,
    ],
  ])("%s", (_name, text) => {
    expect(rowsOf(text)).toEqual(EXPECTED);
  });

  test("in a table under the title, however short", () => {
    const table = "| Time | What happened |\n|---|---|\n| 2026-03-14 02:15Z | Logins fail |\n";
    expect(rowsOf(`# Logins\n\n${table}`)).toEqual(["02:15 Logins fail"]);
    expect(rowsOf(`# Logins\n\n${table}\n## More\n\n${table}`)).toEqual([]);
    expect(
      rowsOf(
        `# Logins\n\n${table.replaceAll("What happened", "What | Owner").replace("|---|", "|---|---|").replace("fail |", "fail | ledger |")}`,
      ),
    ).toEqual([]);
  });

  test.each([
    [
      "among days alone",
      `# Logins\n\n${LIST.replace(/ ?\d\d:\d\dZ/g, "").replace(/- (?=[A-Z])/g, "- 2026-03-15 ")}\n`,
    ],
    ["among actions", `# Logins\n\n## Action items\n\n${LIST}\n`],
    ["where few end in one", "# Logins\n\nOne (02:15)\n\nTwo\n\nThree\n\nFour (02:21)\n"],
    ["in two parts of a document", `# Log\n\n## One\n\n${LIST}\n\n## Two\n\n${LIST}\n`],
    ["where only some items begin with a time", `# Logins\n\n${LIST}\n- a\n- b\n- c\n- d\n`],
  ])("but not %s", (_name, text) => {
    expect(rowsOf(text)).toEqual([]);
  });
});

test("words without blanks are the text of a row, not its number", () => {
  const text =
    "# 障害\n\n日付: 2026-03-14\n\n## Timeline\n\n| 時刻 | 出来事 |\n|---|---|\n| 02:15 | 停止 |\n| 02:21 | 検知 |\n";
  expect(rowsOf(text).map((row) => row.slice(6))).toEqual(["停止", "検知"]);
});

test.each([
  ["in brackets", "- **Issue detection (14 March 2026, 02:21 UTC)**: an alert fires"],
  ["after a colon", "- **Detected:** 2026-03-14 02:21 UTC - an alert fires"],
  ["above it", "- **Detected:**\n  - 2026-03-14 02:21 UTC\n  - An alert fires"],
])("a row may have its time after its label, %s", (_name, row) => {
  const { milestones } = read(
    `# Logins\n\n## Timeline\n\n- 2026-03-14 02:15 UTC Logins fail\n${row}\n`,
  );
  expect(new Date(milestones.detected?.value ?? 0).toISOString()).toBe("2026-03-14T02:21:00.000Z");
  expect(milestones.detected?.source.how).toBe("stated");
});

test("a row may have its time after a label with a number", () => {
  const text = `# Q\n\n## Timeline\n\n- **Partial fix #1**: 2026-03-14 02:40 UTC - one host restarted\n`;
  expect(rowsOf(text)).toEqual(["02:40 Partial fix #1: one host restarted"]);
});

test("a line of a paragraph that is called a timeline has the lines behind it, up to the next part", () => {
  const [first, ...others] = ROWS;
  const told = [first, "Nobody was told.", ...others, "Root cause and repair", "A key expired."];
  const text = `# Logins\n\nImpact: no logins\nTimeline\n${told.join("\n")}\n`;
  expect(rowsOf(text)).toEqual([`${EXPECTED[0]} Nobody was told.`, ...EXPECTED.slice(1)]);
});

test("a heading that ends in a day has the rows below it", () => {
  const text =
    "# Q\n\n## Timeline\n\n### First wave, 2026-02-03\n\n- 10:00 errors\n\n### Second wave (4 February 2026)\n\n- 09:00 errors\n\n### Third wave – February 5th, 2026\n\n- 08:00 errors\n\n### Day 4 - February 6, 2026\n\n- 07:00 errors\n";
  expect(read(text).timeline?.rows.map(({ at }) => new Date(at ?? 0).toISOString())).toEqual([
    "2026-02-03T10:00:00.000Z",
    "2026-02-04T09:00:00.000Z",
    "2026-02-05T08:00:00.000Z",
    "2026-02-06T07:00:00.000Z",
  ]);
});

test("two timelines of one name are those of several incidents, and in doubt", () => {
  const text = `# Log\n\n## One\n\n### Timeline\n\n${LIST}\n\n## Two\n\n### Timeline\n\n${LIST.replace("03-14", "03-19")}\n`;
  const { started, resolved } = read(text).milestones;
  expect([started?.source.confidence, resolved?.source.confidence]).toEqual(["low", "low"]);
});

describe("a line above the rows that tells their day", () => {
  const rows =
    "| Time | Event |\n|--|--|\n| 02:15 | impact starts |\n| 02:21 | the pager went off |\n| 03:10 | resolved |\n";
  const items = "- 02:15 impact starts\n- 02:21 the pager went off\n- 03:10 resolved\n";

  test.each([
    ["with their zone", `## Timeline\n\n**On 2026-08-14 (CEST):**\n\n${rows}`],
    ["with their zone, where nothing else heads them", `**On 2026-08-14 (CEST):**\n\n${rows}`],
    ["with their zone above a list", `It failed.\n\nOn 2026-08-14 (CEST):\n\n${items}`],
    ["in a quote", `## Timeline (CEST)\n\n> 14 August 2026\n\n${rows}`],
    ["in a quote above a list", `## Timeline (CEST)\n\n> 14 August 2026\n\n${items}`],
  ])("is no row: %s", (_, body) => {
    const { timeline } = read(`# Queue\n\n${body}`);
    expect(timeline?.rows.map(({ at }) => at)).toEqual([
      Date.parse("2026-08-14T00:15:00Z"),
      Date.parse("2026-08-14T00:21:00Z"),
      Date.parse("2026-08-14T01:10:00Z"),
    ]);
  });
});

test("rows in a fence have places of their own, and what is drawn there says nothing", () => {
  const fence =
    "```\n14 March 2026\n─────────────\n\n02:15 Logins fail\n02:21 Alert fires\n= = = = =\n03:10 Service restored\n```\n";
  const { timeline } = read(`# Logins\n\n## Timeline (UTC)\n\n${fence}`);
  expect(timeline?.rows.map(({ text, range }) => `${range.start.line} ${text}`)).toEqual([
    "9 Logins fail",
    "10 Alert fires",
    "12 Service restored",
  ]);
});

describe("phases below a timeline that are called as other parts are", () => {
  const phases = [
    "### Detection (02:15Z - 02:21Z)\n\n- **02:15Z:** Logins fail\n- **02:21Z:** Alert fires\n",
    "### Rollout (03:10Z)\n\n- **03:10Z:** Service restored\n",
  ];

  test("have rows of it, in the order of the document", () => {
    const text = `# Logins\n\nDate: 2026-03-14\n\n## Timeline\n\n${phases.join("\n")}`;
    expect(rowsOf(text)).toEqual(EXPECTED);
    const named = text.replace("### Rollout", "### Timeline of the rollout");
    expect(rowsOf(named)).toEqual(EXPECTED);
  });

  test("have none where the timeline has its own, or they are prose", () => {
    const prose = "### Detection\n\nThe alert fired at 02:21, and again at 02:30.\n";
    const text = `# Logins\n\nDate: 2026-03-14\n\n## Timeline\n\n${LIST}\n\n${phases[0]}`;
    expect(rowsOf(text)).toEqual(EXPECTED);
    const named = `# Logins\n\n## Timeline\n\n${prose}\n### Timeline of the outage\n\n${LIST}\n`;
    expect(rowsOf(named)).toEqual(EXPECTED);
  });
});

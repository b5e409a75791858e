import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

/** The rows of a document's timeline as "instant text", `?` where the time cannot be read. */
function rowsOf(text: string, path = "a.md"): readonly string[] {
  return (read(text, undefined, path).timeline?.rows ?? []).map(({ at, text: event }) => {
    const instant = at === null ? "?" : new Date(at).toISOString().slice(0, 16);
    return `${instant} ${event}`;
  });
}

function table(head: string, rows: readonly string[], note = ""): string {
  const heading = `## Timeline\n\n${note === "" ? "" : `${note}\n\n`}`;
  const rule = head.replace(/[^|]+/g, "---");
  return `${heading}${[head, rule, ...rows].join("\n")}\n`;
}

describe("the zone of a timeline", () => {
  const row = "| 2026-03-14 02:15 | Lag |";

  test.each([
    ["a note", table("| Time | Event |", [row], "All times in CET."), "CET", "01:15"],
    ["the table's head", table("| Date and Time in CET | Event |", [row]), "CET", "01:15"],
    ["the heading", table("| Time | Event |", [row]).replace("line", "line (EST)"), "EST", "06:15"],
    [
      "a note with an IANA name",
      table("| Time | Event |", [row], "Times are Europe/Oslo."),
      "Europe/Oslo",
      "01:15",
    ],
  ])("is read from %s", (_name, text, zone, time) => {
    expect(read(text).timeline?.zone).toBe(zone);
    expect(rowsOf(text)).toEqual([`2026-03-14T${time} Lag`]);
  });

  test("is the assumed one where the document names none", () => {
    const text = table("| Time | Event |", [row], "Who was there.");
    expect(read(text).timeline?.zone).toBeNull();
    expect(rowsOf(text)).toEqual(["2026-03-14T02:15 Lag"]);
  });

  test("is that of all times elsewhere in the document where its own names none", () => {
    const impact = "## Impact\n\nFrom 2:15 AM PST to 3 AM PST nobody could pay.\n";
    const text = `${impact}\n${table("| Time | Event |", [row])}`;
    expect(rowsOf(text)).toEqual(["2026-03-14T09:15 Lag"]);
    expect(read(text.replace("3 AM PST", "3 AM CET")).timeline?.zone).toBeNull();
  });

  test("is that of a column of times elsewhere in the document where its own names none", () => {
    const times = "## Key times\n\n| Stage | Date and time (PST) |\n|---|---|\n| Lost | 2 AM |\n";
    const text = `${times}\n${table("| Time | Event |", [row])}`;
    expect(rowsOf(text)).toEqual(["2026-03-14T09:15 Lag"]);
  });

  test("yields to the zone of a row", () => {
    const text = table("| Time | Event |", ["| 2026-03-14 02:15 UTC | Lag |"], "Times in CET.");
    expect(rowsOf(text)).toEqual(["2026-03-14T02:15 Lag"]);
  });
});

describe("the day of a row", () => {
  test.each([
    [
      "of the detection",
      "detected: 2026-03-14T10:05:00Z",
      ["2026-03-14T10:00 a", "2026-03-14T10:05 b"],
    ],
    [
      "of the diagnosis, in its offset",
      "diagnosed: 2026-03-14T10:05:00+02:00",
      ["2026-03-14T08:00 a", "2026-03-14T08:05 b"],
    ],
    ["not of the end, which may be days later", "resolved: 2026-03-14T10:05:00Z", ["? a", "? b"]],
  ])("is that %s where the frontmatter states no start", (_, time, expected) => {
    const text = `---\ntimes:\n  ${time}\n---\n## Timeline\n\n- 10:00 a\n- 10:05 b\n`;
    expect(rowsOf(text)).toEqual(expected);
  });

  test("is that before the detection where the rows begin before midnight", () => {
    const text =
      "---\ntimes: { detected: 2026-03-15T00:05:00Z }\n---\n## Timeline\n\n- 23:50 a\n- 00:05 b\n";
    expect(rowsOf(text)).toEqual(["2026-03-14T23:50 a", "2026-03-15T00:05 b"]);
  });

  test("is the last of those that the row before it names", () => {
    const rows =
      "- **03:39** - a\n- **2026-05-09 → 2026-05-10 (overnight)** - b\n- **12:50** - c\n";
    const [first, , last] = rowsOf(`# 2026-05-10: tills\n\n## Timeline (UTC)\n\n${rows}`);
    expect([first, last]).toEqual(["2026-05-10T03:39 a", "2026-05-10T12:50 c"]);
  });

  test("is the document's own before that of a milestone", () => {
    const text =
      "---\ntimes: { detected: 2026-03-15T00:05:00Z }\n---\n# Q\n\nDate: 2026-03-13\n\n## Timeline\n\n- 10:00 a\n";
    expect(rowsOf(text)).toEqual(["2026-03-13T10:00 a"]);
  });

  test("is that of the row before, and the next one past midnight", () => {
    const text = table("| Time | Event |", [
      "| 2026-03-13 23:50 | a |",
      "| 23:55 | b |",
      "| 00:20 | c |",
      "| 01:10 | d |",
    ]);
    expect(rowsOf(text)).toEqual([
      "2026-03-13T23:50 a",
      "2026-03-13T23:55 b",
      "2026-03-14T00:20 c",
      "2026-03-14T01:10 d",
    ]);
  });

  test("does not move on for rows that are merely out of order", () => {
    const text = table("| Time | Event |", ["| 2026-03-13 10:00 | a |", "| 09:30 | b |"]);
    expect(rowsOf(text)).toEqual(["2026-03-13T10:00 a", "2026-03-13T09:30 b"]);
  });

  test("is read from a column of its own", () => {
    const text = table("| Date | Time | Event |", [
      "| 2026-03-13 | 23:50 | a |",
      "| | 23:55 | b |",
    ]);
    expect(rowsOf(text)).toEqual(["2026-03-13T23:50 a", "2026-03-13T23:55 b"]);
  });

  const list = "## Timeline\n\n- 02:15 - Lag\n";

  test.each([
    [
      "`started`",
      `---\ntimes:\n  started: 2026-03-14T02:00:00Z\n---\n${list}`,
      "2025-01-01.md",
      "2026-03-14T02:15 Lag",
    ],
    ["the file name", list, "pm/2026-03-14-queue.md", "2026-03-14T02:15 Lag"],
    ["the title", `# 2026-03-14: queue\n\n${list}`, "a.md", "2026-03-14T02:15 Lag"],
    ["nowhere, and the time is then unknown", list, "a.md", "? Lag"],
  ])("is, for the first, that of %s", (_name, text, path, row) => {
    expect(rowsOf(text, path)).toEqual([row]);
  });
});

test("a row whose time cannot be read is kept, with its place", () => {
  const text = table("| Time | Event |", [
    "| 2026-03-14 02:15 | a |",
    "| 1?:00 | b |",
    "| 02:40 | c |",
  ]);
  expect(rowsOf(text)).toEqual(["2026-03-14T02:15 a", "? b", "2026-03-14T02:40 c"]);
  expect(read(text).timeline?.rows[1]).toMatchObject({
    written: "1?:00",
    range: { start: { line: 6, column: 3 }, end: { line: 6, column: 8 } },
  });
});

test("a table without times belongs to the row under whose heading it stands", () => {
  const costs = "| Service | Cost |\n|---|---|\n| queue-1 | high |\n";
  const text = `## Timeline\n\n### 2026-03-14 02:15\n\nA bill arrives:\n\n${costs}`;
  expect(rowsOf(text)).toEqual(["2026-03-14T02:15 A bill arrives: Service Cost queue-1 high"]);
});

describe("a timeline without halves of the day", () => {
  test("that steps back by hours goes on after noon, which is in doubt", () => {
    const rows = [
      "| 2026-03-14 | |",
      "| 11:50 | a |",
      "| 12:10 | b |",
      "| 1:15 | c |",
      "| 2:00 | d |",
    ];
    const text = table("| Time | Event |", rows);
    expect(rowsOf(text).map((one) => one.slice(11))).toEqual([
      "11:50 a",
      "12:10 b",
      "13:15 c",
      "14:00 d",
    ]);
    const doubts = read(text).timeline?.rows.map(({ confidence }) => confidence ?? "");
    expect(doubts).toEqual(["", "", "low", "low"]);
  });

  test.each([
    ["has 24 hours", ["11:50", "13:10", "9:15"], "09:15"],
    ["has leading zeros", ["11:50", "05:10", "05:15"], "05:15"],
    ["is merely out of order", ["10:00", "11:00", "9:30"], "09:30"],
  ])("is left as it is where it %s", (_name, times, last) => {
    const rows = ["2026-03-14", ...times].map((time) => `| ${time} | a |`);
    expect(rowsOf(table("| Time | Event |", rows)).at(-1)).toContain(`T${last}`);
  });
});

test("a list is a timeline too: its items that begin with a time", () => {
  const text =
    "## Timeline\n\n- **2026-03-14 02:15 UTC** - Lag\n- no time here\n- [02:40] Fixed\n  - 02:50: Checked\n";
  expect(rowsOf(text)).toEqual([
    "2026-03-14T02:15 Lag",
    "2026-03-14T02:40 Fixed",
    "2026-03-14T02:50 Checked",
  ]);
});

test.each([
  ["no section for it", "## Impact\n\n- 02:15 - Lag\n"],
  ["nothing in its section", "## Timeline\n\nSee the chat.\n"],
])("there is no timeline with %s", (_name, text) => {
  expect(read(text).timeline).toBeNull();
});

test.each([
  ["## Timeline (Narnia Standard Time)\n\n- 2026-03-14 02:15 a\n", "zone"],
  ["## Timeline (Singapore Time)\n\n- 2026-03-14 02:15 a\n", undefined],
  ["## Timeline\n\n| Local time | Event |\n|---|---|\n| 2026-03-14 02:15 | a |\n", "zone"],
])("a zone that nobody knows is in doubt: %j", (text, unsure) => {
  expect(read(text).timeline?.rows[0]?.unsure).toBe(unsure);
});

import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

const START = "Start: 2025-08-02 03:10 CEST\n\n";

/** The rows of a timeline as "instant text", `?` where the time cannot be placed. */
function rowsOf(text: string, path = "a.md"): readonly string[] {
  return (read(text, undefined, path).timeline?.rows ?? []).map(({ at, text: event }) => {
    const instant = at === null ? "?" : new Date(at).toISOString().slice(0, 16);
    return `${instant} ${event}`;
  });
}

function table(...times: readonly string[]): string {
  const rows = times.map((time, index) => `| ${time} | row ${index} |`);
  return `## Timeline\n\n| When | What |\n|---|---|\n${rows.join("\n")}\n`;
}

describe("a time counted from the start", () => {
  test.each([
    ["T+0", "01:10"],
    ["T+25m", "01:35"],
    ["T+40 min", "01:50"],
    ["T+3h", "04:10"],
    ["T+1h05", "02:15"],
    ["T+2h10m", "03:20"],
    ["T+1h 5 min", "02:15"],
    ["T+1:50", "03:00"],
    ["T+00:25", "01:35"],
    ["T+0:25:30", "01:35"],
    ["T+1.5h", "02:40"],
    ["T0+25min", "01:35"],
    ["T0 + 25 min", "01:35"],
    ["T0+1:50", "03:00"],
    ["T0-10m", "01:00"],
    ["T-10m", "01:00"],
    ["T−0:10", "01:00"],
    ["+25m", "01:35"],
    ["+1:50", "03:00"],
    ["t + 25 min", "01:35"],
    ["**T+25m**", "01:35"],
  ])("as in %s is read", (written, time) => {
    expect(rowsOf(`${START}${table(written)}`)).toEqual([`2025-08-02T${time} row 0`]);
    for (const row of [`- ${written} — DBA called in`, `${written} — DBA called in`]) {
      const text = `${START}## Timeline\n\n${row}\n`;
      expect(rowsOf(text), row).toEqual([`2025-08-02T${time} DBA called in`]);
    }
    const heading = `${START}## Timeline\n\n### ${written}\n\nDBA called in\n`;
    expect(rowsOf(heading)).toEqual([`2025-08-02T${time} DBA called in`]);
  });

  test("is reported where nothing says from when, and never read as a time of day", () => {
    const text = `# 2025-08-02: orders lost\n\n${table("T+1:50", "T+0", "+0:25", "T+25")}`;
    expect(rowsOf(text)).toEqual(["? row 0", "? row 1", "? row 2", "? row 3"]);
  });

  test.each(["T+0 (2025-08-02 09:00 UTC)", "T0 = 2025-08-02 09:00 UTC", "T+0 = 2025-08-02 09:00"])(
    "counts from the row %s",
    (zero) => {
      const rows = ["2025-08-02T09:00 deploy", "2025-08-02T09:25 root cause identified"];
      const text = `## Timeline\n\n- ${zero}: deploy\n- T+25m: root cause identified\n`;
      expect(rowsOf(text)).toEqual(rows);
    },
  );

  test("counts from a row with the time alone, on the day of the document", () => {
    const text = `# 2025-08-02: orders lost\n\n${table("T-5m", "T+0 (09:00)", "T+1:10", "11:00")}`;
    expect(rowsOf(text)).toEqual([
      "2025-08-02T08:55 row 0",
      "2025-08-02T09:00 row 1",
      "2025-08-02T10:10 row 2",
      "2025-08-02T11:00 row 3",
    ]);
  });

  test("counts from the frontmatter's start", () => {
    const times = "---\ntimes:\n  started: 2025-08-02T01:10:00Z\n---\n";
    expect(rowsOf(`${times}${table("T+1:50")}`)).toEqual(["2025-08-02T03:00 row 0"]);
  });

  test("is no clock time of a label either", () => {
    const label = "Root cause identified at: T+1:10\n\n";
    expect(read(`# 2025-08-02: orders\n\n${label}`).milestones.diagnosed).toBeNull();
    const at = read(`${START}${label}`).milestones.diagnosed?.value ?? 0;
    expect(new Date(at).toISOString()).toBe("2025-08-02T02:20:00.000Z");
  });

  test("leaves offsets and times of day beside it alone", () => {
    const text = table("2025-08-02 02:15 +02:00", "2025-08-02 02:20 UTC (T+5m)");
    expect(rowsOf(text)).toEqual(["2025-08-02T00:15 row 0", "2025-08-02T02:20 row 1"]);
  });

  test("makes rows a timeline that nothing calls one", () => {
    const text = `${START}T+0 deploy\nT+5m errors\nT+1h resolved\n`;
    expect(rowsOf(text)).toHaveLength(3);
  });

  const ROWS = "- T+0 errors begin\n- T+12 alert fires\n- T+45 resolved\n";
  test.each([
    ["beside the date", `**Date:** 2026-03-04. T0 = 14:02 UTC\n\n## Timeline\n\n${ROWS}`],
    [
      "in a sentence above",
      `Date: 2026-03-04\n\n## Timeline\n\nTimes are relative to T0 = 14:02 UTC.\n\n${ROWS}`,
    ],
    [
      "in the heading",
      `Date: 2026-03-04\n\n## Timeline (minutes since the deploy at 14:02 UTC)\n\n${ROWS}`,
    ],
    ["below", `Date: 2026-03-04\n\n## Timeline\n\n${ROWS}\nT+0 is 14:02 UTC.\n`],
  ])("counts from a time that is told %s", (_, text) => {
    expect(rowsOf(`# Q\n\n${text}`)).toEqual([
      "2026-03-04T14:02 errors begin",
      "2026-03-04T14:14 alert fires",
      "2026-03-04T14:47 resolved",
    ]);
  });

  test("counts from none of several that are told", () => {
    const zeros = "First wave: T0 = 14:02 UTC. Second wave: T0 = 16:40 UTC.";
    const text = `# 2026-03-04: orders lost\n\n${zeros}\n\n## Timeline\n\n${ROWS}`;
    expect(rowsOf(text).map((row) => row.charAt(0))).toEqual(["?", "?", "?"]);
  });

  test("without a unit is in minutes, in doubt where it may be in hours", () => {
    const rows = read(`${START}${table("T+0", "T+3", "T+9")}`).timeline?.rows ?? [];
    expect(rows.map(({ confidence }) => confidence)).toEqual([undefined, "low", "low"]);
    expect(
      rowsOf(`${START}| Minute | Event |\n|---|---|\n| 0 | a |\n| 3 | b |\n| 9 | c |\n`),
    ).toEqual(["2025-08-02T01:10 a", "2025-08-02T01:13 b", "2025-08-02T01:19 c"]);
  });

  test.each([
    ROWS,
    "- minute 0: errors begin\n- minute 12: alert fires\n- minute 45: resolved\n",
    "- 0 min – errors begin\n- +12 min – alert fires\n- +45 min – resolved\n",
    "- +00:00 errors begin\n- +00:12 alert fires\n- +00:45 resolved\n",
  ])("tells lengths, and no instant, where nobody says from when: %j", (rows) => {
    const { milestones, statedDurations } = read(`# Q\n\n## Timeline\n\n${rows}`);
    expect(Object.values(milestones).filter((fact) => fact !== null)).toEqual([]);
    expect(statedDurations.detect).toMatchObject({ value: 12, source: { how: "computed" } });
    expect(statedDurations.resolve?.value).toBe(45);
  });
});

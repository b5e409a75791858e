import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

/** The rows of a timeline of plain lines: their times and the beginnings of their texts. */
function rowsOf(body: string): readonly string[] {
  const { timeline } = read(`# 2026-03-14: tills\n\n## Timeline (UTC)\n\n${body}\n`);
  return (timeline?.rows ?? []).map(({ at, text }) => {
    const time = at === null ? "?" : new Date(at).toISOString().slice(11, 16);
    return `${time} ${text}`;
  });
}

const TABLE =
  "| Time | Event |\n|---|---|\n| 10:00 | Tills fail |\n| 10:40 | Tills print again |\n\n";
const ROWS = ["10:00 Tills fail", "10:40 Tills print again"];

describe("a line that begins with a time", () => {
  test.each([
    [
      "behind a bracket that an earlier line opens",
      "It took the rest of the hour (10:05 to\n10:40) until all tills printed.",
    ],
    [
      "behind a word for its beginning",
      "Nobody looked at the tills from\n10:05 until the first call.",
    ],
    ["behind a word for its end", "The tills printed nothing until\n10:40, when paper was found."],
    ["behind an arrow", "Time to detect: five minutes (10:00 →\n10:05) as measured by the check."],
  ])("%s is no row", (_, prose) => {
    expect(rowsOf(TABLE + prose)).toEqual(ROWS);
  });

  test.each([
    ["below another row", "10:00 Tills fail\n10:40 Tills print again"],
    ["below what introduces it", "What happened:\n10:00 Tills fail\n10:40 Tills print again"],
    [
      "with a bracket that is its own mark",
      "1) Tills\n\n10:00) Tills fail\n10:40) Tills print again",
    ],
    ["in brackets", "[10:00] Tills fail\n[10:40] Tills print again"],
  ])("%s is a row", (_, prose) => {
    expect(rowsOf(prose)).toEqual(ROWS);
  });
});

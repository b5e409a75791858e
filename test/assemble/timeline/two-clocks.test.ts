import { expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

/** The instants of the rows of a document's timeline, in doubt or not, and their texts. */
function rowsOf(text: string): readonly string[] {
  const { timeline } = read(text);
  return (timeline?.rows ?? []).map(({ at, confidence, text: said }) => {
    const instant = at === null ? "unread" : new Date(at).toISOString().slice(0, 16);
    return `${instant}${confidence === "low" ? "?" : ""} ${said}`;
  });
}

function table(...lines: readonly string[]): string {
  const [head = ""] = lines;
  const rule = head.replace(/[^|]+/g, "---");
  return [head, rule, ...lines.slice(1)].join("\n");
}

test.each([
  table(
    "| Local time | UTC | Event |",
    "| 15:30 | 13:30 | Queue stops |",
    "| 15:41 | 13:41 | Alert fires |",
  ),
  table(
    "| UTC | CEST | Event |",
    "| 13:30 | 15:30 | Queue stops |",
    "| 13:41 | 15:41 | Alert fires |",
  ),
  table(
    "| Event | PT | UTC |",
    "| Queue stops | 06:30 | 13:30 |",
    "| Alert fires | 06:41 | 13:41 |",
  ),
])("columns of two clocks tell the same rows once, by the one whose zone is known: %j", (rows) => {
  expect(rowsOf(`# Q\n\nDate: 2026-04-12\n\n## Timeline\n\n${rows}\n`)).toEqual([
    "2026-04-12T13:30 Queue stops",
    "2026-04-12T13:41 Alert fires",
  ]);
});

test("the clock of the days is read where their column names its zone", () => {
  const rows = table(
    "| Date (JST) | JST | UTC | Event |",
    "| 2026-04-15 | 00:20 | 15:20 | Queue stops |",
    "| 2026-04-15 | 00:31 | 15:31 | Alert fires |",
  );
  expect(rowsOf(`# Q\n\n## Timeline\n\n${rows}\n`)).toEqual([
    "2026-04-14T15:20 Queue stops",
    "2026-04-14T15:31 Alert fires",
  ]);
});

test("where the clocks show different days and nothing says whose day it is, all rows are in doubt", () => {
  const rows = table(
    "| UTC | JST | Event |",
    "| 15:40 | 00:40 | Queue stops |",
    "| 15:55 | 00:55 | Alert fires |",
  );
  expect(rowsOf(`# Q\n\nDate: 2026-04-15\n\n## Timeline\n\n${rows}\n`)).toEqual([
    "2026-04-15T15:40? Queue stops",
    "2026-04-15T15:55? Alert fires",
  ]);
});

test("a row whose clocks tell two instants is in doubt", () => {
  const rows = table(
    "| Time (UTC) | CEST | Event |",
    "| 06:00 | 08:00 | Queue stops |",
    "| 06:20 | 09:20 | Alert fires |",
    "| 06:45 | 08:45 | Cause found |",
    "| 07:15 | 09:15 | All works again |",
  );
  expect(rowsOf(`# Q\n\nDate: 2026-04-11\n\n## Timeline\n\n${rows}\n`)).toEqual([
    "2026-04-11T06:00 Queue stops",
    "2026-04-11T06:20? Alert fires",
    "2026-04-11T06:45 Cause found",
    "2026-04-11T07:15 All works again",
  ]);
});

test("columns that are not the same times by two clocks stay as they are", () => {
  const rows = table(
    "| Time (UTC) | Fixed at (UTC) | Event |",
    "| 06:00 | 06:10 | Queue stops |",
    "| 06:20 | 07:15 | Alert fires |",
  );
  expect(rowsOf(`# Q\n\nDate: 2026-04-11\n\n## Timeline\n\n${rows}\n`)).toEqual([
    "2026-04-11T06:00 06:10 · Queue stops",
    "2026-04-11T06:20 07:15 · Alert fires",
  ]);
});

test("a time with the same by another clock in brackets has the zone that follows from both", () => {
  const rows = "- 00:30 (22:30 UTC) Queue stops\n- 00:41 (22:41 UTC): Alert fires";
  expect(rowsOf(`# Q\n\nDate: 2026-04-12\n\n## Timeline\n\n${rows}\n`)).toEqual([
    "2026-04-11T22:30 Queue stops",
    "2026-04-11T22:41 Alert fires",
  ]);
});

test("so has one under a label", () => {
  const text =
    "# Q\n\n- Started: 2026-04-22 09:05 (00:05 UTC)\n- Resolved: 2026-04-22 10:40 (01:40 UTC)\n";
  expect(told(text)).toEqual(["started 2026-04-22T00:05", "resolved 2026-04-22T01:40"]);
});

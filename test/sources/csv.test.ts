import { describe, expect, test } from "vitest";
import { collected, told } from "./collected.ts";

const START = Date.UTC(2026, 2, 14, 2, 15);

/** The rows of a CSV as "time who: text". */
async function rows(text: string, timeZone = "UTC", start: number | null = null) {
  const { events, ...rest } = await told(text, timeZone, start);
  const lines = events.map((line) => {
    const [at, , , said, who] = line.split(" | ");
    return who === "–" ? `${at} ${said}` : `${at} ${who}: ${said}`;
  });
  return { lines, ...rest };
}

describe("columns", () => {
  test.each([
    ["Time,Event", "2026-03-14 02:15,Deploy", "02:15:00 Deploy"],
    ["time,author,message", "2026-03-14 02:15,wren,Deploy", "02:15:00 wren: Deploy"],
    ["TIMESTAMP,DESCRIPTION", "2026-03-14T02:15:00Z,Deploy", "02:15:00 Deploy"],
    ["Timestamp;Message;User", "2026-03-14T02:15:00Z;Deploy, v2;wren", "02:15:00 wren: Deploy, v2"],
    ["date\ttime\tsummary\tactor", "2026-03-14\t02:15\tDeploy\twren", "02:15:00 wren: Deploy"],
    ["Date,Time,What happened", "14 March 2026,2:15 AM,Deploy", "02:15:00 Deploy"],
    ["time,date,text", "02:15:04,14/03/2026,Deploy", "02:15:04 Deploy"],
    ["createdAt,userName,Body", "1773454500,wren,Deploy", "02:15:00 wren: Deploy"],
    ["created_at,created_by,body", "1773454500000,wren,Deploy", "02:15:00 wren: Deploy"],
    ["When,Who,What", '"March 14, 2026 2:15 AM",wren,Deploy', "02:15:00 wren: Deploy"],
    ["Date/Time | Notes", "2026-03-14 02:15:04,123 | Deploy", "02:15:04 Deploy"],
    [
      "event time,service,title,description",
      "2026-03-14 02:15,api,Down,all of it",
      "02:15:00 Down: all of it",
    ],
    [
      "id,when,note,permalink",
      "7,2026-03-14 02:15,Deploy,https://example.com/7",
      "02:15:00 Deploy",
    ],
    ["Time (CET),Event", "2026-03-14 03:15,Deploy", "02:15:00 Deploy"],
    ["time_utc,event", "2026-03-14 02:15,Deploy", "02:15:00 Deploy"],
    ["Time (Europe/Berlin),Event", "2026-03-14 03:15,Deploy", "02:15:00 Deploy"],
    ["Time (local),Event", "2026-03-14 02:15,Deploy", "02:15:00 Deploy"],
    ["Date,Time,Event", "2026-03-14 00:00:00,02:15,Deploy", "02:15:00 Deploy"],
    ["Date,Event", "2026-03-14 02:15,Deploy", "02:15:00 Deploy"],
    ["date,time,event", "2026-03-14,2026-03-14T02:15:00Z,Deploy", "02:15:00 Deploy"],
  ])("%s", async (header, row, line) => {
    const { reader, lines, broken, cut } = await rows(`${header}\n${row}\n`);
    expect({ reader, lines, broken, cut }).toEqual({
      ...{ reader: "csv", lines: [line], broken: [], cut: null },
    });
  });

  test("that name people are known as such, whoever of them acts", async () => {
    const { people } = await rows("time,assignee,text,reporter\n2026-03-14 02:15,quill,Hi,wren\n");
    expect(people).toEqual(["quill", "wren"]);
  });
});

describe("a file", () => {
  test("may have a byte order mark, Windows line ends and quoted line breaks", async () => {
    const text = '\uFEFF"Time","Event"\r\n"2026-03-14 02:15","First\r\nsecond, ""third"""\r\n';
    expect((await rows(text)).lines).toEqual(['02:15:00 First\r\nsecond, "third"']);
  });

  test("may name its delimiter, as spreadsheets do, and hold empty rows", async () => {
    const text = "sep=;\r\nTime;Event\r\n;\r\n2026-03-14 02:15;a,b,c\r\n";
    expect(await rows(text)).toMatchObject({
      ...{ lines: ["02:15:00 a,b,c"], skipped: { "empty rows": 1 }, broken: [] },
    });
  });

  test("shows in which order day and month are written; else nobody guesses", async () => {
    const both = "Time,Event\n03/04/2026 02:15,a\n03/14/2026 02:15,b\n";
    expect((await rows(both)).lines).toEqual(["2026-03-04T02:15:00 a", "02:15:00 b"]);
    expect((await rows("Time,Event\n03/04/2026 02:15,a\n")).broken).toEqual([
      "1: time: `03/04/2026 02:15` could be two days; pm.yaml says which is meant by date_order",
    ]);
  });
});

describe("times", () => {
  test("without a date are of the start and of the night after it", async () => {
    const text = "time,event\n02:10,a\n23:50,b\n00:20,c\n";
    expect((await rows(text, "UTC", START)).lines).toEqual([
      ...["02:10:00 a", "2026-03-13T23:50:00 b", "00:20:00 c"],
    ]);
    const evening = await rows(text, "UTC", Date.UTC(2026, 2, 13, 23, 45));
    expect(evening.lines).toEqual(["02:10:00 a", "2026-03-13T23:50:00 b", "00:20:00 c"]);
  });

  test("without a year are of the one that is nearest to the start", async () => {
    const text = "time,event\nDec 31 23:50,a\n";
    expect((await rows(text, "UTC", Date.UTC(2026, 0, 1))).lines).toEqual([
      "2025-12-31T23:50:00 a",
    ]);
  });

  test.each([
    ["02:15", "has no date; add a column date, or say --started"],
    ["Dec 31 23:50", "has no year; write it, or say --started"],
  ])("that nothing completes are named: %s", async (time, why) => {
    expect((await rows(`time,event\n${time},a\n`)).broken).toEqual([`1: time: \`${time}\` ${why}`]);
  });

  test.each(["soon", "v2.15 was deployed", "quill at 02:15", "2026-13-40", ""])(
    "that are none are named, without words that may be names: %s",
    async (time) => {
      const { broken } = await rows(`time,event\n${time},a\n`);
      const shown = /^\d/.test(time) ? `time: \`${time}\` is no time` : "time: no time";
      expect(broken).toEqual([`1: ${time === "" ? "no time" : shown}`]);
    },
  );

  test("in a zone that nobody knows are named", async () => {
    expect((await rows("Time (XQZT),event\n2026-03-14 02:15,a\n")).broken).toEqual([
      "1: time: `2026-03-14 02:15` is in the zone XQZT, which pm does not know",
    ]);
  });
});

const NEEDS =
  "pm needs one for the time (time, timestamp, datetime, or date and time) and one for what happened (text, message, event, description or summary)";

test.each([
  ["no time", "service,message\napi,down\n", "its columns are `service`, `message`; "],
  ["no text", "Time,Severity\n2026-03-14 02:15,high\n", "its columns are `Time`, `Severity`; "],
  ["no header", "2026-03-14 02:15,down\n", "its first line names no columns; "],
  [
    "many columns",
    `${Array.from({ length: 14 }, (_one, at) => `c${String(at)}`).join(",")}\n`,
    "its columns are `c0`, `c1`, `c2`, `c3`, `c4`, `c5`, `c6`, `c7`, `c8`, `c9`, `c10`, `c11` and 2 more; ",
  ],
])("a file with %s says what it has and what it needs", async (_what, text, has) => {
  expect(await rows(text)).toMatchObject({ reader: null, lines: [], useless: `${has}${NEEDS}` });
});

test("a file in UTF-16, as spreadsheets write it", async () => {
  const bytes = Buffer.from("\uFEFFTime\tEvent\r\n2026-03-14 02:15\tDeploy\r\n", "utf16le");
  const { events } = await collected(bytes);
  expect(events.map(({ said }) => said)).toEqual(["Deploy"]);
});

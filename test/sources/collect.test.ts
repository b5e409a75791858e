import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readExport } from "../../src/read/export-files.ts";
import { collector } from "../../src/sources/collect.ts";
import { ROOT } from "../support/root.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { collected, eventLine, timesIn } from "./collected.ts";

const FIXTURES = join(ROOT, "test/sources/fixtures");
const PAGES = readFileSync(join(FIXTURES, "pagerduty.json"), "utf8");

const message = (second: number, text: string) =>
  `{"type":"message","ts":"${1773454860 + second}.0","user":"U0QUILL01","text":${JSON.stringify(text)}}`;

describe("a file is read as it comes", () => {
  test.each([1, 7, 100])("in pieces of %i bytes", async (chunk) => {
    const whole = await collected(PAGES);
    expect(await collected(PAGES, { chunk })).toEqual(whole);
    expect(whole.events).toHaveLength(5);
    const slack = `[${message(0, "naïve “quotes” 🚒")}]`;
    expect((await collected(slack, { chunk })).events[0]?.said).toBe("naïve “quotes” 🚒");
  });

  test.each([
    ["one list after the other", `[${message(0, "a")}][${message(1, "b")}]`],
    ["an object on each line", `${message(0, "a")}\n${message(1, "b")}\n`],
    ["a byte order mark", `\uFEFF[${message(0, "a")},${message(1, "b")}]`],
    ["blank lines before", `\n\n  [${message(0, "a")},${message(1, "b")}]\n`],
    [
      "a list under a key",
      `{"ok":true,"messages":[${message(0, "a")},${message(1, "b")}],"has_more":false}`,
    ],
  ])("also with %s", async (_name, text) => {
    const { events, files } = await collected(text);
    expect(events.map(({ said }) => said)).toEqual(["a", "b"]);
    expect(files).toMatchObject([{ entries: 2, events: 2, broken: [], cut: null }]);
  });

  test.each<[string, string, string]>([
    [
      "is cut off",
      `[${message(0, "a")},${message(1, "b")},{"type":"mess`,
      "it ends in the middle of a value",
    ],
    [
      "is broken",
      `[${message(0, "a")},${message(1, "b")},}, ${message(2, "c")}]`,
      'unexpected "}"',
    ],
  ])("what stands before the place is kept where it %s", async (_name, text, cut) => {
    const { events, files } = await collected(text);
    expect(events.map(({ said }) => said)).toEqual(["a", "b"]);
    expect(files).toMatchObject([{ entries: 2, cut }]);
  });

  test("entries of other forms are counted and named with their place", async () => {
    const { files } = await collected(
      `[${message(0, "a")}, 7, {"type":"unheard"}, {"type":"message","ts":null}]`,
    );
    expect(files[0]?.broken).toEqual([
      { index: 2, why: "not an entry that Slack exports" },
      { index: 3, why: "not an entry that Slack exports" },
      { index: 4, why: "ts: no time" },
    ]);
  });

  test.each([
    ["another JSON", '[{"a":1},{"b":2}]', 2, null],
    ["prose", "Dear team,\nall is well.\n", 0, null],
    ["nothing", "", 0, "it holds nothing"],
    ["bytes", new Uint8Array([0, 1, 2, 255, 254]), 0, null],
  ])("%s is nobody's", async (_name, content, entries, cut) => {
    const { events, files } = await collected(content);
    expect(events).toEqual([]);
    expect(files).toMatchObject([{ reader: null, entries, cut }]);
  });

  test("the user names the reader where none recognises it", async () => {
    const { files } = await collected('[{"type":"unheard"}]', { force: "slack" });
    expect(files).toMatchObject([
      { reader: { name: "slack" }, broken: [{ index: 1, why: "not an entry that Slack exports" }] },
    ]);
  });

  test("cells of a CSV may hold other delimiters, and a last one its own", async () => {
    const rows = async (text: string) => (await collected(text)).events.map(({ said }) => said);
    expect(await rows("time,text\n2026-03-14T02:21Z,slow; then down, for all\n")).toEqual([
      "slow; then down, for all",
    ]);
    expect(await rows("text;time\nslow, then down;2026-03-14T02:21Z\n")).toEqual([
      "slow, then down",
    ]);
    expect(await rows('time\ttext\n2026-03-14T02:21Z\tsaid "down"\n')).toEqual(['said "down"']);
  });
});

test("who acts in an event that is not kept is still known, and so withheld elsewhere", async () => {
  const { open, finish } = collector({ times: timesIn(), keeps: () => false });
  const file = open({ input: "rows.csv", name: "rows.csv", forced: null });
  file.write(Buffer.from("time,text,who\n2026-03-14T02:00:00Z,nothing yet,payments-oncall\n"));
  file.end(null);
  const { events, people, outside } = await finish();
  expect({ events, people, outside }).toEqual({
    events: [],
    people: [{ names: ["payments-oncall"], isProgram: false }],
    outside: 1,
  });
});

describe("an export may be a file, a folder or an archive", () => {
  const { path, put } = useTemporaryFolder();

  async function read(name: string) {
    const { open, finish } = collector({ times: timesIn() });
    const why = await readExport(path(name), name, (file) =>
      open({ input: name, name: file, forced: null }),
    );
    const { events, files } = await finish();
    return {
      why,
      events: events.map(eventLine),
      files: files.map((one) => [one.name, one.reader?.name ?? null, one.cut]),
    };
  }

  const day = `[${message(0, "a")},${message(1, "b")}]`;
  const lines = [
    "02:21:00 | message | – | a | U0QUILL01 | –",
    "02:21:01 | message | – | b | U0QUILL01 | –",
  ];

  test("a folder", async () => {
    await put("slack/users.json", '[{"id":"U0QUILL01","name":"q","profile":{}}]');
    await put("slack/inc/2026-03-14.json", day);
    await put("slack/notes.txt", "hello");
    expect(await read("slack")).toEqual({
      why: null,
      events: lines,
      files: [
        ["slack/inc/2026-03-14.json", "slack", null],
        ["slack/notes.txt", null, null],
        ["slack/users.json", "slack", null],
      ],
    });
  });

  const archive = zipSync({
    "inc/2026-03-14.json": strToU8(day),
    "__MACOSX/inc/._2026-03-14.json": strToU8("x"),
  });

  test("an archive, whatever its name", async () => {
    await put("export", archive);
    expect(await read("export")).toEqual({
      why: null,
      events: lines,
      files: [["export:inc/2026-03-14.json", "slack", null]],
    });
  });

  test("an archive that is cut off", async () => {
    await put("cut.zip", archive.subarray(0, 90));
    const { files } = await read("cut.zip");
    expect(files).toHaveLength(1);
    expect(files[0]?.[2]).toBe("the archive is damaged or ends in the middle");
  });

  test("what cannot be read says why", async () => {
    await put("empty.json", "");
    expect((await read("empty.json")).why).toBe("an empty file");
    expect((await read("missing.json")).why).toBe("no such file");
    await put("nothing/.keep", "");
    expect((await read("nothing")).events).toEqual([]);
  });
});

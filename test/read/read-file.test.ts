import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { no } from "../../src/core/result.ts";
import { readSourceFile } from "../../src/read/read-file.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pm-read-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test.each([
  ["a byte order mark", Buffer.from("\ufeffé\n", "utf8"), "é\n"],
  ["CRLF", Buffer.from("a\r\nb\r", "utf8"), "a\nb\n"],
  ["UTF-16", Buffer.from("\ufeffé", "utf16le"), "é"],
])("%s is decoded", async (_name, bytes, text) => {
  await writeFile(join(folder, "a.md"), bytes);
  expect(await readSourceFile(join(folder, "a.md"), "a.md")).toEqual({
    ok: true,
    value: { path: "a.md", text },
  });
});

test.each([
  ["a NUL", Buffer.from("a\0b")],
  ["a byte that is no UTF-8", Buffer.from([0x61, 0xff])],
])("%s makes a file unreadable", async (_name, bytes) => {
  await writeFile(join(folder, "a.md"), bytes);
  const unreadable = { path: "a.md", message: "not UTF-8 text; save it with the encoding UTF-8" };
  expect(await readSourceFile(join(folder, "a.md"), "a.md")).toEqual(no(unreadable));
});

test("a file that is unreadable changes nothing for the next", async () => {
  await writeFile(join(folder, "a.md"), Buffer.from([0x61, 0xe2, 0x82]));
  await writeFile(join(folder, "c.md"), Buffer.from("\ufeffé\n", "utf8"));
  await readSourceFile(join(folder, "a.md"), "a.md");
  const read = await readSourceFile(join(folder, "c.md"), "c.md");
  expect(read).toEqual({ ok: true, value: { path: "c.md", text: "é\n" } });
});

test("a file that does not exist is unreadable", async () => {
  const unreadable = { path: "b.md", message: "no such file" };
  expect(await readSourceFile(join(folder, "b.md"), "b.md")).toEqual(no(unreadable));
});

import { mkdir, readdir, symlink } from "node:fs/promises";
import { expect, test } from "vitest";
import { finishReplacing, removeLeftFolders } from "../../src/write/left-folders.ts";
import { writeNewFolder } from "../../src/write/write-folder.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const file = (name: string, content: string) => ({
  path: name,
  content: () => Promise.resolve(content),
});
const FILES = [file("deep/a.txt", "a"), file("mark.json", "{}")];

function write(name: string, files = FILES, force = false) {
  const place = { path: name, absolutePath: path(name), folders: [path()] };
  return writeNewFolder(place, files, { force, marker: "mark.json" });
}

test("writes a folder with the folders above it", async () => {
  await write("x/out");
  expect(await read("x/out/deep/a.txt")).toBe("a");
  expect(await readdir(path("x"))).toEqual(["out"]);
});

test("writes nothing where one file fails", async () => {
  const broken = { path: "b.txt", content: () => Promise.reject(new Error("no")) };
  await expect(write("out", [...FILES, broken])).rejects.toThrow("no");
  expect(await readdir(path())).toEqual([]);
});

test("fills an empty folder", async () => {
  await mkdir(path("out"));
  await write("out");
  expect(await read("out/mark.json")).toBe("{}");
});

test("replaces a folder of its own only with force, and then whole", async () => {
  await write("out", [...FILES, file("old.txt", "old")]);
  await expect(write("out")).rejects.toThrow("out already exists; nothing was written");
  await write("out", [file("mark.json", "2")], true);
  expect(await readdir(path("out"))).toEqual(["mark.json"]);
  expect(await readdir(path())).toEqual(["out"]);
});

test("keeps the old folder where the new one fails", async () => {
  await write("out");
  const broken = { path: "b.txt", content: () => Promise.reject(new Error("no")) };
  await expect(write("out", [broken], true)).rejects.toThrow("no");
  expect(await read("out/deep/a.txt")).toBe("a");
});

test("never replaces what is not its own", async () => {
  await put("out/notes.md", "mine");
  await put("file", "mine");
  for (const name of ["out", "file"]) {
    await expect(write(name, FILES, true)).rejects.toThrow(
      "is not a folder that this command wrote",
    );
  }
  expect(await read("out/notes.md")).toBe("mine");
});

test("follows no link out of the folder", async () => {
  await mkdir(path("inside"));
  await symlink("/", path("inside/link"));
  const place = { path: "o", absolutePath: path("inside/link/o"), folders: [path()] };
  await expect(writeNewFolder(place, FILES, { force: false, marker: "mark.json" })).rejects.toThrow(
    "a link leads out of the folder",
  );
});

const UNFINISHED = ".out.pm-0123456789ab";

test.each([
  ["the new one, which was whole", [UNFINISHED, `${UNFINISHED}.old`], UNFINISHED],
  ["the old one, where there is no new one", [`${UNFINISHED}.old`], `${UNFINISHED}.old`],
] as const)("a run that was killed while it replaced a folder: %s", async (_what, left, kept) => {
  for (const name of left) await put(`${name}/mark.json`, name);
  await expect(write("out")).rejects.toThrow("out already exists; nothing was written");
  expect(await read("out/mark.json")).toBe(kept);
});

test("nothing is put in the place of a folder that is there", async () => {
  await put("out/mark.json", "there");
  await put(`${UNFINISHED}.old/mark.json`, "old");
  await finishReplacing(path("out"));
  expect(await read("out/mark.json")).toBe("there");
});

test("removes what was left beside a folder for a minute, and nothing else", async () => {
  await write("out");
  await put(`${UNFINISHED}/deep/a.txt`, "a");
  await put(`${UNFINISHED}.old/mark.json`, "{}");
  await put(".other.pm-0123456789ab/mark.json", "{}");
  await put(".out.pm-mine/mark.json", "{}");
  await write("out", FILES, true);
  expect(await readdir(path())).toContain(UNFINISHED);
  const later = Date.now() + 61_000;
  await removeLeftFolders(path("out"), later);
  expect((await readdir(path())).toSorted()).toEqual([
    ".other.pm-0123456789ab",
    ".out.pm-mine",
    "out",
  ]);
});

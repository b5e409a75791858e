import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeFolders } from "../../src/write/write-file.ts";

describe("making folders", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pm-folders-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("makes all that are missing, and leaves those that are there", async () => {
    const made: string[] = [];
    const make = (path: string) => {
      made.push(path);
      return mkdir(path);
    };
    await makeFolders(join(folder, "a", "b"), make);
    await makeFolders(join(folder, "a", "b", "c"), make);
    expect(made).toEqual(["a", "a/b", "a/b/c"].map((path) => join(folder, path)));
    expect((await stat(join(folder, "a", "b", "c"))).isDirectory()).toBe(true);
  });

  it("ends where a folder takes no other, though it is there", async () => {
    const tried: string[] = [];
    const refuse = (path: string) => {
      tried.push(path);
      return Promise.reject(Object.assign(new Error("refused"), { code: "ENOENT" }));
    };
    await expect(makeFolders(join(folder, "a", "b"), refuse)).rejects.toThrow("refused");
    expect(tried).toEqual([join(folder, "a")]);
  });

  it("is content with a folder that another run makes at the same time", async () => {
    const overtaken = async (path: string) => {
      await mkdir(path);
      await mkdir(path);
    };
    await makeFolders(join(folder, "a"), overtaken);
    expect((await stat(join(folder, "a"))).isDirectory()).toBe(true);
  });

  it("says that a file stands in the way", async () => {
    await writeFile(join(folder, "a"), "");
    await expect(makeFolders(join(folder, "a", "b"))).rejects.toThrow("ENOTDIR");
  });
});

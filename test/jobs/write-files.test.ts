import { mkdir } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { updateInProject, writeAllOrNone } from "../../src/jobs/write-files.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { openProject } from "../../src/project/project.ts";
import type { EditedFile } from "../../src/write/edit-document.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const project = () => openProject({ cwd: path(), dir: null, configPath: null }, RULES);

beforeEach(async () => {
  await put("pm.yaml", "folder: .\n");
});

describe("a file that runs change at the same time", () => {
  const place = () => ({ path: "list.yaml", absolutePath: path("list.yaml") });

  test("has what each of them added", async () => {
    const opened = await project();
    const names = ["one", "two", "three", "four"];
    const add = async (name: string) => {
      const before = await read("list.yaml").catch(() => "");
      return `${before}- ${name}\n`;
    };
    await Promise.all(names.map((name) => updateInProject(place(), () => add(name), opened)));
    const lines = (await read("list.yaml")).trimEnd().split("\n");
    expect(lines.toSorted()).toEqual(["- four", "- one", "- three", "- two"]);
  });

  test("is left alone when it changes again and again", async () => {
    let times = 0;
    const textOf = async () => {
      times += 1;
      await put("list.yaml", String(times));
      return "mine";
    };
    await expect(updateInProject(place(), textOf, await project())).rejects.toThrow(
      "list.yaml was not written: it changed while pm read it",
    );
    expect(await read("list.yaml")).toBe(String(times));
  });

  test("is named where it cannot be read", async () => {
    await mkdir(path("list.yaml"));
    const done = updateInProject(place(), () => Promise.resolve(""), await project());
    await expect(done).rejects.toThrow(/^list\.yaml could not be read \(EISDIR\)$/);
  });
});

test("what was written is put back where the next file changed, except over what others wrote", async () => {
  const edited = (name: string): EditedFile => {
    const [before, after] = ["old\n", "new\n"];
    const bytes = { bytes: Buffer.from(after), bytesBefore: Buffer.from(before) };
    return { path: name, absolutePath: path(name), before, after, ...bytes };
  };
  for (const name of ["a.md", "b.md"]) await put(name, "old\n");
  await put("c.md", "theirs\n");
  const files = ["a.md", "b.md", "c.md"].map(edited);
  await expect(writeAllOrNone(files, await project())).rejects.toThrow("c.md was not written");
  expect([await read("a.md"), await read("b.md"), await read("c.md")]).toEqual([
    ...["old\n", "old\n", "theirs\n"],
  ]);
});

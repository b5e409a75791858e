import { readdir, utimes } from "node:fs/promises";
import { expect, test } from "vitest";
import { removeOldSlots } from "../../src/write/old-slots.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

async function putAt(name: string, day: number): Promise<void> {
  await put(name, "");
  const at = new Date(Date.UTC(2026, 0, day));
  await utimes(path(name), at, at);
}

test("keeps the slots that were written last, whole, and all files that are no slots", async () => {
  await putAt("facts-000000000001-0", 1);
  await putAt("facts-000000000001-f", 4);
  await putAt("facts-000000000002-0", 2);
  await putAt("findings-000000000003-a", 3);
  await putAt("compared-000000000004-a", 5);
  // Results are counted by themselves.
  for (const at of [1, 2, 3, 4]) await putAt(`results-00000000001${at}-0`, at);
  await putAt(".gitignore", 1);
  await putAt("notes", 1);
  await removeOldSlots(path(), 3);
  expect((await readdir(path())).toSorted()).toEqual([
    ".gitignore",
    "compared-000000000004-a",
    "facts-000000000001-0",
    "facts-000000000001-f",
    "findings-000000000003-a",
    "notes",
    ...[2, 3, 4].map((at) => `results-00000000001${at}-0`),
  ]);
  await removeOldSlots(path(), 3);
  expect(await readdir(path())).toHaveLength(9);
});

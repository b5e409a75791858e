import { readdir, symlink, utimes } from "node:fs/promises";
import { expect, test } from "vitest";
import { removeOldCaches } from "../../src/write/old-caches.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();
const NOW = Date.UTC(2026, 6, 1);

/** A cache to which something was written so many days ago. */
async function putCache(name: string, days: number, files: readonly string[] = []): Promise<void> {
  for (const file of [".gitignore", "findings-0123456789ab-0", ...files])
    await put(`${name}/${file}`, "*\n");
  const at = new Date(NOW - days * 24 * 60 * 60 * 1000);
  await utimes(path(`${name}/.gitignore`), at, at);
}

test("removes caches that nothing was written to for 90 days, and nothing else", async () => {
  await putCache("0000000000a1", 91, [".findings-0123456789ab-0.pm-0123456789ab"]);
  await putCache("0000000000a2", 89);
  await putCache("0000000000a3", 91, ["notes.md"]);
  await putCache("photos", 91);
  await put("0000000000a4/facts-0123456789ab-0", "");
  await put("0000000000a5", "");
  await putCache("elsewhere/0000000000a6", 91);
  await symlink(path("elsewhere/0000000000a6"), path("0000000000a6"), "junction");
  await removeOldCaches(path(), NOW);
  const kept = ["0000000000a2", "0000000000a3", "0000000000a4", "0000000000a5", "0000000000a6"];
  expect((await readdir(path())).toSorted()).toEqual([...kept, "elsewhere", "photos"]);
  expect(await readdir(path("0000000000a3"))).toHaveLength(3);
  expect(await readdir(path("elsewhere/0000000000a6"))).toHaveLength(2);
});

test("a folder that is not there has none", async () => {
  await expect(removeOldCaches(path("none"), NOW)).resolves.toBeUndefined();
});

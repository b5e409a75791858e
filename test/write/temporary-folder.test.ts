import { readdir, utimes } from "node:fs/promises";
import { expect, test } from "vitest";
import { withTemporaryFolder } from "../../src/write/temporary-folder.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

test("is there while something runs; what a killed run left a day ago goes too", async () => {
  const day = 24 * 60 * 60;
  for (const [name, age] of [
    ["postmortem-signal-Ab3xYz", day + 60],
    ["postmortem-signal-Recent", day - 60],
    ["postmortem-signal-notOurs1", day + 60],
  ] as const) {
    await put(`${name}/tables/a.parquet`, "a");
    const then = Date.now() / 1000 - age;
    await utimes(path(name), then, then);
  }
  const kept = ["postmortem-signal-Recent", "postmortem-signal-notOurs1"];
  const names = await withTemporaryFolder(() => readdir(path()), path());
  expect(names).toHaveLength(3);
  expect(names).toEqual(expect.arrayContaining(kept));
  expect((await readdir(path())).toSorted()).toEqual(kept);
});

test("where none can be made, a sentence says so", async () => {
  const made = withTemporaryFolder(() => Promise.resolve(1), path("nowhere"));
  await expect(made).rejects.toThrow(/nowhere: no temporary folder could be made \(ENOENT\)$/);
});

import { lstat, readdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { SHARD_NAME } from "./old-slots.ts";
import { isUnfinished } from "./write-file.ts";

/** Names of folders that hold the cache of one project. */
const CACHE_NAME = /^[0-9a-f]{12}$/;
/** It is written anew by each run that remembers something. */
const MARK = ".gitignore";
const DAY = 24 * 60 * 60 * 1000;
/** A cache that nothing was written to for so long is of a project that is gone, or made again in one run. */
const LONGEST_UNUSED = 90 * DAY;

async function isUnused(cache: string, now: number): Promise<boolean> {
  const [folder, mark] = await Promise.all([cache, join(cache, MARK)].map((path) => lstat(path)));
  return (
    folder?.isDirectory() === true && mark !== undefined && now - mark.mtimeMs > LONGEST_UNUSED
  );
}

/** Removes a cache, file by file, the mark last; not one that holds something else as well. */
async function removeCache(cache: string): Promise<void> {
  const names = (await readdir(cache)).filter((name) => name !== MARK);
  if (!names.every((name) => SHARD_NAME.test(name) || isUnfinished(name))) return;
  for (const name of [...names, MARK]) await rm(join(cache, name), { force: true });
  await rmdir(cache);
}

/**
 * Removes the caches of projects that nothing was written to for 90 days.
 * @param folder that of the caches of all projects.
 * @param now milliseconds since 1970, by the clock of the file system.
 */
export async function removeOldCaches(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => CACHE_NAME.test(one))) {
    const cache = join(folder, name);
    if (await isUnused(cache, now).catch(() => false))
      await removeCache(cache).catch(() => undefined);
  }
}

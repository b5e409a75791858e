import { join } from "node:path";
import { sha256 } from "../core/sha256.ts";
import { stampOf } from "../read/file-stamp.ts";
import { removeOldCaches } from "../write/old-caches.ts";
import { removeOldSlots } from "../write/old-slots.ts";
import { removeLeftovers } from "../write/write-file.ts";

/** Where a project remembers what was read of its documents. */
export interface CacheFolder {
  readonly path: string;
  /** Those that no link may lead it out of. */
  readonly folders: readonly string[];
  /** The folder of the caches of all projects, where this is one of them. */
  readonly home: string | null;
  /** What all that is remembered rests on beside the documents. */
  readonly key: string;
  /** Called with the path of each file that cannot be used, and is made again. */
  readonly onDamage: (path: string) => void;
}

/** What one sort of reading remembers. */
export interface CacheSlot {
  /** Begins the names of its files. */
  readonly name: string;
  /** What it rests on beside the documents and the folder's key. */
  readonly key: string;
}

/** Milliseconds within which a file system may give two changes the same time. */
const COARSEST_CLOCK = 2000;

/**
 * Whether no later change can leave a file's time as it is.
 * @param last when it was last changed.
 * @param began a time of the file system before the file was read.
 */
export function isSure(last: number, began: number): boolean {
  return last < began - COARSEST_CLOCK;
}

/**
 * What the files of a slot rest on: 64 hexadecimal digits. A copy of the folder elsewhere, as one that
 * comes with a repository, does not count.
 */
export function keyOfSlot({ path, key }: CacheFolder, slot: CacheSlot): string {
  const { inode } = stampOf(join(path, ".gitignore")) ?? {};
  return sha256(JSON.stringify([path, String(inode), key, slot.key]));
}

/** Removes what earlier runs left in a folder of the cache, and caches of projects that are gone. */
export async function tidy({ path, home }: CacheFolder, began: number): Promise<void> {
  await removeLeftovers(join(path, ".gitignore"));
  await removeOldSlots(path);
  if (home !== null) await removeOldCaches(home, began);
}

import { join } from "node:path";
import { sha256 } from "../core/sha256.ts";
import { type FileStamp, stampOf } from "../read/file-stamp.ts";
import { readOwnFileNow } from "../read/read-file.ts";
import { removeOldCaches } from "../write/old-caches.ts";
import { removeOldSlots } from "../write/old-slots.ts";
import { prepareOwnFolder, replaceOwnFile } from "../write/own-file.ts";
import { removeLeftovers } from "../write/write-file.ts";
import { parseShard, type Remembered, type Shard, shardText } from "./shard.ts";

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

/** What was read of documents before, by their shown path. */
export interface DocumentStore {
  readonly find: (path: string) => Remembered | undefined;
  /** To be called before any document is read whose reading is to be remembered. */
  readonly begin: () => Promise<void>;
  readonly remember: (path: string, document: Remembered) => void;
  /** Writes what is new, without documents that are not there any more. */
  readonly save: (isThere: (path: string) => boolean) => Promise<void>;
}

/** Files of a slot: one changed document writes one of them. */
const SHARDS = 16;
/** Milliseconds within which a file system may give two changes the same time. */
const COARSEST_CLOCK = 2000;

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
function shardOf(path: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < path.length; at += 1) {
    hash = Math.imul(hash ^ path.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0) % SHARDS;
}

/** The stamp, unless a change right after the reading could leave it as it is. */
function sureStamp(stamp: FileStamp | null, began: number | null): FileStamp | null {
  if (stamp === null || began === null) return null;
  const last = Math.max(stamp.modified, stamp.changed);
  return last < began - COARSEST_CLOCK ? stamp : null;
}

/** A copy of the folder elsewhere, as one that comes with a repository, does not count. */
function keyOf({ path, key }: CacheFolder, slot: CacheSlot): string {
  const { inode } = stampOf(join(path, ".gitignore")) ?? {};
  return sha256(JSON.stringify([path, String(inode), key, slot.key]));
}

/** Opens what one sort of reading remembers. */
export function openStore(folder: CacheFolder, slot: CacheSlot): DocumentStore {
  const key = keyOf(folder, slot);
  const shards = new Map<number, Map<string, Remembered>>();
  const changed = new Set<number>();
  let began: number | null = null;
  const pathOf = (shard: number) => join(folder.path, `${slot.name}-${shard.toString(16)}`);

  const load = (shard: number): Shard => {
    const text = readOwnFileNow(pathOf(shard));
    const found = text === null ? "other" : parseShard(text, key);
    if (found === "damaged") folder.onDamage(pathOf(shard));
    return typeof found === "string" ? new Map() : found;
  };
  const shardFor = (path: string): Map<string, Remembered> => {
    const shard = shardOf(path);
    const known = shards.get(shard) ?? new Map(load(shard));
    shards.set(shard, known);
    return known;
  };
  return {
    find: (path) => shardFor(path).get(path),
    begin: async () => {
      began ??= await prepareOwnFolder(folder.path, folder.folders);
    },
    remember: (path, document) => {
      if (began === null) return;
      shardFor(path).set(path, { ...document, stamp: sureStamp(document.stamp, began) });
      changed.add(shardOf(path));
    },
    save: async (isThere) => {
      if (began === null || changed.size === 0) return;
      // The folder may be new, and its key with it.
      const newKey = keyOf(folder, slot);
      for (const shard of changed) {
        const kept = [...(shards.get(shard) ?? [])].filter(([path]) => isThere(path));
        if (!(await replaceOwnFile(pathOf(shard), shardText(newKey, new Map(kept))))) return;
      }
      await removeLeftovers(join(folder.path, ".gitignore"));
      await removeOldSlots(folder.path);
      if (folder.home !== null) await removeOldCaches(folder.home, began);
    },
  };
}

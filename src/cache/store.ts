import { join } from "node:path";
import type { FileStamp } from "../read/file-stamp.ts";
import { readOwnFileNow } from "../read/read-file.ts";
import { prepareOwnFolder, replaceOwnFile } from "../write/own-file.ts";
import { type CacheFolder, type CacheSlot, isSure, keyOfSlot, tidy } from "./folder.ts";
import { parseShard, type Remembered, type Shard, shardFile } from "./shard.ts";

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
  return isSure(Math.max(stamp.modified, stamp.changed), began) ? stamp : null;
}

/** Opens what one sort of reading remembers. */
export function openStore(folder: CacheFolder, slot: CacheSlot): DocumentStore {
  const key = keyOfSlot(folder, slot);
  const shards = new Map<number, Map<string, Remembered>>();
  const changed = new Set<number>();
  let began: number | null = null;
  const pathOf = (shard: number) => join(folder.path, `${slot.name}-${shard.toString(16)}`);

  const load = (shard: number): Shard => {
    const file = readOwnFileNow(pathOf(shard));
    const found = file === null ? "other" : parseShard(file, key);
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
      const newKey = keyOfSlot(folder, slot);
      for (const shard of changed) {
        const kept = [...(shards.get(shard) ?? [])].filter(([path]) => isThere(path));
        if (!(await replaceOwnFile(pathOf(shard), shardFile(newKey, new Map(kept))))) return;
      }
      await tidy(folder, began);
    },
  };
}

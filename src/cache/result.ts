import { join } from "node:path";
import { readOwnFileNow } from "../read/read-file.ts";
import { prepareOwnFolder, replaceOwnFile } from "../write/own-file.ts";
import { type CacheFolder, type CacheSlot, isSure, keyOfSlot, tidy } from "./folder.ts";
import { type Body, openSealed, sealed } from "./sealed.ts";

/** What was made of all documents together, in one file. */
export interface ResultStore {
  /** What was kept for the same slot; null where there is nothing. */
  readonly find: () => Buffer | null;
  /** To be called before any document is read of which the result is made. */
  readonly begin: () => Promise<void>;
  /** Keeps a result. */
  readonly keep: (body: Body) => Promise<void>;
}

/**
 * Opens the place of one result.
 * @param lastChange when the last of the documents changed: one that changes while they are read is not
 * to be missed.
 */
export function openResult(folder: CacheFolder, slot: CacheSlot, lastChange: number): ResultStore {
  const path = join(folder.path, `${slot.name}-0`);
  let began: number | null = null;
  return {
    find: () => {
      const file = readOwnFileNow(path);
      const found = file === null ? "other" : openSealed(file, keyOfSlot(folder, slot));
      if (found === "damaged") folder.onDamage(path);
      return typeof found === "string" ? null : found.body;
    },
    begin: async () => {
      began = await prepareOwnFolder(folder.path, folder.folders);
    },
    keep: async (body) => {
      if (began === null || !isSure(lastChange, began)) return;
      // The folder may be new, and its key with it.
      if (!(await replaceOwnFile(path, sealed(keyOfSlot(folder, slot), body)))) return;
      await tidy(folder, began);
    },
  };
}

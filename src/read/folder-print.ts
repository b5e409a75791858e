import { sha256 } from "../core/sha256.ts";
import { type FileStamp, stampOf } from "./file-stamp.ts";

/** What tells the files of a folder, without a look into them, from what they were before or will be. */
export interface FolderPrint {
  /** SHA-256, hexadecimal, of their paths, sizes, times and inodes. */
  readonly print: string;
  /** When the last of them changed, in milliseconds. */
  readonly lastChange: number;
}

/**
 * The print of some files.
 * @param paths absolute paths, in an order of their own.
 * @param stamps what is known of each already.
 * @returns null where one of them is no regular file, or is gone.
 */
export function folderPrint(
  paths: readonly string[],
  stamps: readonly (FileStamp | null)[] = paths.map(stampOf),
): FolderPrint | null {
  const lines: string[] = [];
  let lastChange = 0;
  for (const [at, path] of paths.entries()) {
    const stamp = stamps[at] ?? null;
    if (stamp === null) return null;
    const { size, modified, changed, inode } = stamp;
    lines.push(`${size} ${modified} ${changed} ${inode} ${path}\0`);
    lastChange = Math.max(lastChange, modified, changed);
  }
  return { print: sha256(lines.join("")), lastChange };
}

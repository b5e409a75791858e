import { sha256 } from "../core/sha256.ts";
import { stampOf } from "./file-stamp.ts";

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
 * @returns null where one of them is no regular file, or is gone.
 */
export function folderPrint(paths: readonly string[]): FolderPrint | null {
  const lines: string[] = [];
  let lastChange = 0;
  for (const path of paths) {
    const stamp = stampOf(path);
    if (stamp === null) return null;
    const { size, modified, changed, inode } = stamp;
    lines.push(`${size} ${modified} ${changed} ${inode} ${path}\0`);
    lastChange = Math.max(lastChange, modified, changed);
  }
  return { print: sha256(lines.join("")), lastChange };
}

import { sha256 } from "../core/sha256.ts";
import { type FileStamp, stampOf } from "./file-stamp.ts";

/** What tells the files of a folder, without a look into them, from what they were before or will be. */
export interface FolderPrint {
  /** SHA-256, hexadecimal, of their paths, sizes, times and inodes. */
  readonly print: string;
  /** When the last of them changed, in milliseconds. */
  readonly lastChange: number;
}

/** Those of a stamp. */
const NUMBERS = 4;

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
  // To write so many numbers out takes longer than all else.
  const numbers = new Float64Array(paths.length * NUMBERS);
  let lastChange = 0;
  for (let at = 0; at < paths.length; at += 1) {
    const stamp = stamps[at] ?? null;
    if (stamp === null) return null;
    const { size, modified, changed, inode } = stamp;
    const place = at * NUMBERS;
    numbers[place] = size;
    numbers[place + 1] = modified;
    numbers[place + 2] = changed;
    numbers[place + 3] = inode;
    lastChange = Math.max(lastChange, modified, changed);
  }
  const ofNumbers = sha256(new Uint8Array(numbers.buffer));
  return { print: sha256([ofNumbers, ...paths].join("\0")), lastChange };
}

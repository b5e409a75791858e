import { statSync } from "node:fs";

/** What tells, without a look into a file, that nobody changed it. Times in milliseconds. */
export interface FileStamp {
  readonly size: number;
  readonly modified: number;
  /** When its inode last changed: a program may set back the other time, but not this one. */
  readonly changed: number;
  readonly inode: number;
}

/** The stamp of a file; null for what is no regular file, or is not there. */
export function stampOf(path: string): FileStamp | null {
  try {
    const found = statSync(path);
    const { size, mtimeMs: modified, ctimeMs: changed, ino: inode } = found;
    return found.isFile() ? { size, modified, changed, inode } : null;
  } catch {
    return null;
  }
}

/** Whether a file is as it was, by all that a stamp tells. */
export function isSameStamp(a: FileStamp, b: FileStamp): boolean {
  const isSameTime = a.modified === b.modified && a.changed === b.changed;
  return isSameTime && a.size === b.size && a.inode === b.inode;
}

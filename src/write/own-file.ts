import { chmod, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { leavesFolders } from "../read/leaving-links.ts";
import { makeFolders, unfinishedPath } from "./write-file.ts";

/** What these files hold is for who wrote them alone, wherever the folder lies. */
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/**
 * Makes a folder for files that pm can make again, which git ignores as a whole and other users
 * cannot read.
 * @param folders those that no link may lead it out of.
 * @returns the time of its file system, in milliseconds; null where nothing can be written there.
 */
export async function prepareOwnFolder(
  folder: string,
  folders: readonly string[],
): Promise<number | null> {
  try {
    if (await leavesFolders(join(folder, ".gitignore"), folders)) return null;
    await makeFolders(folder, (path) => mkdir(path, { mode: PRIVATE_FOLDER }));
    // An earlier version may have made it for all.
    await chmod(folder, PRIVATE_FOLDER);
    await writeFile(join(folder, ".gitignore"), "*\n", { mode: PRIVATE_FILE });
    return (await stat(join(folder, ".gitignore"))).mtimeMs;
  } catch {
    return null;
  }
}

/**
 * Puts a content into such a file: at any moment the file is old or new, but after a power failure it
 * may be neither, so that whoever reads it has to check it. Returns whether it was written.
 */
export async function replaceOwnFile(
  path: string,
  content: readonly Uint8Array[],
): Promise<boolean> {
  const unfinished = unfinishedPath(path);
  try {
    await writeFile(unfinished, content, { mode: PRIVATE_FILE });
    await rename(unfinished, path);
    return true;
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined);
    return false;
  }
}

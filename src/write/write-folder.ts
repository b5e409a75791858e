import { readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UsageError } from "../core/errors.ts";
import { finishReplacing, oldPath, removeLeftFolders } from "./left-folders.ts";
import {
  makeFolders,
  refuseExisting,
  refuseLeaving,
  unfinishedPath,
  type WritePlace,
} from "./write-file.ts";

/** A file of a folder that is written whole. */
export interface FolderFile {
  /** In the folder, with forward slashes. */
  readonly path: string;
  readonly content: () => Promise<string | Uint8Array>;
}

/** How a folder that is in the way is treated. */
export interface Replacing {
  readonly force: boolean;
  /** The file by which a folder is known to have been written by the same command. */
  readonly marker: string;
}

/** What is in the way: nothing, an empty folder, a folder of the same command, or something else. */
async function inTheWay(path: string, marker: string): Promise<"nothing" | "own" | "other"> {
  try {
    const names = await readdir(path);
    if (names.length === 0) return "nothing";
    return names.includes(marker) ? "own" : "other";
  } catch (error) {
    return (error as { code?: string }).code === "ENOENT" ? "nothing" : "other";
  }
}

async function fill(folder: string, files: readonly FolderFile[]): Promise<void> {
  for (const { path, content } of files) {
    const target = join(folder, path);
    await makeFolders(dirname(target));
    await writeFile(target, await content());
  }
}

/** Puts a filled folder into its place; what stood there is put back if that fails. */
async function swap(filled: string, place: string, isReplacing: boolean): Promise<void> {
  if (!isReplacing) {
    // An empty folder may stand there; a link, or a folder that was filled since, stops this.
    await rm(place, { recursive: false }).catch(() => undefined);
    await rename(filled, place);
    return;
  }
  const old = oldPath(filled);
  await rename(place, old);
  try {
    await rename(filled, place);
  } catch (error) {
    await rename(old, place);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/**
 * Writes a folder of files, whole or not at all. What a run that was killed left is put in order first.
 * @throws {UsageError} where something is in the way: a folder of the same command is replaced with
 *   `force`, anything else never.
 */
export async function writeNewFolder(
  place: WritePlace,
  files: readonly FolderFile[],
  { force, marker }: Replacing,
): Promise<void> {
  const { path, absolutePath } = place;
  await refuseLeaving(place);
  await finishReplacing(absolutePath);
  const found = await inTheWay(absolutePath, marker);
  if (found === "other") {
    const hint = `Choose another name: only a folder with a ${marker} of its own is replaced.`;
    throw new UsageError(
      `${path} already exists and is not a folder that this command wrote; nothing was written`,
      hint,
    );
  }
  if (found === "own") await refuseExisting(place, force);
  const filled = unfinishedPath(absolutePath);
  try {
    await makeFolders(dirname(absolutePath));
    await fill(filled, files);
    await swap(filled, absolutePath, found === "own");
    const { ctimeMs: now } = await stat(absolutePath);
    await removeLeftFolders(absolutePath, now).catch(() => undefined);
  } catch (error) {
    await rm(filled, { recursive: true, force: true });
    if (error instanceof UsageError) throw error;
    const code = (error as { code?: string }).code;
    if (code === undefined) throw error;
    throw new UsageError(`${path} could not be written (${code})`);
  }
}

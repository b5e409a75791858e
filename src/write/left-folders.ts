import { readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { exists, LEFT_BEHIND } from "./write-file.ts";

/** Ends the name of a folder that makes way for another. */
const OLD = ".old";
/** Names of folders that are being filled, and of those that make way. */
const LEFT = /\.pm-[0-9a-f]{12}(?:\.old)?$/;

/** Where a folder goes that makes way for a filled one. */
export function oldPath(filled: string): string {
  return `${filled}${OLD}`;
}

/** What runs that fill or replace a folder have beside it. */
async function foldersBeside(place: string): Promise<readonly string[]> {
  const names = await readdir(dirname(place)).catch(() => []);
  const begin = `.${basename(place)}.pm-`;
  const own = names.filter((name) => name.startsWith(begin) && LEFT.test(name));
  return own.map((name) => join(dirname(place), name));
}

/** When something last changed in a folder, down to the folders in it; milliseconds since 1970. */
async function lastChange(folder: string): Promise<number> {
  const inside = await readdir(folder, { withFileTypes: true });
  const folders = inside.flatMap((one) => (one.isDirectory() ? [join(folder, one.name)] : []));
  const found = await Promise.all([folder, ...folders].map((one) => stat(one)));
  return Math.max(...found.map(({ mtimeMs, ctimeMs }) => Math.max(mtimeMs, ctimeMs)));
}

/**
 * Puts a folder into its place where a run was killed that had taken the old one away: the new one,
 * which was whole by then, else the old one.
 */
export async function finishReplacing(place: string): Promise<void> {
  if (await exists(place)) return;
  const old = (await foldersBeside(place)).find((path) => path.endsWith(OLD));
  if (old === undefined) return;
  const filled = old.slice(0, -OLD.length);
  await rename((await exists(filled)) ? filled : old, place);
}

/**
 * Removes what runs that were killed left beside a folder: only folders with a name of pm's own, in
 * which nothing changed for a minute.
 * @param now milliseconds since 1970, by the clock of the file system.
 */
export async function removeLeftFolders(place: string, now: number): Promise<void> {
  for (const path of await foldersBeside(place)) {
    const since = await lastChange(path).catch(() => now);
    if (now - since > LEFT_BEHIND) await rm(path, { recursive: true, force: true });
  }
}

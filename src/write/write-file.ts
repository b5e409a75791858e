import { randomBytes } from "node:crypto";
import { readFileSync, renameSync } from "node:fs";
import { mkdir, readdir, realpath, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { UsageError } from "../core/errors.ts";
import { MS_PER_MINUTE } from "../core/time/milliseconds.ts";
import { leavesFolders } from "../read/leaving-links.ts";

/** Where a file is written. */
export interface WritePlace {
  /** As people are to see it. */
  readonly path: string;
  readonly absolutePath: string;
  /** No link may lead the file out of those of these folders in which it seems to lie. */
  readonly folders: readonly string[];
}

/** Whether a path exists. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Makes a folder and those above it that are missing. What Node does with `recursive` never ends where
 * a folder takes no other, as `/proc` does.
 * @throws what making one of them throws.
 */
export async function makeFolders(
  folder: string,
  make: (path: string) => Promise<unknown> = (path) => mkdir(path),
): Promise<void> {
  if (await exists(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await makeFolders(above, make);
  try {
    await make(folder);
  } catch (error) {
    // Another run of pm may have made it since.
    if (!(await exists(folder))) throw error;
  }
}

/** A path beside another, in the same file system, that holds its content until it is in place. */
export function unfinishedPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.pm-${randomBytes(6).toString("hex")}`);
}

/** Names of such files; a second ending is write-file-atomic's. */
const UNFINISHED = /^\..+\.pm-[0-9a-f]{12}(?:\.\d+)?$/;
/** Whether a name is that of a file which holds a content until it is in place. */
export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name);
}

/** Milliseconds after which nobody is still writing one. */
export const LEFT_BEHIND = MS_PER_MINUTE;

/** A file is not what a run of pm read any more: another program, or run, wrote it. */
export class ChangedFile extends UsageError {}

/**
 * The bytes of a file; null where there is none.
 * @throws {UsageError} where it cannot be read.
 */
export function bytesNow({ path, absolutePath }: Omit<WritePlace, "folders">): Uint8Array | null {
  try {
    return readFileSync(absolutePath);
  } catch (error) {
    const { code = String(error) } = error as { code?: string };
    if (code === "ENOENT") return null;
    throw new UsageError(`${path} could not be read (${code})`);
  }
}

function holds(place: Omit<WritePlace, "folders">, expected: Uint8Array | null): boolean {
  const now = bytesNow(place);
  return now === null || expected === null ? now === expected : Buffer.compare(now, expected) === 0;
}

/** The bits of a mode by which anybody may write a file. */
const WRITABLE = 0o222;

/** A file whose mode lets nobody write it is left alone, though the folder would let it be replaced. */
function readOnly({ path }: WritePlace): UsageError {
  return new UsageError(`${path} was not written: it is read-only`, "Make it writable first.");
}

/**
 * Writes a content beside a file, then puts it in its place: at any moment the file is old or new.
 * @param expected what the file has to hold, looked at last of all; null for a file that is not there.
 * @returns whether the file held that.
 */
async function replaceFile(
  place: WritePlace,
  content: string | Buffer,
  expected: Uint8Array | null | undefined,
): Promise<boolean> {
  const { absolutePath } = place;
  const path = await realpath(absolutePath).catch(() => absolutePath);
  const old = await stat(path).catch(() => null);
  if (old !== null && (old.mode & WRITABLE) === 0) throw readOnly(place);
  const unfinished = unfinishedPath(path);
  try {
    const owner = old ? { mode: old.mode, chown: { uid: old.uid, gid: old.gid } } : {};
    await writeFileAtomic(unfinished, content, owner);
    // Without a pause between the two, hardly anything can come between.
    const isExpected = expected === undefined || holds({ ...place, absolutePath: path }, expected);
    if (isExpected) renameSync(unfinished, path);
    else await rm(unfinished, { force: true });
    return isExpected;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Removes what runs of pm that were killed left beside a file: only files with a name of pm's own,
 * older by a minute than the file, which was just written.
 */
export async function removeLeftovers(written: string): Promise<void> {
  const path = await realpath(written).catch(() => written);
  const names = await readdir(dirname(path)).catch(() => []);
  const now = (await stat(path).catch(() => null))?.mtimeMs ?? 0;
  for (const name of names.filter(isUnfinished)) {
    const left = join(dirname(path), name);
    const since = (await stat(left).catch(() => null))?.mtimeMs ?? now;
    if (now - since > LEFT_BEHIND) await rm(left, { force: true }).catch(() => undefined);
  }
}

/** Refuses a path that a link leads out of its folders. */
export async function refuseLeaving({ path, absolutePath, folders }: WritePlace): Promise<void> {
  if (await leavesFolders(absolutePath, folders)) {
    throw new UsageError(`${path} was not written: a link leads out of the folder`);
  }
}

/**
 * Puts a content into a file, whole or not at all, with the folders above it: the one place that
 * writes.
 * @param expected what the file has to hold: null for one that is not there, nothing for any.
 * @throws {UsageError} where a link leads it out of its folders, or it cannot be written; the file
 *   is then as it was.
 * @throws {ChangedFile} where it does not hold what is expected.
 */
export async function writeFile(
  place: WritePlace,
  content: string | Uint8Array,
  expected?: Uint8Array | null,
): Promise<void> {
  const { path, absolutePath } = place;
  await refuseLeaving(place);
  let isWritten: boolean;
  try {
    await makeFolders(dirname(absolutePath));
    const bytes = typeof content === "string" ? content : Buffer.from(content);
    isWritten = await replaceFile(place, bytes, expected);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = (error as { code?: string }).code ?? String(error);
    throw new UsageError(`${path} could not be written (${code})`);
  }
  if (isWritten) return;
  const what = expected === null ? "it exists by now" : "it changed while pm read it";
  throw new ChangedFile(`${path} was not written: ${what}`, "Run the command again.");
}

/**
 * Refuses to replace a file.
 * @param hint how to give it another name
 * @throws {UsageError} where one is in the way and `force` is not given.
 */
export async function refuseExisting(
  place: WritePlace,
  force: boolean,
  hint = "Choose another name, or add --force.",
): Promise<void> {
  if (force || !(await exists(place.absolutePath))) return;
  throw new UsageError(`${place.path} already exists; nothing was written`, hint);
}

/**
 * Writes a file that is not there yet.
 * @throws {UsageError} where a file is in the way and `force` is not given, or it cannot be written.
 */
export async function writeNewFile(
  place: WritePlace,
  content: string | Uint8Array,
  force: boolean,
): Promise<void> {
  await refuseExisting(place, force);
  await writeFile(place, content, force ? undefined : null);
  await removeLeftovers(place.absolutePath);
}

import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { UsageError } from "../core/errors.ts";
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
 * Puts a content into a file, whole or not at all, with the folders above it: the one place that
 * writes.
 * @throws {UsageError} where a link leads it out of its folders, or it cannot be written; the file
 *   is then as it was.
 */
export async function writeFile(
  { path, absolutePath, folders }: WritePlace,
  content: string | Uint8Array,
): Promise<void> {
  if (await leavesFolders(absolutePath, folders)) {
    throw new UsageError(`${path} was not written: a link leads out of the folder`);
  }
  try {
    await mkdir(dirname(absolutePath), { recursive: true });
    await writeFileAtomic(
      absolutePath,
      typeof content === "string" ? content : Buffer.from(content),
    );
  } catch (error) {
    const code = (error as { code?: string }).code ?? String(error);
    throw new UsageError(`${path} could not be written (${code})`);
  }
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
  if (!force && (await exists(place.absolutePath))) {
    throw new UsageError(
      `${place.path} already exists; nothing was written`,
      "Choose another name, or add --force.",
    );
  }
  await writeFile(place, content);
}

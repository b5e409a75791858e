import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { UsageError } from "../core/errors.ts";

/** Whether something already stands at a path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Writes a file whole or not at all, with the folders above it.
 * @param shown the path as people are to see it.
 * @throws {UsageError} where a file is in the way and `force` is not given, or nothing can be written.
 */
export async function writeNewFile(
  path: string,
  shown: string,
  text: string,
  force: boolean,
): Promise<void> {
  if (!force && (await exists(path))) {
    throw new UsageError(
      `${shown} already exists; nothing was written`,
      "Choose another name, or add --force.",
    );
  }
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, text, "utf8");
  } catch (error) {
    const code = (error as { code?: string }).code ?? String(error);
    throw new UsageError(`${shown} could not be written (${code})`);
  }
}

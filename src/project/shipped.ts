import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../core/errors.ts";
import type { SourceFile } from "../core/source-file.ts";
import { shownPath } from "../read/find-files.ts";
import { readSourceFile } from "../read/read-file.ts";

/** The folder of what ships with `pm`, above `src` as above `dist`. */
export const SHIPPED = fileURLToPath(new URL("../..", import.meta.url));

/** The files of data that ship with `pm`, by what they hold; paths in {@link SHIPPED}. */
export const SHIPPED_DATA = {
  taxonomy: "data/taxonomy.yaml",
  vocabulary: "data/en/vocabulary.yaml",
  language: "data/en/language.yaml",
  cues: "data/en/cues.yaml",
} as const;

/**
 * Reads a file without which nothing can go on.
 * @throws {UsageError} where it cannot be read.
 */
export async function readNeeded(path: string, cwd: string): Promise<SourceFile> {
  const read = await readSourceFile(path, shownPath(path, cwd));
  if (!read.ok) throw new UsageError(`${read.why.path}: ${read.why.message}`);
  return read.value;
}

/** The text of a file that ships with `pm`. */
export async function readShipped(name: string): Promise<SourceFile> {
  return readNeeded(join(SHIPPED, name), SHIPPED);
}

/** The version of `pm`. */
export async function shippedVersion(): Promise<string> {
  const parsed: unknown = JSON.parse((await readShipped("package.json")).text);
  return (parsed as { version: string }).version;
}

import { resolve } from "node:path";
import { shownPath } from "../read/find-files.ts";
import { writeNewFile } from "../write/write-file.ts";
import type { Io } from "./io.ts";

/**
 * Writes what `--output` asks for, whole, and says so.
 * @throws {UsageError} where a file is in the way and `force` is not given, or it cannot be written.
 */
export async function writeOutput(
  output: string,
  content: string | Uint8Array,
  { force = false }: { readonly force?: boolean },
  io: Io,
): Promise<void> {
  const absolutePath = resolve(io.cwd, output);
  await writeNewFile({ path: output, absolutePath, folders: [io.cwd] }, content, force);
  await io.say(`Wrote ${shownPath(absolutePath, io.cwd)}`);
}

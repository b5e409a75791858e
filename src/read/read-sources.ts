import type { Result } from "../core/result.ts";
import type { SourceFile, UnreadableFile } from "../core/source-file.ts";
import { shownPath } from "./find-files.ts";
import { readSourceFile } from "./read-file.ts";

/** Files read at one time: well below any limit on open files. */
export const BATCH = 32;

/** Reads files in their order, few at one time, so that no more than these are held. */
export async function* readSources(
  files: readonly string[],
  cwd: string,
): AsyncGenerator<Result<SourceFile, UnreadableFile>> {
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH);
    yield* await Promise.all(batch.map((path) => readSourceFile(path, shownPath(path, cwd))));
  }
}

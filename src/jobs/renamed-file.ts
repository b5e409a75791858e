import { resolve } from "node:path";
import { applyEdits } from "../core/apply-edits.ts";
import { UsageError } from "../core/errors.ts";
import type { Project } from "../project/project.ts";
import type { OriginalText } from "../read/read-file.ts";
import type { Change } from "../taxonomy/rename-edits.ts";

/** A file with the new id in it; nothing is written yet. */
export interface RenamedFile {
  /** As shown. */
  readonly path: string;
  readonly absolutePath: string;
  readonly before: string;
  readonly after: string;
  /** The same in the encoding of the file. */
  readonly bytes: Uint8Array;
  readonly bytesBefore: Uint8Array;
  readonly changes: readonly Change[];
}

/**
 * Makes sure that every place of a file can be changed.
 * @throws {UsageError} at the first that cannot.
 */
export function checkChanges(path: string, changes: readonly Change[], hint: string): void {
  const blocked = changes.find(({ edit }) => edit === null);
  if (!blocked) return;
  const { line, column } = blocked.range.start;
  throw new UsageError(`${path}:${line}:${column} cannot be changed: ${blocked.what}`, hint);
}

/** A file with changes made in it. */
export function renamedFile(
  path: string,
  { cwd }: Project,
  original: OriginalText,
  changes: readonly Change[],
): RenamedFile {
  const { text, encode } = original;
  const after = applyEdits(
    text,
    changes.flatMap(({ edit }) => edit ?? []),
  );
  const [bytes, bytesBefore] = [encode(after), encode(text)];
  return {
    path,
    absolutePath: resolve(cwd, path),
    before: text,
    after,
    bytes,
    bytesBefore,
    changes,
  };
}

import { UsageError } from "../../core/errors.ts";
import { ok, type Result } from "../../core/result.ts";
import type { SourceFile } from "../../core/source-file.ts";
import type { Project } from "../../project/project.ts";
import type { Change } from "../../taxonomy/rename-edits.ts";
import { editDocument, type EditedFile, type Verify } from "../../write/edit-document.ts";

/** A file with the new id in it. */
export interface RenamedFile extends EditedFile {
  readonly changes: readonly Change[];
}

/** Makes the changes of a renaming in a document; why not, as {@link editDocument} says. */
export async function renameInDocument(
  seen: SourceFile,
  changes: readonly Change[],
  { cwd }: Project,
  verify: Verify,
): Promise<Result<RenamedFile>> {
  const edits = changes.flatMap(({ edit }) => edit ?? []);
  const edited = await editDocument(seen, cwd, [edits], verify);
  return edited.ok ? ok({ ...edited.value, changes }) : edited;
}

/**
 * Makes the changes of a renaming in a file without which the project could not be read any more.
 * @param hint what to do about a place that cannot be changed.
 * @throws {UsageError} at the first such place, and where the file changed meanwhile.
 */
export async function renameInSetup(
  seen: SourceFile,
  changes: readonly Change[],
  project: Project,
  hint: string,
): Promise<RenamedFile> {
  const blocked = changes.find(({ edit }) => edit === null);
  if (blocked) {
    const { line, column } = blocked.range.start;
    const place = `${seen.path}:${line}:${column}`;
    throw new UsageError(`${place} cannot be changed: ${blocked.what}`, hint);
  }
  const renamed = await renameInDocument(seen, changes, project, () => null);
  if (!renamed.ok) throw new UsageError(`${seen.path} cannot be changed: ${renamed.why}`);
  return renamed.value;
}

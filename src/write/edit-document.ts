import { resolve } from "node:path";
import { applyEdits } from "../core/places/apply-edits.ts";
import type { Edit } from "../core/places/edit.ts";
import { no, ok, type Result } from "../core/result.ts";
import type { SourceFile } from "../core/source-file.ts";
import { readOriginalText, withPlainLineEnds } from "../read/read-file.ts";
import { writeFile, type WritePlace } from "./write-file.ts";

/** A file with edits made in it; nothing is written yet. */
export interface EditedFile {
  /** As shown. */
  readonly path: string;
  readonly absolutePath: string;
  readonly before: string;
  readonly after: string;
  /** What is written: in the encoding of the file, byte order mark and line ends included. */
  readonly bytes: Uint8Array;
  readonly bytesBefore: Uint8Array;
}

/** Why a file must not become what the edits make of it; null where it may. */
export type Verify = (after: SourceFile) => string | null;

const CHANGED = "it changed while pm read it";
const MIXED = "its line ends are mixed, so that lines would be joined";

/**
 * Makes edits in a file and leaves every byte that no edit covers as it is. The file is read again:
 * one that is no longer what was seen is left alone.
 * @param seen the file as it was read; its path is as shown.
 * @param rounds edits one after the other: the ranges of each are of the text that those before made.
 * @returns why not, as a sentence about the file, where it changed or is not verified.
 */
export async function editDocument(
  seen: SourceFile,
  cwd: string,
  rounds: readonly (readonly Edit[])[],
  verify: Verify,
): Promise<Result<EditedFile>> {
  const { path } = seen;
  const absolutePath = resolve(cwd, path);
  const original = await readOriginalText(absolutePath);
  if (original?.plain !== seen.text) return no(CHANGED);
  const { text: before, encode } = original;
  const after = rounds.reduce(applyEdits, before);
  const read = { path, text: rounds.reduce(applyEdits, seen.text) };
  if (withPlainLineEnds(after) !== read.text) return no(MIXED);
  const why = verify(read);
  if (why !== null) return no(why);
  const [bytes, bytesBefore] = [encode(after), encode(before)];
  return ok({ path, absolutePath, before, after, bytes, bytesBefore });
}

/** An edited file as the later stages would read it. */
export function editedSource({ path, after }: EditedFile): SourceFile {
  return { path, text: withPlainLineEnds(after) };
}

/** Puts an edited file in the place of the old one, if that is still what was read: {@link writeFile} says when not. */
export async function writeEdited(
  { bytes, bytesBefore, ...file }: EditedFile,
  folders: WritePlace["folders"],
): Promise<void> {
  await writeFile({ ...file, folders }, bytes, bytesBefore);
}

/** Puts the old file back in the place of the edited one, if that is still what was written. */
export async function restoreEdited(
  { bytes, bytesBefore, ...file }: EditedFile,
  folders: WritePlace["folders"],
): Promise<void> {
  await writeFile({ ...file, folders }, bytesBefore, bytes);
}

import { dirname } from "node:path";
import { UsageError } from "../core/errors.ts";
import { type Project, projectFolders } from "../project/project.ts";
import { type EditedFile, restoreEdited, writeEdited } from "../write/edit-document.ts";
import {
  bytesNow,
  ChangedFile,
  removeLeftovers,
  writeFile,
  type WritePlace,
} from "../write/write-file.ts";

/** Removes what killed runs left in the folders of files that were written. */
async function tidyFolders(written: readonly EditedFile[]): Promise<void> {
  const byFolder = new Map(written.map(({ absolutePath: path }) => [dirname(path), path]));
  for (const path of byFolder.values()) await removeLeftovers(path);
}

/** How often a file is read again that another run changes at the same time. */
const MOST_TRIES = 20;

/**
 * Puts content in the place of a file that other runs may change at the same time; none of them loses anything.
 * @param contentOf reads the file, and returns what is to stand in it.
 * @throws {UsageError} where a link leads out of the project, or the file cannot be written.
 */
export async function updateInProject(
  { path, absolutePath }: Omit<WritePlace, "folders">,
  contentOf: () => Promise<string | Uint8Array>,
  project: Project,
): Promise<void> {
  const place = { path, absolutePath, folders: projectFolders(project) };
  for (let left = MOST_TRIES; ; left -= 1) {
    const before = bytesNow(place);
    const content = await contentOf();
    try {
      await writeFile(place, content, before);
      break;
    } catch (error) {
      if (left === 1) throw error;
      unlessChanged(error);
    }
  }
  await removeLeftovers(absolutePath);
}

/** Writes the files that can be written; returns them, and why the others could not be. */
export async function writeEach<File extends EditedFile>(
  files: readonly File[],
  project: Project,
): Promise<{ readonly written: readonly File[]; readonly failures: readonly UsageError[] }> {
  const written: File[] = [];
  const failures: UsageError[] = [];
  for (const file of files) {
    try {
      await writeEdited(file, projectFolders(project));
      written.push(file);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      failures.push(error);
    }
  }
  await tidyFolders(written);
  return { written, failures };
}

function unlessChanged(error: unknown): void {
  if (!(error instanceof ChangedFile)) throw error;
}

/**
 * Writes all files, or puts back those that were written when one cannot be.
 * @throws {UsageError} that says why it could not be.
 */
export async function writeAllOrNone(
  files: readonly EditedFile[],
  project: Project,
): Promise<void> {
  const folders = projectFolders(project);
  const written: EditedFile[] = [];
  try {
    for (const file of files) {
      await writeEdited(file, folders);
      written.push(file);
    }
  } catch (error) {
    // One that somebody else wrote since is theirs, and the others are put back all the same.
    for (const file of written) await restoreEdited(file, folders).catch(unlessChanged);
    throw error;
  }
  await tidyFolders(files);
}

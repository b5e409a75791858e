import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { UsageError } from "../core/errors.ts";
import { type Project, projectFolders } from "../project/project.ts";
import { leavesFolders } from "../read/leaving-links.ts";

/** Whether something already stands at a path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Puts another content in the place of a file that the user asked to have changed.
 * @param shown the path as people are to see it.
 * @throws {UsageError} where nothing can be written; the file is then as it was.
 */
export async function rewriteFile(
  path: string,
  shown: string,
  content: string | Uint8Array,
): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, typeof content === "string" ? content : Buffer.from(content));
  } catch (error) {
    const code = (error as { code?: string }).code ?? String(error);
    throw new UsageError(`${shown} could not be written (${code})`);
  }
}

/** A file of a project with its new content. */
interface ChangedFile {
  /** As shown. */
  readonly path: string;
  readonly absolutePath: string;
  readonly bytes: Uint8Array;
}

/**
 * Puts a new content into a file of a project, whole or not at all.
 * @throws {UsageError} where a link leads it out of the project, or it cannot be written.
 */
export async function rewriteInProject(
  { path, absolutePath, bytes }: ChangedFile,
  project: Project,
): Promise<void> {
  if (await leavesFolders(absolutePath, projectFolders(project))) {
    throw new UsageError(`${path} is not written: a link that leaves the folder`);
  }
  await rewriteFile(absolutePath, path, bytes);
}

/** Writes what can be written of several files, and why the others could not be. */
export async function rewriteEach<File extends ChangedFile>(
  files: readonly File[],
  project: Project,
): Promise<{ readonly written: readonly File[]; readonly failures: readonly UsageError[] }> {
  const written: File[] = [];
  const failures: UsageError[] = [];
  for (const file of files) {
    try {
      await rewriteInProject(file, project);
      written.push(file);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      failures.push(error);
    }
  }
  return { written, failures };
}

/**
 * Writes a file whole or not at all, with the folders above it.
 * @param shown the path as people are to see it.
 * @throws {UsageError} where a file is in the way and `force` is not given, or nothing can be written.
 */
export async function writeNewFile(
  path: string,
  shown: string,
  content: string | Uint8Array,
  force: boolean,
): Promise<void> {
  if (!force && (await exists(path))) {
    throw new UsageError(
      `${shown} already exists; nothing was written`,
      "Choose another name, or add --force.",
    );
  }
  await rewriteFile(path, shown, content);
}

import { basename, dirname, join } from "node:path";
import { documentName } from "../../assemble/document-name.ts";
import { findIn } from "../../project/postmortem-files.ts";
import type { Project } from "../../project/project.ts";
import { kindOfPath } from "../../read/find-files.ts";

/** The name that most of a folder's postmortems have in folders of their own; null where most have none. */
async function nameInFolders(project: Project): Promise<string | null> {
  const { folder } = project.config;
  if ((await kindOfPath(folder)) !== "folder") return null;
  const { files } = await findIn(folder, project);
  const own = files.filter((path) => {
    const isInFolder = dirname(path) !== folder;
    return isInFolder && documentName(path, project.vocabulary) === basename(dirname(path));
  });
  const [first] = own;
  return first !== undefined && own.length * 2 > files.length ? basename(first) : null;
}

/**
 * Where a new postmortem of this name goes: a file of the project's folder, or one in a folder of its
 * own where most of its postmortems are laid out so (`incidents/<name>/README.md`).
 */
export async function newPath(name: string, project: Project): Promise<string> {
  const { folder } = project.config;
  const inFolder = await nameInFolders(project);
  return inFolder === null ? join(folder, `${name}.md`) : join(folder, name, inFolder);
}

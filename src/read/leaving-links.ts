import { realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";

/** Whether a path lies in a folder, or is it, by their names alone. */
export function isInside(path: string, folder: string): boolean {
  const within = relative(folder, path);
  return within !== ".." && !within.startsWith(`..${sep}`) && !isAbsolute(within);
}

/** The path with every link resolved; the path itself where nothing is there. */
export async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** The path with every link resolved, also where nothing is there yet: what then leads there counts. */
async function realPlace(path: string): Promise<string> {
  return realpath(path).catch(async () => {
    const above = dirname(path);
    return above === path ? path : join(await realPlace(above), basename(path));
  });
}

/**
 * Whether links on its way lead a path out of the folders in which it seems to lie; where it seems
 * to lie in none of them, out of its own.
 */
export async function leavesFolders(path: string, folders: readonly string[]): Promise<boolean> {
  const around = folders.filter((folder) => isInside(path, folder));
  const real = await realPlace(path);
  const roots = await Promise.all((around.length > 0 ? around : [dirname(path)]).map(realPlace));
  return !roots.some((root) => isInside(real, root));
}

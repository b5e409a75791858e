import { dirname, resolve } from "node:path";
import { RULES } from "../lint/rules/index.ts";
import { openProject, type Project } from "../project/project.ts";
import { kindOfPath } from "../read/find-files.ts";
import type { World } from "./io.ts";
import type { LocationOptions } from "./options.ts";

/** Options that say where a project is, and with which map of a team's own words it is read. */
export interface OpenOptions extends LocationOptions {
  readonly map?: string;
}

/** The folder in which a path of the command line begins to look for `pm.yaml`. */
export async function startOf(path: string, cwd: string): Promise<string> {
  const absolute = resolve(cwd, path);
  const kind = await kindOfPath(absolute);
  if (kind === "folder") return absolute;
  return kind === "file" ? dirname(absolute) : cwd;
}

/**
 * Opens the project that a command's options name.
 * @param from where to begin to look for `pm.yaml` if they name none.
 * @throws {UsageError} with the place of each problem in its files.
 */
export async function openFor(
  options: OpenOptions,
  { cwd }: Pick<World, "cwd">,
  from: string = cwd,
): Promise<Project> {
  const { dir = null, config: configPath = null, map: importMap = null } = options;
  return openProject({ cwd, dir, configPath, from, importMap }, RULES);
}

import { availableParallelism } from "node:os";
import { dirname, isAbsolute, resolve } from "node:path";
import { RULES } from "../lint/rules/index.ts";
import type { CacheWish } from "../project/cache-folder.ts";
import { openProject, type Project } from "../project/project.ts";
import { kindOfPath } from "../read/find-files.ts";
import type { Io } from "./io.ts";
import type { LocationOptions } from "./options.ts";

/** More threads than these gain little, and each takes a hundred megabytes. */
const MOST_THREADS = 4;

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

/** What a command of `pm` remembers: nothing in CI, where nobody runs it again, unless it is asked to. */
function cacheWish({ cache }: LocationOptions, { env, warn }: Pick<Io, "env" | "warn">): CacheWish {
  const byDefault = (env["CI"] ?? "") === "" ? "built" : "never";
  const asked = cache ? "always" : "never";
  const home = env["XDG_CACHE_HOME"] ?? "";
  return {
    when: cache === undefined ? byDefault : asked,
    home: isAbsolute(home) ? home : null,
    onDamage: (path) => {
      void warn(`${path} is damaged; it was left out, and is made again`);
    },
  };
}

/**
 * Opens the project that a command's options name.
 * @param from where to begin to look for `pm.yaml` if they name none.
 * @throws {UsageError} with the place of each problem in its files.
 */
export async function openFor(
  options: OpenOptions,
  io: Pick<Io, "cwd"> & Partial<Pick<Io, "env" | "warn">>,
  from: string = io.cwd,
): Promise<Project> {
  const { cwd, env, warn } = io;
  const cache = env && warn ? { cache: cacheWish(options, { env, warn }) } : {};
  const { dir = null, config: configPath = null, map: importMap = null } = options;
  const mostThreads = options.jobs ?? Math.min(availableParallelism(), MOST_THREADS);
  return openProject({ cwd, dir, configPath, from, importMap, ...cache, mostThreads }, RULES);
}

import { dirname, join, relative } from "node:path";
import type { CacheFolder, CacheSlot } from "../cache/folder.ts";
import type { Config } from "../core/settings/config.ts";
import { sha256 } from "../core/sha256.ts";
import type { SourceFile } from "../core/source-file.ts";

/** The form of what is remembered: a new one forgets all. */
const FORM = "1";
const SHORT = 12;

/** Whether, and where, a command is to remember what it read. */
export interface CacheWish {
  /** `always` also from the sources, whose changes nothing tells. */
  readonly when: "never" | "built" | "always";
  /** `XDG_CACHE_HOME`, in place of the project's own folder. */
  readonly home: string | null;
  /** Called with the path of each file that cannot be used, and is made again. */
  readonly onDamage: (path: string) => void;
}

function keyOf(parts: readonly unknown[]): string {
  return sha256(JSON.stringify(parts));
}

/**
 * Tells the setup of a project, as its files were read, from any other, and this `pm` as well.
 * @param build as `buildId` tells.
 */
export function keyOfSetup(setup: readonly SourceFile[], build: string | null): string {
  return keyOf([FORM, build, ...setup.map(({ path, text }) => [path, text])]);
}

/**
 * Where a project remembers what was read; null where it is not to, or has no `pm.yaml` beside which
 * that could lie.
 */
export function cacheFolderOf(
  { path: configPath }: Config,
  setup: { readonly key: string; readonly build: string | null },
  { when, home, onDamage }: CacheWish,
): CacheFolder | null {
  if (when === "never" || configPath === null) return null;
  if (when !== "always" && setup.build === null) return null;
  const folder = dirname(configPath);
  const { key } = setup;
  if (home === null) {
    return { path: join(folder, ".pm", "cache"), folders: [folder], home: null, key, onDamage };
  }
  const all = join(home, "pm");
  const path = join(all, keyOf([folder]).slice(0, SHORT));
  return { path, folders: [home], home: all, key, onDamage };
}

/**
 * The place of one sort of reading in the cache of a project, if it has one.
 * @param by all that decides what is read and kept, beside the project.
 */
export function cacheSlot(
  { cache, cwd }: { readonly cache: CacheFolder | null; readonly cwd: string },
  name: string,
  by: readonly unknown[],
): { readonly slot?: CacheSlot } {
  if (cache === null) return {};
  // Documents are known by their shown paths, which depend on the folder of the command.
  const from = relative(cache.path, cwd);
  return { slot: { name: `${name}-${keyOf([from, ...by]).slice(0, SHORT)}`, key: keyOf(by) } };
}

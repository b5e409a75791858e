import { UsageError } from "../core/errors.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import { type Project, setupError } from "../project/project.ts";
import { shownPath } from "../read/find-files.ts";
import { readOriginalText } from "../read/read-file.ts";
import { mappedPlaces, parseImportMap, withImportMap } from "../setup/import-map.ts";
import type { RenamePlan } from "../taxonomy/rename.ts";
import { documentChanges } from "../taxonomy/rename-edits.ts";
import { checkChanges, type RenamedFile, renamedFile } from "./renamed-file.ts";

/** The map that the configuration names with the new ids, and the taxonomy with the map's names. */
interface RenamedMap {
  /** Null where nothing in it changes. */
  readonly file: RenamedFile | null;
  readonly taxonomy: Taxonomy;
}

/**
 * Gives ids their new names in the import map of a configuration, which could else not be read any more.
 * @param renamed the taxonomy with the new ids.
 * @throws {UsageError} where a place in it cannot be changed.
 */
export async function renameInMap(
  plan: RenamePlan,
  renamed: Taxonomy,
  project: Project,
): Promise<RenamedMap> {
  const { config, cwd, vocabulary, taxonomy } = project;
  if (config.importMapPath === null) return { file: null, taxonomy: renamed };
  const path = shownPath(config.importMapPath, cwd);
  const original = await readOriginalText(config.importMapPath);
  if (original === null) throw new UsageError(`${path} cannot be read`);
  const changes = documentChanges(mappedPlaces({ path, text: original.plain }), plan, taxonomy);
  checkChanges(path, changes, "Put the value on one line.");
  const file = renamedFile(path, project, original, changes);
  const words = { vocabulary, taxonomy: renamed };
  const text = file.after.replace(/\r\n?/g, "\n");
  const { map, problems } = parseImportMap({ path, text }, words);
  if (map === null) {
    throw new UsageError(
      `The import map would no longer be valid:\n${setupError(problems).message}`,
    );
  }
  return {
    file: changes.length > 0 ? file : null,
    taxonomy: withImportMap(words, map).taxonomy,
  };
}

import { UsageError } from "../../core/errors.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import type { Project } from "../../project/project.ts";
import { readNeeded } from "../../project/shipped.ts";
import { mappedPlaces, parseImportMap, withImportMap } from "../../setup/import-map.ts";
import { setupError } from "../../setup/setup-problem.ts";
import type { RenamePlan } from "../../taxonomy/rename.ts";
import { documentChanges } from "../../taxonomy/rename-edits.ts";
import { editedSource } from "../../write/edit-document.ts";
import { type RenamedFile, renameInSetup } from "./renamed-file.ts";

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
  const seen = await readNeeded(config.importMapPath, cwd);
  const changes = documentChanges(mappedPlaces(seen), plan, taxonomy);
  const file = await renameInSetup(seen, changes, project, "Put the value on one line.");
  const words = { vocabulary, taxonomy: renamed };
  const map = parseImportMap(editedSource(file), words);
  if (!map.ok) {
    throw new UsageError(
      `The import map would no longer be valid:\n${setupError(map.why).message}`,
    );
  }
  return {
    file: changes.length > 0 ? file : null,
    taxonomy: withImportMap(words, map.value).taxonomy,
  };
}

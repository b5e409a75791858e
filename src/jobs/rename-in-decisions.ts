import { UsageError } from "../core/errors.ts";
import type { Project } from "../project/project.ts";
import { readDecisions } from "../project/suggestion-file.ts";
import { readOriginalText } from "../read/read-file.ts";
import { decidedPlaces } from "../setup/suggestion-decisions.ts";
import type { RenamePlan } from "../taxonomy/rename.ts";
import { documentChanges } from "../taxonomy/rename-edits.ts";
import { checkChanges, type RenamedFile, renamedFile } from "./renamed-file.ts";

/**
 * Gives ids their new names where they are decided on and not written yet; null where nothing changes.
 * @throws {UsageError} where the file of decisions cannot be used, or a place in it not be changed.
 */
export async function renameInDecisions(
  plan: RenamePlan,
  project: Project,
): Promise<RenamedFile | null> {
  const { path, shown, decisions } = await readDecisions(project);
  if (decisions.length === 0) return null;
  const original = await readOriginalText(path);
  if (original === null) throw new UsageError(`${shown} cannot be read`);
  const places = decidedPlaces({ path: shown, text: original.plain });
  const changes = documentChanges(places, plan, project.taxonomy);
  checkChanges(shown, changes, "Put the entry on one line.");
  return changes.length > 0 ? renamedFile(shown, project, original, changes) : null;
}

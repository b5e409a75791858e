import type { Project } from "../../project/project.ts";
import { readNeeded } from "../../project/shipped.ts";
import { readDecisions } from "../../project/suggestion-file.ts";
import { decidedPlaces } from "../../setup/suggestion-decisions.ts";
import type { RenamePlan } from "../../taxonomy/rename.ts";
import { documentChanges } from "../../taxonomy/rename-edits.ts";
import { type RenamedFile, renameInSetup } from "./renamed-file.ts";

/**
 * Gives ids their new names where they are decided on and not written yet; null where nothing changes.
 * @throws {UsageError} where the file of decisions cannot be used, or a place in it not be changed.
 */
export async function renameInDecisions(
  plan: RenamePlan,
  project: Project,
): Promise<RenamedFile | null> {
  const { absolutePath, decisions } = await readDecisions(project);
  if (decisions.length === 0) return null;
  const seen = await readNeeded(absolutePath, project.cwd);
  const changes = documentChanges(decidedPlaces(seen), plan, project.taxonomy);
  const hint = "Put the entry on one line.";
  return changes.length > 0 ? renameInSetup(seen, changes, project, hint) : null;
}

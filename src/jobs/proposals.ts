import type { Proposal } from "../core/proposal.ts";
import type { Project } from "../project/project.ts";
import type { Progress } from "../project/read-postmortems.ts";
import { readDecisions } from "../project/suggestion-file.ts";
import { MIN_CONFIDENCE, openSuggestions, suggestProject } from "./suggest.ts";

/**
 * What `pm suggest` would propose for the folder of a project.
 * @throws {UsageError} where there is nothing to read, or its file of decisions has problems.
 */
export async function readProposals(
  project: Project,
  progress: Progress,
): Promise<readonly Proposal[]> {
  const suggested = await suggestProject(project, [], progress);
  const open = openSuggestions(suggested, await readDecisions(project), MIN_CONFIDENCE);
  return open.map(({ path, type }) => ({ path, type }));
}

import type { Progress, ReadFolder } from "./pipeline.ts";
import { readFolder } from "./pipeline.ts";
import type { Project } from "./project.ts";
import type { Suggestion } from "./suggest/define.ts";
import { suggestByCues } from "./suggest/suggest.ts";

/** What `pm suggest` finds in a folder, before anybody has decided on it. */
export interface SuggestedProject {
  readonly read: ReadFolder;
  /** By file and line. */
  readonly suggestions: readonly Suggestion[];
  /** What they rest on, as sentences. */
  readonly notes: readonly string[];
}

/**
 * Reads documents and proposes what their prose seems to tell of.
 * @throws {UsageError} where there is nothing to read.
 */
export async function suggestProject(
  project: Project,
  paths: readonly string[],
  progress: Progress,
): Promise<SuggestedProject> {
  const read = await readFolder(project, paths, ["everything", "prose"], progress);
  return { read, suggestions: suggestByCues(read.postmortems, project), notes: [] };
}

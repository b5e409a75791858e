import { dirname, relative, resolve, sep } from "node:path";
import type { SuggestionDecision } from "../core/settings/suggestion-decisions.ts";
import { kindOfPath, shownPath } from "../read/find-files.ts";
import { withoutProblems } from "../setup/setup-problem.ts";
import { parseDecisions } from "../setup/suggestion-decisions.ts";
import { besideConfig } from "./beside-config.ts";
import type { Project } from "./project.ts";
import { readNeeded } from "./shipped.ts";

export { decisionsText } from "../setup/suggestion-decisions.ts";

const DECISIONS_NAME = "pm-suggestions.yaml";

/** The file in which decisions on suggestions are remembered. */
export interface DecisionFile {
  /** As shown. */
  readonly path: string;
  readonly absolutePath: string;
  /** None where there is no file yet. */
  readonly decisions: readonly SuggestionDecision[];
  /** A shown path as the file writes it: the same whatever folder `pm` is started in. */
  readonly entryPath: (shown: string) => string;
}

/**
 * Reads what was decided in a project: the file beside its `pm.yaml`, else in its folder.
 * @throws {UsageError} with the place of each problem in it.
 */
export async function readDecisions({ config, cwd }: Project): Promise<DecisionFile> {
  const absolutePath = besideConfig(config, DECISIONS_NAME);
  const folder = dirname(absolutePath);
  const entryPath = (shown: string) => relative(folder, resolve(cwd, shown)).split(sep).join("/");
  const named = { path: shownPath(absolutePath, cwd), absolutePath, entryPath };
  if ((await kindOfPath(absolutePath)) === null) return { ...named, decisions: [] };
  const file = await readNeeded(absolutePath, cwd);
  return { ...named, decisions: withoutProblems(parseDecisions(file)) };
}

import type { Intervention } from "../core/settings/intervention.ts";
import { kindOfPath } from "../read/find-files.ts";
import { parseInterventions } from "../setup/interventions.ts";
import { withoutProblems } from "../setup/setup-problem.ts";
import { besideConfig } from "./beside-config.ts";
import type { Project } from "./project.ts";
import { readNeeded } from "./shipped.ts";

const INTERVENTIONS_NAME = "interventions.yaml";

/** Absolute path of the file of interventions: the one that the configuration names, or beside it. */
export function interventionsPath({ config }: Project): string {
  return config.interventionsPath ?? besideConfig(config, INTERVENTIONS_NAME);
}

/**
 * What was done about gaps; nothing where there is no file and the configuration names none.
 * @throws {UsageError} with the place of each problem in the file, or where a named one is missing.
 */
export async function readInterventions(project: Project): Promise<readonly Intervention[]> {
  const path = interventionsPath(project);
  const isNamed = project.config.interventionsPath !== null;
  if (!isNamed && (await kindOfPath(path)) !== "file") return [];
  const file = await readNeeded(path, project.cwd);
  return withoutProblems(parseInterventions(file, project.taxonomy));
}

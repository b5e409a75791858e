import { UsageError } from "../core/errors.ts";
import type { Intervention } from "../core/settings/intervention.ts";
import { interventionsPath, readInterventions } from "../project/interventions.ts";
import type { Project } from "../project/project.ts";
import { readNeeded } from "../project/shipped.ts";
import { kindOfPath, shownPath } from "../read/find-files.ts";
import { parseInterventions, withIntervention } from "../setup/interventions.ts";
import { withoutProblems } from "../setup/setup-problem.ts";
import { updateInProject } from "./write-files.ts";

/** Interventions as reports may know them: small teams under their common name. */
export function shownInterventions(
  interventions: readonly Intervention[],
  teamLabel: (team: string) => string,
): readonly Intervention[] {
  return interventions.map((one) => ({ ...one, teams: [...new Set(one.teams.map(teamLabel))] }));
}

/**
 * Adds an intervention to the project's file of them, which may be new.
 * @returns the file's path as shown.
 * @throws {UsageError} where the file, or the intervention, has a problem, or it cannot be written.
 */
export async function addIntervention(
  intervention: Intervention,
  project: Project,
): Promise<string> {
  const { cwd, taxonomy } = project;
  const absolutePath = interventionsPath(project);
  const path = shownPath(absolutePath, cwd);
  const textOf = async () => {
    const isThere = (await kindOfPath(absolutePath)) === "file";
    const before = isThere ? (await readNeeded(absolutePath, cwd)).text : null;
    if (isThere) await readInterventions(project);
    const text = withIntervention(path, before, intervention);
    if (text === null) {
      throw new UsageError(
        `${path} is not written as \`key: value\` lines, so nothing was added`,
        "Add the intervention by hand.",
      );
    }
    withoutProblems(parseInterventions({ path, text }, taxonomy));
    return text;
  };
  await updateInProject({ path, absolutePath }, textOf, project);
  return path;
}

import { type Members, parseMembers } from "../setup/members.ts";
import { withoutProblems } from "../setup/setup-problem.ts";
import type { Project } from "./project.ts";
import { readNeeded } from "./shipped.ts";

/**
 * The members of teams; nobody where the configuration names no such file. A team of one is left
 * out: its name would stand for the person.
 * @throws {UsageError} with the place of each problem in the file, or where it is missing.
 */
export async function readMembers({ config, taxonomy, cwd }: Project): Promise<Members> {
  if (config.membersPath === null) return new Map();
  const file = await readNeeded(config.membersPath, cwd);
  const members = withoutProblems(parseMembers(file, taxonomy));
  const isGroup = (team: string) => taxonomy.teams.find(({ id }) => id === team)?.size !== 1;
  return new Map([...members].filter(([team]) => isGroup(team)));
}

import { no, ok, type Result } from "../core/result.ts";
import type { SourceFile } from "../core/source-file.ts";
import { findTerm, idOf, type Taxonomy } from "../core/taxonomy.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import { membersSchema } from "../schema/members.ts";
import { readWrittenFile, type SetupIssue } from "./setup-file.ts";
import type { SetupProblem } from "./setup-problem.ts";

/** The members of teams as written, by the id of the team. */
export type Members = ReadonlyMap<string, readonly string[]>;

function unknownTeam(written: string, { teams }: Taxonomy): SetupIssue {
  const ids = teams.map(({ id }) => id);
  const near = didYouMean(written, ids);
  const hint = near ? `Did you mean \`${near}\`?` : `Known: ${ids.join(", ")}.`;
  const path = ["members", written];
  return { path, what: "key", message: `Unknown team \`${written}\``, hint };
}

/** Reads a file of members; at least one problem where it cannot be used. */
export function parseMembers(
  file: SourceFile,
  taxonomy: Taxonomy,
): Result<Members, readonly SetupProblem[]> {
  const { data, problems, problemAt } = readWrittenFile(file, membersSchema, { version: 1 });
  if (data === undefined) return no(problems);
  const written = Object.entries(data.members ?? {});
  const unknown = written.filter(([team]) => findTerm(taxonomy.teams, team) === null);
  if (unknown.length > 0) {
    return no(unknown.map(([team]) => problemAt(unknownTeam(team, taxonomy))));
  }
  const members = new Map<string, readonly string[]>();
  for (const [team, names] of written) {
    // A team may stand there twice: by its id and by another name of it.
    const id = idOf(taxonomy.teams, team);
    members.set(id, [...(members.get(id) ?? []), ...names]);
  }
  return ok(members);
}

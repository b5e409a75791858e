import { UsageError } from "../core/errors.ts";
import type { EpochMs, Postmortem } from "../core/postmortem.ts";
import { no, ok, type Result } from "../core/result.ts";
import type { TaxonomySource } from "../core/taxonomy-source.ts";
import type { Project } from "../project/project.ts";
import { type Progress, type ReadFolder, readFolder } from "../project/read-postmortems.ts";
import { readNeeded } from "../project/shipped.ts";
import { locateEntries } from "../setup/taxonomy-source.ts";

/** The team's own taxonomy file with its places; null where there is none. */
export async function readOwnTaxonomy(project: Project): Promise<TaxonomySource | null> {
  const { taxonomyPath, cwd } = project;
  return taxonomyPath === null ? null : locateEntries(await readNeeded(taxonomyPath, cwd));
}

/** The documents of a project with all they say, or why there are none: it may be before the first. */
export async function readDocuments(
  project: Project,
  progress: Progress,
): Promise<Result<ReadFolder>> {
  try {
    return ok(await readFolder(project, [], ["everything"], progress));
  } catch (error) {
    if (error instanceof UsageError) return no(error.message);
    throw error;
  }
}

/** Lower-case words by which documents, read with their prose, name people; never to be shown. */
export function personWords({ postmortems, texts }: ReadFolder): ReadonlySet<string> {
  const names = postmortems.flatMap(({ path, namedPeople }) => {
    const text = texts.get(path) ?? "";
    return namedPeople.map(({ start, end }) => text.slice(start.offset, end.offset));
  });
  return new Set(names.flatMap((name) => name.toLowerCase().match(/[\p{L}']+/gu) ?? []));
}

/** The incidents that started in a stretch, and how many have no known start. */
export function startedIn(
  postmortems: readonly Postmortem[],
  { since, until }: { readonly since: EpochMs | null; readonly until: EpochMs },
): { readonly incidents: readonly Postmortem[]; readonly undated: number } {
  const dated = postmortems.filter(({ milestones }) => milestones.started !== null);
  const incidents = dated.filter(({ milestones }) => {
    const at = milestones.started?.value ?? 0;
    return (since === null || at >= since) && at < until;
  });
  return { incidents, undated: postmortems.length - dated.length };
}

import type { Proposal } from "../../core/document/proposal.ts";
import { decisionKey } from "../../core/settings/suggestion-decisions.ts";
import { keptResult } from "../../project/kept-result.ts";
import { findFiles } from "../../project/postmortem-files.ts";
import type { Project } from "../../project/project.ts";
import type { Progress } from "../../project/read-postmortems.ts";
import { type DecisionFile, readDecisions } from "../../project/suggestion-file.ts";
import type { FoundFiles } from "../../read/find-files.ts";
import { MIN_CONFIDENCE, suggestProject } from "./suggest.ts";

/** A proposal with what a decision on it is remembered by: not a word of its sentence. */
interface DocumentProposal extends Proposal {
  readonly fingerprint: string;
}

/** What the prose tells, whatever was decided: kept as long as no document changes. */
async function proposalsOf(
  project: Project,
  found: FoundFiles,
  progress: Progress,
): Promise<readonly DocumentProposal[]> {
  const store = keptResult(project, found, { name: "results", asked: "proposals" }, MIN_CONFIDENCE);
  const kept = store?.find() ?? null;
  // Only this module writes what has this key.
  if (kept !== null) return JSON.parse(kept.toString()) as readonly DocumentProposal[];
  await store?.begin();
  const { read, suggestions } = await suggestProject(project, [], progress);
  const proposals = suggestions
    .filter(({ confidence }) => confidence >= MIN_CONFIDENCE)
    .map(({ path, type, fingerprint }) => ({ path, type, fingerprint }));
  if (read.unreadable.length === found.left.length) await store?.keep(JSON.stringify(proposals));
  return proposals;
}

function isOpen({ decisions, entryPath }: DecisionFile): (one: DocumentProposal) => boolean {
  const made = new Set(decisions.map(decisionKey));
  return ({ path, fingerprint, type }) =>
    !made.has(decisionKey({ path: entryPath(path), fingerprint, type }));
}

/**
 * What `pm suggest` would propose for the folder of a project.
 * @throws {UsageError} where there is nothing to read, or its file of decisions has problems.
 */
export async function readProposals(
  project: Project,
  progress: Progress,
): Promise<readonly Proposal[]> {
  const decisions = await readDecisions(project);
  const proposals = await proposalsOf(project, await findFiles(project, []), progress);
  return proposals.filter(isOpen(decisions)).map(({ path, type }) => ({ path, type }));
}

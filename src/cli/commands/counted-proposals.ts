import type { Proposal } from "../../core/document/proposal.ts";
import { UsageError } from "../../core/errors.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { SuggestionDecision } from "../../core/settings/suggestion-decisions.ts";
import type { Window } from "../../core/time/window.ts";
import type { Project } from "../../project/project.ts";
import type { AnyReport } from "../../reports/define.ts";
import { wantsProposals } from "../../reports/shared/proposals.ts";
import type { Io } from "../io.ts";
import { progressOn } from "../messages.ts";

/** Whether the prose is asked for gaps and hand-overs, as documents record next to none. */
export function asksForProposals(
  { countsProposals }: AnyReport,
  postmortems: readonly Postmortem[],
  window: Window,
): boolean {
  return countsProposals !== undefined && wantsProposals(postmortems, window, countsProposals);
}

/** How many gaps and hand-overs the prose proposes. */
export async function proposalsFor(
  project: Project,
  io: Io,
): Promise<{ readonly proposals?: readonly Proposal[] }> {
  const { readProposals } = await import("../../jobs/suggest/proposals.ts");
  try {
    return { proposals: await readProposals(project, progressOn(io)) };
  } catch (error) {
    // A mistake in the file of decisions is for `pm suggest` to report: this report does not rest on it.
    if (error instanceof UsageError) return {};
    throw error;
  }
}

/** What people decided on proposals, where a report counts them; null where their file cannot be read. */
export async function decidedOn(
  { countsProposals }: AnyReport,
  project: Project,
): Promise<readonly SuggestionDecision[] | null> {
  if (countsProposals === undefined) return [];
  const { readDecisions } = await import("../../project/suggestion-file.ts");
  try {
    return (await readDecisions(project)).decisions;
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

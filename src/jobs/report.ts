import type { ForeseenGap } from "../core/document/foreseen.ts";
import type { Proposal } from "../core/document/proposal.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { Intervention } from "../core/settings/intervention.ts";
import type { ReviewDecision } from "../core/settings/review-decision.ts";
import { UNLISTED } from "../core/settings/stand-in-names.ts";
import type { Cell, Report } from "../core/table.ts";
import { readForeseen } from "../project/foreseen.ts";
import { readInterventions } from "../project/interventions.ts";
import type { Project } from "../project/project.ts";
import { readReviewDecisions } from "../project/review-decisions.ts";
import type { AnyReport, Filters, OptionValue, Query } from "../reports/define.ts";
import { explainedReport, explainedRow } from "../reports/explain/explain.ts";
import { type AnonymisedFolder, anonymisedFolder } from "./anonymised.ts";
import { shownInterventions } from "./interventions.ts";

/** What files beside the documents state, for the reports that ask for it. Plain data. */
export interface StatedBeside {
  readonly interventions?: readonly Intervention[];
  readonly foreseen?: readonly ForeseenGap[];
  readonly decisions?: readonly ReviewDecision[];
}

/** What a report is asked, but for its window. Plain data: it is the key of what is kept of the report. */
export interface AskedReport {
  readonly filters: Filters;
  /** Values of the report's own options. */
  readonly own: Readonly<Record<string, OptionValue>>;
  readonly isExplained: boolean;
  /** The one row that is explained; null for the whole report. */
  readonly row: string | null;
  readonly beside: StatedBeside;
}

/** What is only known once the documents are read. */
export interface KnownLater {
  readonly deploys: (serviceLabel: (service: string) => string) => Promise<{
    readonly found: Pick<Query, "deploys">;
    readonly notes: readonly string[];
  }>;
  readonly proposals: (
    postmortems: readonly Postmortem[],
  ) => Promise<{ readonly proposals?: readonly Proposal[] }>;
}

/**
 * What was done about gaps, foreseen and decided, where a report asks for it.
 * @throws {UsageError} with the place of each problem in these files.
 */
export async function readBeside(report: AnyReport, project: Project): Promise<StatedBeside> {
  return {
    ...(report.readsInterventions ? { interventions: await readInterventions(project) } : {}),
    ...(report.readsForeseen ? { foreseen: await readForeseen(project) } : {}),
    ...(report.readsDecisions ? { decisions: await readReviewDecisions(project) } : {}),
  };
}

/** The same with teams under the names that reports know. */
function shownBeside(
  { interventions, foreseen, decisions }: StatedBeside,
  teamLabel: (team: string) => string,
): StatedBeside {
  const label = (team: string | null) => team && teamLabel(team);
  return {
    ...(interventions ? { interventions: shownInterventions(interventions, teamLabel) } : {}),
    ...(foreseen ? { foreseen: foreseen.map((one) => ({ ...one, team: label(one.team) })) } : {}),
    ...(decisions
      ? { decisions: decisions.map((one) => ({ ...one, owner: label(one.owner) })) }
      : {}),
  };
}

/**
 * The folder as reports know it.
 * @throws {UsageError} where a small group is asked for by name.
 */
export function folderFor(
  postmortems: readonly Postmortem[],
  { filters, own }: AskedReport,
  project: Project,
): AnonymisedFolder {
  const { teams, responders, services } = filters;
  const owners = Object.values(own).flatMap((value) =>
    typeof value === "object" && value !== null ? value : [],
  );
  return anonymisedFolder(postmortems, project, {
    ...{ teams: [...teams, ...responders], owners, services },
  });
}

/** The report as it is, its columns explained, or one row of it with its files. */
function explained(
  report: Report,
  { isExplained, row }: AskedReport,
  { postmortems, taxonomy }: AnonymisedFolder,
  timeZone: string,
): Report {
  if (row !== null) return explainedRow(report, row, postmortems, { timeZone, taxonomy });
  return isExplained ? explainedReport(report) : report;
}

/** Without what only the explanation of a row asks for. */
function withoutMembers(report: Report): Report {
  const sections = report.sections.map((section) => {
    return section.members ? { ...section, members: [] } : section;
  });
  return { ...report, sections };
}

function holdsText(cell: Cell, text: string): boolean {
  return cell === text || (Array.isArray(cell) && cell.includes(text));
}

/** The notes of a folder; that on names which the taxonomy does not list, where a row has such a name. */
function notesOfFolder(
  { notes, unlistedNotes }: AnonymisedFolder,
  { sections }: Report,
): readonly string[] {
  const showsUnlisted = sections.some(({ rows }) =>
    rows.some((row) => row.some((cell) => holdsText(cell, UNLISTED))),
  );
  return showsUnlisted ? [...notes, ...unlistedNotes] : notes;
}

/**
 * A report on the postmortems of a project, as it is asked.
 * @param folder as `folderFor` makes it, or what of it the report rests on.
 * @throws {UsageError} for a row that it has not.
 */
export async function buildReport(
  report: AnyReport,
  asked: AskedReport & Pick<Query, "window" | "isTraced">,
  folder: AnonymisedFolder,
  project: Project,
  later: KnownLater,
): Promise<Report> {
  const { window, isTraced = true, filters, own, beside } = asked;
  const { thresholds, planWeights, timeZone, workingHours } = project.config;
  const { postmortems, taxonomy, teamLabel, copies } = folder;
  const deploys = await later.deploys(folder.serviceLabel);
  const query = {
    ...{ postmortems, window, isTraced, filters, taxonomy, thresholds, planWeights, timeZone },
    ...(workingHours === null ? {} : { workingHours }),
    ...(copies ? { copies } : {}),
    ...deploys.found,
    ...shownBeside(beside, teamLabel),
    ...(await later.proposals(postmortems)),
  };
  const built = report.build(query, own);
  const notes = [...built.notes, ...deploys.notes, ...notesOfFolder(folder, built)];
  return withoutMembers(explained({ ...built, notes }, asked, folder, timeZone));
}

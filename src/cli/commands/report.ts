import { InvalidArgumentError, Option } from "commander";
import { isCalendarDate, isoDate } from "../../core/calendar.ts";
import { UsageError } from "../../core/errors.ts";
import type { ForeseenGap } from "../../core/foreseen.ts";
import type { Intervention } from "../../core/intervention.ts";
import { periodStart } from "../../core/periods.ts";
import type { FactName, Postmortem } from "../../core/postmortem.ts";
import type { Proposal } from "../../core/proposal.ts";
import type { ReviewDecision } from "../../core/review-decision.ts";
import type { Report } from "../../core/table.ts";
import type { Window } from "../../core/window.ts";
import { anonymisedFolder } from "../../jobs/anonymised.ts";
import { shownInterventions } from "../../jobs/interventions.ts";
import { readForeseen } from "../../project/foreseen.ts";
import { readInterventions } from "../../project/interventions.ts";
import type { Project } from "../../project/project.ts";
import { readFacts } from "../../project/read-postmortems.ts";
import { readReviewDecisions } from "../../project/review-decisions.ts";
import type { AnyReport, ChoiceOption, OptionSpec, OptionValue } from "../../reports/define.ts";
import { explainedReport, explainedRow } from "../../reports/explain/explain.ts";
import { REPORTS } from "../../reports/index.ts";
import { wantsProposals } from "../../reports/shared/proposals.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import { deliver } from "../deliver.ts";
import { addDeploysOption, deploysFor } from "../deploys-option.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { progressOn, writeFolderNotes } from "../messages.ts";
import { openFor } from "../open.ts";
import {
  addCalendarFormat,
  addCompareOption,
  addLocationOptions,
  addOutputOptions,
  addWindowOptions,
  type LocationOptions,
  type OutputOptions,
  parsePositive,
  readFilters,
  readTeams,
  readWindow,
  severalOption,
  type WindowOptions,
} from "../options.ts";

export type ReportOptions = LocationOptions &
  OutputOptions &
  WindowOptions &
  Record<string, unknown>;

/** Refuses anything that is not a choice; of two with a comma between, each has to be one. */
function withChoices(
  option: Option,
  { choices, pairs, default: otherwise }: ChoiceOption<string>,
): Option {
  option.choices([...choices]).default(otherwise);
  if (!pairs) return option;
  return option.argParser((value: string) => {
    const chosen = value.split(",").map((one) => one.trim());
    if (chosen.length <= 2 && chosen.every((one) => choices.includes(one))) {
      return [...new Set(chosen)].join(",");
    }
    throw new InvalidArgumentError(
      `Allowed are one or two of ${choices.join(", ")}, with a comma between.`,
    );
  });
}

function parseCalendarDate(value: string): string {
  if (isCalendarDate(value)) return value;
  throw new InvalidArgumentError("Expected a date, such as 2026-09-30.");
}

function optionOf(name: string, spec: OptionSpec): Option {
  const { description } = spec;
  switch (spec.kind) {
    case "flag":
      return new Option(`--${name}`, description);
    case "choice":
      return withChoices(new Option(`--${name} <${name}>`, description), spec);
    case "count":
      return new Option(`--${name} <${spec.unit}>`, description)
        .argParser(parsePositive)
        .default(spec.default);
    case "date":
      return new Option(`--${name} <date>`, description).argParser(parseCalendarDate);
    case "teams":
      return severalOption(`--${name} <team>`, description);
  }
}

function valueOf(spec: OptionSpec, value: unknown, project: Project): OptionValue {
  switch (spec.kind) {
    case "flag":
      return value === true;
    case "choice":
      return typeof value === "string" ? value : spec.default;
    case "count":
      return typeof value === "number" ? value : spec.default;
    case "date":
      return typeof value === "string" ? value : spec.default;
    case "teams":
      return readTeams(Array.isArray(value) ? value.map(String) : [], project);
  }
}

/** The values of a report's own options. Throws a UsageError for a team that nobody knows. */
function ownValues(
  report: AnyReport,
  options: ReportOptions,
  project: Project,
): Readonly<Record<string, OptionValue>> {
  return Object.fromEntries(
    Object.entries(report.options).map(([name, spec]) => {
      return [name, valueOf(spec, options[optionOf(name, spec).attributeName()], project)];
    }),
  );
}

/** What is asked of the documents: also whom they list, where a sentence or a title is printed. */
function needsOf(
  { needs, quotes }: AnyReport,
  own: Readonly<Record<string, OptionValue>>,
  { row }: ReportOptions,
): readonly FactName[] {
  const isQuoting = typeof row === "string" || (quotes !== undefined && own[quotes] === true);
  return isQuoting ? [...needs, "texts"] : needs;
}

/** The report as it is, its columns explained, or one row of it with its files. */
function explained(
  report: Report,
  { explain, row }: ReportOptions,
  postmortems: readonly Postmortem[],
  timeZone: string,
): Report {
  if (typeof row === "string") return explainedRow(report, row, postmortems, timeZone);
  return explain === true ? explainedReport(report) : report;
}

/** What was done about gaps, with teams under the names that reports know; nothing where nobody asks. */
async function interventionsFor(
  report: AnyReport,
  project: Project,
  teamLabel: (team: string) => string,
): Promise<{ readonly interventions?: readonly Intervention[] }> {
  if (!report.readsInterventions) return {};
  return { interventions: shownInterventions(await readInterventions(project), teamLabel) };
}

/** Gaps that were foreseen, with teams under the names that reports know; nothing where nobody asks. */
async function foreseenFor(
  report: AnyReport,
  project: Project,
  teamLabel: (team: string) => string,
): Promise<{ readonly foreseen?: readonly ForeseenGap[] }> {
  if (!report.readsForeseen) return {};
  const foreseen = await readForeseen(project);
  return { foreseen: foreseen.map((one) => ({ ...one, team: one.team && teamLabel(one.team) })) };
}

/** What monthly reviews decided, with teams under the names that reports know; nothing where nobody asks. */
async function decisionsFor(
  report: AnyReport,
  project: Project,
  teamLabel: (team: string) => string,
): Promise<{ readonly decisions?: readonly ReviewDecision[] }> {
  if (!report.readsDecisions) return {};
  const decisions = await readReviewDecisions(project);
  return {
    decisions: decisions.map((one) => ({ ...one, owner: one.owner && teamLabel(one.owner) })),
  };
}

/** How many gaps and hand-overs the prose proposes, where documents record next to none; nothing elsewhere. */
async function proposalsFor(
  report: AnyReport,
  project: Project,
  postmortems: readonly Postmortem[],
  window: Window,
  io: Io,
): Promise<{ readonly proposals?: readonly Proposal[] }> {
  const { countsProposals } = report;
  if (!countsProposals || !wantsProposals(postmortems, window, countsProposals)) return {};
  const { readProposals } = await import("../../jobs/proposals.ts");
  try {
    return { proposals: await readProposals(project, progressOn(io)) };
  } catch (error) {
    // A mistake in the file of decisions is for `pm suggest` to report: this report does not rest on it.
    if (error instanceof UsageError) return {};
    throw error;
  }
}

/** The window that the options ask for, else the report's own: the calendar month before. */
function windowFor(report: AnyReport, options: ReportOptions, timeZone: string, now: number) {
  const window = readWindow(options, timeZone, now);
  const isAsked = options.since !== undefined || options.until !== undefined;
  if (report.defaultWindow !== "last month" || isAsked) return window;
  const until = periodStart(window.until, "month", timeZone);
  const since = isoDate(periodStart(until - 1, "month", timeZone), timeZone);
  return readWindow({ ...options, since, until: isoDate(until, timeZone) }, timeZone, now);
}

/** Runs a report as its options ask. Throws a UsageError for what they, or files, get wrong. */
export async function runReport(
  report: AnyReport,
  options: ReportOptions,
  io: Io,
): Promise<ExitCode> {
  const project = await openFor(options, io);
  const { config } = project;
  const window = windowFor(report, options, config.timeZone, io.now());
  const filters = readFilters(options, project);
  const own = ownValues(report, options, project);
  const read = await readFacts(project, needsOf(report, own, options), progressOn(io));
  await writeFolderNotes(read, io);
  const { thresholds, planWeights, timeZone, workingHours } = config;
  const { teams, responders, services } = filters;
  const owners = Object.values(own).flatMap((value) =>
    typeof value === "object" && value !== null ? value : [],
  );
  const named = { teams: [...teams, ...responders], owners, services };
  const folder = anonymisedFolder(read.postmortems, project, named);
  const { postmortems, taxonomy, teamLabel } = folder;
  const deploys = await deploysFor(report, options, project, folder.serviceLabel);
  const query = {
    ...{ postmortems, window, filters, taxonomy, thresholds, planWeights, timeZone },
    ...(workingHours === null ? {} : { workingHours }),
    ...deploys.found,
    ...(await interventionsFor(report, project, teamLabel)),
    ...(await foreseenFor(report, project, teamLabel)),
    ...(await decisionsFor(report, project, teamLabel)),
    ...(await proposalsFor(report, project, postmortems, window, io)),
  };
  const result = report.build(query, own);
  const built = { ...result, notes: [...result.notes, ...deploys.notes, ...folder.notes] };
  const shown = explained(built, options, postmortems, timeZone);
  await deliver(shown, read.redact, options, io);
  if (built.failure === undefined) return EXIT.ok;
  await io.say(built.failure);
  return EXIT.findings;
}

/** Adds one command for each report in the registry. */
export const addReportCommands: AddCommand = (program, io, finish) => {
  for (const report of REPORTS) {
    const command = program.command(report.name).helpGroup(GROUPS.read).summary(report.summary);
    command.description(`${report.summary}\n\n${report.details}`);
    for (const [name, spec] of Object.entries(report.options)) {
      command.addOption(optionOf(name, spec));
    }
    addWindowOptions(command, report.teamFilter);
    if (report.compares) addCompareOption(command);
    if (report.readsDeploys) addDeploysOption(command);
    command
      .option("--explain", "say how each column is computed, instead of showing rows")
      .option(
        "--row <name>",
        "explain one row, by its name or id, and list the files that it counts",
      );
    addLocationOptions(addOutputOptions(command));
    if (report.hasCalendar) addCalendarFormat(command);
    command.action(async (options: ReportOptions) => {
      finish(await runReport(report, options, io));
    });
  }
};

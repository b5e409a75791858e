import { InvalidArgumentError, Option } from "commander";
import type { FactName } from "../../core/postmortem.ts";
import type { Report } from "../../core/table.ts";
import { isCalendarDate, isoDate } from "../../core/time/calendar.ts";
import { periodStart } from "../../core/time/periods.ts";
import { type AskedReport, buildReport, readBeside } from "../../jobs/report.ts";
import type { Redact } from "../../people/recogniser.ts";
import { findFiles } from "../../project/postmortem-files.ts";
import type { Project } from "../../project/project.ts";
import type { FoundFiles } from "../../read/find-files.ts";
import type {
  AnyReport,
  ChoiceOption,
  OptionSpec,
  OptionValue,
  Query,
} from "../../reports/define.ts";
import { REPORTS } from "../../reports/index.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import { deliver, showsPlaces } from "../deliver.ts";
import { addDeploysOption, deployPathsFor, readDeploysFrom } from "../deploys-option.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { openFor } from "../open.ts";
import {
  addCalendarFormat,
  addCompareOption,
  addLocationOptions,
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
import { addOutputOptions } from "../output-options.ts";
import { asksForProposals, decidedOn, proposalsFor } from "./counted-proposals.ts";
import { type KeptReports, keptReports, sayAgain } from "./kept-report.ts";
import { reportedFolder } from "./reported-folder.ts";

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

/** The window that the options ask for, else the report's own: the calendar month before. */
function windowFor(report: AnyReport, options: ReportOptions, timeZone: string, now: number) {
  const window = readWindow(options, timeZone, now);
  const isAsked = options.since !== undefined || options.until !== undefined;
  if (report.defaultWindow !== "last month" || isAsked) return window;
  const until = periodStart(window.until, "month", timeZone);
  const since = isoDate(periodStart(until - 1, "month", timeZone), timeZone);
  const { isUpToNow = false } = window;
  const month = readWindow({ ...options, since, until: isoDate(until, timeZone) }, timeZone, now);
  return isUpToNow ? { ...month, isUpToNow } : month;
}

/** What the options ask of a report. Throws a UsageError for what they, or files, get wrong. */
async function askedOf(
  report: AnyReport,
  options: ReportOptions,
  project: Project,
): Promise<AskedReport> {
  const { explain, row } = options;
  return {
    filters: readFilters(options, project),
    own: ownValues(report, options, project),
    isExplained: explain === true,
    row: typeof row === "string" ? row : null,
    beside: await readBeside(report, project),
  };
}

/** What a report is made from. */
interface MadeFrom {
  readonly found: FoundFiles;
  readonly project: Project;
  readonly deployPaths: readonly string[];
  /** Null where nothing is kept. */
  readonly kept: KeptReports | null;
}

/** A report, and what withholds people in it. */
interface NewReport {
  readonly report: Report;
  readonly redact: Redact;
}

/** The same, with each text looked through once. */
function remembering(redact: Redact): Redact {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text) ?? redact(text);
    known.set(text, found);
    return found;
  };
}

/** Reads the documents, says what is to be said of them, and makes the report, which is kept where that can be. */
async function makeReport(
  report: AnyReport,
  asked: AskedReport & Pick<Query, "window" | "isTraced">,
  { found, project, kept, deployPaths }: MadeFrom,
  options: ReportOptions,
  io: Io,
): Promise<NewReport> {
  await kept?.begin();
  const needs = needsOf(report, asked.own, options);
  const wanted = { report, asked, needs, found, project, isKept: kept !== null };
  const { folder, said, isOfAll, wasKept, ahead, ...reported } = await reportedFolder(wanted, io);
  // What is kept and what is printed hold the same texts.
  const redact = remembering(reported.redact);
  const made = await buildReport(report, asked, folder, project, {
    deploys: (serviceLabel) => readDeploysFrom(deployPaths, project, serviceLabel),
    proposals: async (postmortems) =>
      !wasKept && asksForProposals(report, postmortems, asked.window)
        ? proposalsFor(project, io)
        : {},
  });
  if (isOfAll)
    await kept?.keep({ report: made, said }, { postmortems: ahead ?? folder.postmortems, redact });
  return { report: made, redact };
}

/** Runs a report as its options ask. Throws a UsageError for what they, or files, get wrong. */
export async function runReport(
  report: AnyReport,
  options: ReportOptions,
  io: Io,
): Promise<ExitCode> {
  const project = await openFor(options, io);
  const [now, { timeZone }] = [io.now(), project.config];
  const windowAt = (at: number) => windowFor(report, options, timeZone, at);
  const window = windowAt(now);
  const asked = await askedOf(report, options, project);
  const found = await findFiles(project, []);
  const decided = await decidedOn(report, project);
  const deployPaths = deployPathsFor(report, options, project);
  // Of deploys, the key of what is kept says nothing.
  const isKept = deployPaths.length === 0 && decided !== null;
  const question = { report, asked, written: options, windowAt, decided: decided ?? [] };
  const kept = isKept ? keptReports(question, found, project, now) : null;
  const known = kept?.find() ?? null;
  if (known !== null) await sayAgain(known, io);
  const isTraced = asked.row !== null || showsPlaces(options);
  const from = { found, project, deployPaths, kept };
  const { report: shown, redact } =
    known === null
      ? await makeReport(report, { ...asked, window, isTraced }, from, options, io)
      : { ...known, redact: (text: string) => text };
  await deliver(shown, redact, options, io);
  if (shown.failure === undefined) return EXIT.ok;
  await io.say(shown.failure);
  return EXIT.findings;
}

/** Adds one command for each report in the registry. */
export const addReportCommands: AddCommand = (program, io, finish) => {
  for (const report of REPORTS) {
    const command = program.command(report.name).helpGroup(GROUPS.read).summary(report.summary);
    command.description(`${report.summary}.\n\n${report.details}`);
    for (const [name, spec] of Object.entries(report.options)) {
      command.addOption(optionOf(name, spec));
    }
    const isMonthly = report.defaultWindow === "last month";
    addWindowOptions(command, report.teamFilter, isMonthly ? "the last calendar month" : undefined);
    if (report.compares) addCompareOption(command);
    if (report.readsDeploys) addDeploysOption(command);
    command
      .option("--explain", "say how each column is computed, instead of showing rows")
      .option(
        "--row <name>",
        "explain one row, by its name or id, and list the files that it counts",
      );
    addLocationOptions(addOutputOptions(command, io));
    if (report.hasCalendar) addCalendarFormat(command);
    command.action(async (options: ReportOptions) => {
      finish(await runReport(report, options, io));
    });
  }
};

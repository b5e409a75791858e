import type { Command } from "commander";
import { isoDate } from "../../../core/calendar.ts";
import { counted } from "../../../core/counted.ts";
import type { FactName } from "../../../core/postmortem.ts";
import { printable } from "../../../core/printable.ts";
import type { Report } from "../../../core/table.ts";
import { personWords, readDocuments, readOwnTaxonomy, startedIn } from "../../../jobs/taxonomy.ts";
import { RULES } from "../../../lint/rules/index.ts";
import { openProject, type Project } from "../../../project/project.ts";
import { readFolder } from "../../../project/read-postmortems.ts";
import { checkTaxonomy } from "../../../taxonomy/check.ts";
import { checkReport } from "../../../taxonomy/check-report.ts";
import { domainNamed, listReport } from "../../../taxonomy/list.ts";
import { proposeReport } from "../../../taxonomy/propose.ts";
import { usageReport } from "../../../taxonomy/usage.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { deliver } from "../../deliver.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Io } from "../../io.ts";
import { progressOn, writeFolderNotes } from "../../messages.ts";
import {
  addLocationOptions,
  addOutputOptions,
  addPeriodOptions,
  type LocationOptions,
  type OutputOptions,
  parseCount,
  type PeriodOptions,
  readWindow,
} from "../../options.ts";
import { addRenameCommand } from "./rename.ts";

type ReportOptions = LocationOptions & OutputOptions;
type ListOptions = ReportOptions & { readonly domain?: string };
type UsageOptions = ReportOptions & PeriodOptions;
type ProposeOptions = UsageOptions & { readonly minIncidents: number };

/** One incident is not a pattern. */
const MIN_INCIDENTS = 2;

async function open(options: LocationOptions, io: Io): Promise<Project> {
  const { dir = null, config: configPath = null } = options;
  return openProject({ cwd: io.cwd, dir, configPath }, RULES);
}

async function list(options: ListOptions, io: Io): Promise<void> {
  const project = await open(options, io);
  const { taxonomy, taxonomyName } = project;
  const domain = options.domain === undefined ? null : domainNamed(options.domain, taxonomy);
  const read = await readDocuments(project, progressOn(io));
  if ("missing" in read) {
    const note = `note: ${read.missing}, so it is not known how often each term is used`;
    await io.stderr.write(`${printable(note)}\n`);
  } else {
    await writeFolderNotes(read, io);
  }
  const postmortems = "missing" in read ? null : read.postmortems;
  await deliver(listReport({ taxonomy, taxonomyName, postmortems, domain }), options, io);
}

async function check(options: ReportOptions, io: Io): Promise<ExitCode> {
  const project = await open(options, io);
  const source = await readOwnTaxonomy(project);
  if (source === null) {
    const note = `note: ${project.taxonomyName} is in use, so there is no file of your own to check`;
    await io.stderr.write(`${note}\n`);
    return EXIT.ok;
  }
  const doubts = checkTaxonomy(source, project.taxonomy);
  if (options.format !== undefined || options.output !== undefined) {
    await deliver(checkReport(source, doubts), options, io);
  } else {
    for (const { range, message, hint } of doubts.slice(0, options.limit)) {
      const place = `${source.path}:${range.start.line}:${range.start.column}`;
      const line = `${printable(`${place}: warning: ${message}`)}\n    ${printable(hint)}\n`;
      await io.stdout.write(line);
    }
    const warnings = counted(doubts.length, "warning");
    await io.stderr.write(`${printable(`${warnings} in ${source.path}`)}\n`);
  }
  return doubts.length > 0 ? EXIT.findings : EXIT.ok;
}

/** The incidents that the options select, the period in words, and what is left out. */
async function readStretch(
  options: UsageOptions,
  needs: readonly FactName[],
  project: Project,
  io: Io,
) {
  const { timeZone } = project.config;
  const window = readWindow(options, timeZone, io.now());
  const read = await readFolder(project, [], needs, progressOn(io));
  await writeFolderNotes(read, io);
  const { taxonomy, taxonomyName, config } = project;
  const base = { taxonomy, taxonomyName, smallCount: config.thresholds.smallCount };
  const isAll = [options.since, options.until, options.asOf].every((one) => one === undefined);
  if (isAll) {
    return { ...base, read, postmortems: read.postmortems, stretch: "all time", notes: [] };
  }
  const { incidents, undated } = startedIn(read.postmortems, window);
  const until = isoDate(window.until, timeZone);
  const since = window.since === null ? "up" : isoDate(window.since, timeZone);
  const notes =
    undated === 0 ? [] : [`Left out, without a readable start: ${counted(undated, "incident")}.`];
  return { ...base, read, postmortems: incidents, stretch: `${since} to ${until}`, notes };
}

function withNotes(report: Report, notes: readonly string[]): Report {
  return { ...report, notes: [...report.notes, ...notes] };
}

async function usage(options: UsageOptions, io: Io): Promise<void> {
  const project = await open(options, io);
  const { notes, ...stretch } = await readStretch(options, ["everything"], project, io);
  await deliver(withNotes(usageReport(stretch), notes), options, io);
}

async function propose(options: ProposeOptions, io: Io): Promise<void> {
  const project = await open(options, io);
  const needs = ["everything", "prose"] as const;
  const { notes, read, ...stretch } = await readStretch(options, needs, project, io);
  const report = proposeReport({
    ...stretch,
    minIncidents: options.minIncidents,
    stopWords: project.vocabulary.stop_words,
    personWords: personWords(read),
  });
  await deliver(withNotes(report, notes), options, io);
}

/** Adds a command of `pm taxonomy` that writes a report. */
function addReport(parent: Command, name: string, summary: string, details: string): Command {
  const command = parent.command(name).summary(summary).description(`${summary}\n\n${details}`);
  return addLocationOptions(addOutputOptions(command));
}

function addListCommand(parent: Command, io: Io): void {
  addReport(
    parent,
    "list",
    "List the terms of the taxonomy, and how many incidents name each",
    "Incidents: the number of postmortems that name the term; each counts once.",
  )
    .option("--domain <id>", "only the competencies of this domain")
    .action((options: ListOptions) => list(options, io));
}

const CHECK_DETAILS =
  "Errors in the taxonomy stop every command (exit code 2). This command lists valid entries that are " +
  "probably mistakes, one per line as file:line:column, or in another --format. Exit code 1 if there " +
  "are any.";

/** `pm taxonomy`: lists, checks and measures the terms of a project, and renames them. */
export const addTaxonomyCommand: AddCommand = (program, io, finish) => {
  const parent = program
    .command("taxonomy")
    .helpGroup(GROUPS.setUp)
    .summary("List, check, measure, extend and rename the terms of the taxonomy")
    .description("The terms in which postmortems say what happened and which skill was missing.");
  addListCommand(parent, io);
  addReport(
    parent,
    "check",
    "List valid entries of the taxonomy file that are probably mistakes",
    CHECK_DETAILS,
  ).action(async (options: ReportOptions) => {
    finish(await check(options, io));
  });
  addPeriodOptions(
    addReport(
      parent,
      "usage",
      "Show which competencies are used, never used, written in several ways, or nearly the same",
      "All figures count incidents; one that names a competency twice counts once.",
    ),
  ).action((options: UsageOptions) => usage(options, io));
  addPeriodOptions(
    addReport(
      parent,
      "propose",
      "Propose terms that documents use for gaps but no competency covers",
      "Reads gap evidence and contributing factors. A term is a hint to read where it occurs.",
    ),
  )
    .option(
      "--min-incidents <count>",
      "minimum number of incidents with a term",
      parseCount,
      MIN_INCIDENTS,
    )
    .action((options: ProposeOptions) => propose(options, io));
  addRenameCommand(parent, io, finish);
};

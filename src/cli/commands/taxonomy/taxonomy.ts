import type { Command } from "commander";
import { counted } from "../../../core/counted.ts";
import type { FactName } from "../../../core/postmortem.ts";
import {
  domainOf,
  doubtsIn,
  listTaxonomy,
  proposalsIn,
  readDocuments,
  readOwnTaxonomy,
  type Stretch,
  usageIn,
} from "../../../jobs/taxonomy/taxonomy.ts";
import { peopleOf } from "../../../people/people-of.ts";
import type { Project } from "../../../project/project.ts";
import { readAsWritten, readFolder } from "../../../project/read-postmortems.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { deliver } from "../../deliver.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Io } from "../../io.ts";
import { progressOn, writeFolderNotes } from "../../messages.ts";
import { openFor } from "../../open.ts";
import {
  addLocationOptions,
  addPeriodOptions,
  type LocationOptions,
  type OutputOptions,
  parseCount,
  type PeriodOptions,
  readWindow,
} from "../../options.ts";
import { addOutputOptions } from "../../output-options.ts";
import { addAdoptCommand } from "./adopt.ts";
import { addTaxonomyExportCommand } from "./export.ts";
import { addRenameCommand } from "./rename.ts";

type ReportOptions = LocationOptions & OutputOptions;
type ListOptions = ReportOptions & { readonly domain?: string };
type UsageOptions = ReportOptions & PeriodOptions;
type ProposeOptions = UsageOptions & { readonly minIncidents: number };

/** One incident is not a pattern. */
const MIN_INCIDENTS = 2;

async function list(options: ListOptions, io: Io): Promise<void> {
  const project = await openFor(options, io);
  const domain = options.domain === undefined ? null : domainOf(options.domain, project);
  const read = await readDocuments(project, progressOn(io));
  if (read.ok) {
    await writeFolderNotes(read.value, io);
  } else {
    await io.note(`${read.why}, so it is not known how often each term is used`);
  }
  const redact = read.ok ? read.value.redact : peopleOf(project).redact;
  const postmortems = read.ok ? read.value.postmortems : null;
  await deliver(listTaxonomy(project, postmortems, domain), redact, options, io);
}

/** What only the team itself can list, and has not. */
function emptyLists({ taxonomy: { teams, services } }: Project): readonly string[] {
  return [
    ...(teams.length > 0
      ? []
      : [
          "no teams are listed, so no report says which team lacked a skill: `pm taxonomy adopt` finds those that documents name",
        ]),
    ...(services.length > 0
      ? []
      : ["no services are listed: `pm taxonomy adopt` finds those that documents name"]),
  ];
}

async function check(options: ReportOptions, io: Io): Promise<ExitCode> {
  const project = await openFor(options, io);
  const source = await readOwnTaxonomy(project);
  if (source === null) {
    await io.note(`${project.taxonomyName} is in use, so there is no file of your own to check`);
    return EXIT.ok;
  }
  const { doubts, report } = doubtsIn(source, project);
  for (const note of emptyLists(project)) await io.note(note);
  if (options.format !== undefined || options.output !== undefined) {
    await deliver(report, peopleOf(project).redact, options, io);
  } else {
    for (const { range, message, hint } of doubts.slice(0, options.limit)) {
      const place = `${source.path}:${range.start.line}:${range.start.column}`;
      await io.print(`${place}: warning: ${message}`);
      await io.print(`    ${hint}`);
    }
    await io.say(`${counted(doubts.length, "warning")} in ${source.path}`);
  }
  return doubts.length > 0 ? EXIT.findings : EXIT.ok;
}

/** The incidents that the options ask for. */
async function readStretch(
  options: UsageOptions,
  needs: readonly FactName[],
  io: Io,
  readAs: typeof readFolder = readFolder,
): Promise<Stretch> {
  const project = await openFor(options, io);
  const window = readWindow(options, project.config.timeZone, io.now());
  const read = await readAs(project, [], needs, progressOn(io));
  await writeFolderNotes(read, io);
  const isAll = [options.since, options.until, options.asOf].every((one) => one === undefined);
  return { project, read, window: isAll ? null : window };
}

async function usage(options: UsageOptions, io: Io): Promise<void> {
  const stretch = await readStretch(options, ["everything"], io, readAsWritten);
  await deliver(usageIn(stretch), stretch.read.redact, options, io);
}

async function propose(options: ProposeOptions, io: Io): Promise<void> {
  const stretch = await readStretch(options, ["everything", "prose"], io);
  await deliver(proposalsIn(stretch, options.minIncidents), stretch.read.redact, options, io);
}

/** A command of `pm taxonomy` that writes a report. */
interface ReportCommand {
  readonly name: string;
  readonly summary: string;
  readonly details: string;
  /** Adds the options of this command alone. */
  readonly addOptions?: (command: Command) => Command;
}

function addReport(
  parent: Command,
  io: Io,
  { name, summary, details, addOptions = (command) => command }: ReportCommand,
): Command {
  const command = parent.command(name).summary(summary).description(`${summary}.\n\n${details}`);
  return addLocationOptions(addOutputOptions(addOptions(command), io));
}

function addListCommand(parent: Command, io: Io): void {
  addReport(parent, io, {
    name: "list",
    summary: "List the terms of the taxonomy, and how many incidents name each",
    details: "Incidents: the number of postmortems that name the term; each counts once.",
    addOptions: (command) =>
      command.option("--domain <id>", "only the competencies of this domain"),
  }).action((options: ListOptions) => list(options, io));
}

const CHECK_DETAILS =
  "One per line as file:line:column, or in another --format. Exit code 1 if there are any. Errors in the " +
  "taxonomy are not among them: they stop every command, with exit code 2.";

/** `pm taxonomy`: lists, checks and measures the terms of a project, and renames them. */
export const addTaxonomyCommand: AddCommand = (program, io, finish) => {
  const parent = program
    .command("taxonomy")
    .helpGroup(GROUPS.setUp)
    .summary("List, check, measure, extend, rename and export the terms of the taxonomy")
    .description("The terms in which postmortems say what happened and which skill was missing.");
  addListCommand(parent, io);
  addReport(parent, io, {
    name: "check",
    summary: "List valid entries of the taxonomy file that are probably mistakes",
    details: CHECK_DETAILS,
  }).action(async (options: ReportOptions) => {
    finish(await check(options, io));
  });
  addReport(parent, io, {
    name: "usage",
    summary:
      "Show which competencies are used, never used, written in several ways, or nearly the same",
    details: "All figures count incidents; one that names a competency twice counts once.",
    addOptions: addPeriodOptions,
  }).action((options: UsageOptions) => usage(options, io));
  addReport(parent, io, {
    name: "propose",
    summary: "Propose terms that documents use for gaps but no competency covers",
    details:
      "Reads gap evidence and contributing factors. A term is a hint to read where it occurs.",
    addOptions: (command) =>
      addPeriodOptions(command).option(
        "--min-incidents <count>",
        "minimum number of incidents with a term",
        parseCount,
        MIN_INCIDENTS,
      ),
  }).action((options: ProposeOptions) => propose(options, io));
  addAdoptCommand(parent, io, finish);
  addRenameCommand(parent, io, finish);
  addTaxonomyExportCommand(parent, io);
};

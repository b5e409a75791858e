import { type Command, InvalidArgumentError, Option } from "commander";
import { RULES } from "../../lint/rules/index.ts";
import { openProject } from "../../project/project.ts";
import { readFolder } from "../../project/read-postmortems.ts";
import type { AnyReport, ChoiceOption } from "../../reports/define.ts";
import { REPORTS } from "../../reports/index.ts";
import type { AddCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import type { Io } from "../io.ts";
import { progressOn, writeFolderNotes } from "../messages.ts";
import {
  addCompareOption,
  addLocationOptions,
  addOutputOptions,
  addWindowOptions,
  type LocationOptions,
  type OutputOptions,
  readFilters,
  readWindow,
  type WindowOptions,
} from "../options.ts";

type ReportOptions = LocationOptions & OutputOptions & WindowOptions & Record<string, unknown>;

/** Refuses what is no choice; of two with a comma between, each has to be one. */
function addChoices(
  option: Option,
  { choices, pairs, default: otherwise }: ChoiceOption<string>,
): void {
  option.choices([...choices]).default(otherwise);
  if (!pairs) return;
  option.argParser((value: string) => {
    const chosen = value.split(",").map((one) => one.trim());
    if (chosen.length <= 2 && chosen.every((one) => choices.includes(one))) {
      return [...new Set(chosen)].join(",");
    }
    throw new InvalidArgumentError(
      `Allowed are one or two of ${choices.join(", ")}, with a comma between.`,
    );
  });
}

function addOwnOptions(command: Command, report: AnyReport): void {
  for (const [name, spec] of Object.entries(report.options)) {
    const flags = spec.kind === "choice" ? `--${name} <${name}>` : `--${name}`;
    const option = new Option(flags, spec.description);
    if (spec.kind === "choice") addChoices(option, spec);
    command.addOption(option);
  }
}

function ownValues(report: AnyReport, options: ReportOptions): Record<string, string | boolean> {
  return Object.fromEntries(
    Object.entries(report.options).map(([name, spec]) => {
      const value = options[new Option(`--${name}`).attributeName()];
      return [
        name,
        spec.kind === "flag" ? value === true : typeof value === "string" ? value : spec.default,
      ];
    }),
  );
}

async function runReport(report: AnyReport, options: ReportOptions, io: Io): Promise<void> {
  const { dir = null, config: configPath = null } = options;
  const project = await openProject({ cwd: io.cwd, dir, configPath }, RULES);
  const { taxonomy, config } = project;
  const window = readWindow(options, config.timeZone, io.now());
  const filters = readFilters(options, project);
  const read = await readFolder(project, [], report.needs, progressOn(io));
  await writeFolderNotes(read, io);
  const { thresholds, timeZone } = config;
  const { postmortems } = read;
  const query = { postmortems, window, filters, taxonomy, thresholds, timeZone };
  await deliver(report.build(query, ownValues(report, options)), options, io);
}

/** One command for each report of the registry. */
export const addReportCommands: AddCommand = (program, io) => {
  for (const report of REPORTS) {
    const command = program.command(report.name).summary(report.summary);
    command.description(`${report.summary}\n\n${report.details}`);
    addOwnOptions(command, report);
    addWindowOptions(command, report.teamFilter);
    if (report.compares) addCompareOption(command);
    addLocationOptions(addOutputOptions(command));
    command.action((options: ReportOptions) => runReport(report, options, io));
  }
};

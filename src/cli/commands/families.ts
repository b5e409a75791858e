import { type Command, InvalidArgumentError } from "commander";
import { familiesOf } from "../../jobs/likeness/likeness.ts";
import { readForFamilies } from "../../jobs/likeness/read-likeness.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../../reports/shared/counted-once.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import { deliver } from "../deliver.ts";
import type { Io } from "../io.ts";
import { progressOn, writeFolderNotes } from "../messages.ts";
import { openFor } from "../open.ts";
import {
  addLocationOptions,
  addWindowOptions,
  type LocationOptions,
  type OutputOptions,
  parseCount,
  readFilters,
  readWindow,
  type WindowOptions,
} from "../options.ts";
import { addOutputOptions } from "../output-options.ts";

/** The closeness at which families in the example and in public folders make sense to a reader. */
const CLOSENESS = 0.12;
const MIN_SIZE = 2;

type FamiliesOptions = LocationOptions &
  OutputOptions &
  WindowOptions & {
    readonly closeness: number;
    readonly minSize: number;
    readonly includeDrafts?: true;
  };

const DETAILS = [
  "Compares only factors, causes, evidence of gaps, competencies and titles.",
  "Terms: the words that make a family, among those that at least half of its incidents share.",
  "Closeness: the average similarity within a family, above 0 and at most 1; a lower value gives wider families.",
].join("\n");

/** A share above 0, for commander. */
function parseCloseness(value: string): number {
  const share = /^\d*\.?\d+$/.test(value) ? Number(value) : 0;
  if (share > 0 && share <= 1) return share;
  throw new InvalidArgumentError(`Expected a share above 0 up to 1, such as ${CLOSENESS}.`);
}

function parseSize(value: string): number {
  const size = parseCount(value);
  if (size >= MIN_SIZE) return size;
  throw new InvalidArgumentError(`Expected a whole number of at least ${MIN_SIZE}.`);
}

async function families(options: FamiliesOptions, io: Io): Promise<void> {
  const { closeness, minSize, since, until, asOf } = options;
  const project = await openFor(options, io);
  const window = readWindow(options, project.config.timeZone, io.now());
  const filters = readFilters(options, project);
  const read = await readForFamilies(project, progressOn(io));
  await writeFolderNotes(read, io);
  const withUndated = [since, until, asOf].every((bound) => bound === undefined);
  const withDrafts = options.includeDrafts === true;
  const request = { window, filters, withDrafts, withUndated, closeness, minSize };
  await deliver(familiesOf(read, project, request), read.redact, options, io);
}

function addOwnOptions(command: Command): Command {
  return command
    .option(
      "--min-size <incidents>",
      "minimum number of incidents in a family",
      parseSize,
      MIN_SIZE,
    )
    .option(
      "--closeness <share>",
      "minimum average closeness within a family",
      parseCloseness,
      CLOSENESS,
    )
    .option(`--${INCLUDE_DRAFTS}`, DRAFTS_OPTION.description);
}

/** `pm families`: groups of incidents with similar causes. */
export const addFamiliesCommand: AddCommand = (program, io) => {
  const summary = "Group incidents with similar causes, with the terms they share";
  const command = program
    .command("families")
    .helpGroup(GROUPS.read)
    .summary(summary)
    .description(`${summary}.\n\n${DETAILS}`);
  addLocationOptions(addOutputOptions(addWindowOptions(addOwnOptions(command)), io)).action(
    (options: FamiliesOptions) => families(options, io),
  );
};

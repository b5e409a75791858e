import { type Command, InvalidArgumentError } from "commander";
import { leftOutNotes } from "../../core/confirmed.ts";
import { likenessDocuments } from "../../likeness/documents.ts";
import { familiesReport } from "../../likeness/families-report.ts";
import { RULES } from "../../lint/rules/index.ts";
import { openProject } from "../../project/project.ts";
import { readFolder } from "../../project/read-postmortems.ts";
import type { Query } from "../../reports/define.ts";
import { undatedNotes } from "../../reports/shared/notes.ts";
import { selectIncidents, type Selection } from "../../reports/shared/selection.ts";
import { subtitle } from "../../reports/shared/subtitle.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import { deliver } from "../deliver.ts";
import type { Io } from "../io.ts";
import { wordsOf } from "../likeness.ts";
import { progressOn, writeFolderNotes } from "../messages.ts";
import {
  addLocationOptions,
  addOutputOptions,
  addWindowOptions,
  type LocationOptions,
  type OutputOptions,
  parseCount,
  readFilters,
  readWindow,
  type WindowOptions,
} from "../options.ts";

/** The closeness at which families in the example and in public folders make sense to a reader. */
const CLOSENESS = 0.12;
const MIN_SIZE = 2;

type FamiliesOptions = LocationOptions &
  OutputOptions &
  WindowOptions & { readonly closeness: number; readonly minSize: number };

const DETAILS = [
  "Compares only factors, causes, evidence of gaps, competencies and titles.",
  "Terms: the words that make a family, among those that at least half of its incidents share.",
  "Closeness: the average likeness within a family, above 0 up to 1; a lower value gives wider families.",
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

/** The incidents that the options select; without a window, also those without a start. */
function select(query: Query, options: FamiliesOptions): Selection {
  const selection = selectIncidents(query);
  const { since, until, asOf } = options;
  if ([since, until, asOf].some((bound) => bound !== undefined)) return selection;
  const incidents = [...selection.incidents, ...selection.undated];
  const whenEmpty = incidents.length > 0 ? null : selection.whenEmpty;
  return { ...selection, incidents, undated: [], whenEmpty };
}

async function families(options: FamiliesOptions, io: Io): Promise<void> {
  const { dir = null, config: configPath = null, closeness, minSize } = options;
  const project = await openProject({ cwd: io.cwd, dir, configPath }, RULES);
  const { taxonomy, config } = project;
  const { thresholds, timeZone } = config;
  const window = readWindow(options, timeZone, io.now());
  const filters = readFilters(options, project);
  const read = await readFolder(project, [], ["everything", "prose"], progressOn(io));
  await writeFolderNotes(read, io);
  const { postmortems } = read;
  const query = { postmortems, window, filters, taxonomy, thresholds, timeZone };
  const selection = select(query, options);
  const chosen = new Set(selection.incidents);
  const all = likenessDocuments(postmortems, wordsOf(read, project));
  const report = familiesReport({
    all,
    chosen: all.filter(({ incident }) => chosen.has(incident)),
    closeness,
    minSize,
    subtitle: subtitle(query, selection),
    whenEmpty: selection.whenEmpty,
    notes: [...undatedNotes(selection), ...leftOutNotes(selection.incidents)],
    timeZone,
  });
  await deliver(report, options, io);
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
    );
}

/** `pm families`: groups of incidents with similar causes. */
export const addFamiliesCommand: AddCommand = (program, io) => {
  const summary = "Group incidents with similar causes, with the terms they share";
  const command = program
    .command("families")
    .helpGroup(GROUPS.read)
    .summary(summary)
    .description(`${summary}\n\n${DETAILS}`);
  addLocationOptions(addOutputOptions(addWindowOptions(addOwnOptions(command)))).action(
    (options: FamiliesOptions) => families(options, io),
  );
};

import { UsageError } from "../../core/errors.ts";
import { calibrateAgainst, calibrateCopies } from "../../jobs/calibrate.ts";
import { peopleOf } from "../../people/people-of.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import { deliver } from "../deliver.ts";
import type { Io } from "../io.ts";
import { writeFolderNotes } from "../messages.ts";
import { openFor, startOf } from "../open.ts";
import { addLocationOptions, type LocationOptions, type OutputOptions } from "../options.ts";
import { addOutputOptions } from "../output-options.ts";

type CalibrateOptions = LocationOptions & OutputOptions & { readonly against?: string };

const DETAILS =
  "Two or more people tag the same documents, each in a copy: give a folder for each, or files. With " +
  "--against, the documents are compared with those of a branch or commit. Copies are matched by their " +
  "ids; raters are A, B, … in the order given. Alpha: Krippendorff's, with a 95 % bootstrap interval. " +
  "See docs/statistics.md.";

async function calibrate(
  paths: readonly string[],
  options: CalibrateOptions,
  io: Io,
): Promise<void> {
  const { against } = options;
  if (paths.length === 0 && against === undefined) {
    throw new UsageError(
      "Missing documents",
      "Give a folder or files for each, or --against a branch.",
    );
  }
  const [first] = paths;
  const project = await openFor(
    options,
    io,
    first === undefined ? io.cwd : await startOf(first, io.cwd),
  );
  const { report, read } =
    against === undefined
      ? await calibrateCopies(paths, project)
      : await calibrateAgainst(against, paths, project);
  for (const one of read) await writeFolderNotes(one, io);
  const redacts = [peopleOf(project).redact, ...read.map(({ redact }) => redact)];
  const redact = (text: string) => redacts.reduce((shown, next) => next(shown), text);
  await deliver(report, redact, options, io);
}

/** `pm calibrate`: whether people tag the same documents alike. */
export const addCalibrateCommand: AddCommand = (program, io) => {
  const summary = "Show how far people who tag the same documents agree";
  const command = program
    .command("calibrate")
    .helpGroup(GROUPS.check)
    .summary(summary)
    .description(`${summary}.\n\n${DETAILS}`)
    .argument("[paths...]", "a folder, or files, for each person")
    .option("--against <ref>", "compare with a branch, tag or commit");
  addLocationOptions(addOutputOptions(command, io)).action(
    (paths: readonly string[], options: CalibrateOptions) => calibrate(paths, options, io),
  );
};

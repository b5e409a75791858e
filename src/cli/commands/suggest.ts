import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { RULES } from "../../lint/rules/index.ts";
import { openProject } from "../../project.ts";
import { suggestProject } from "../../suggest-project.ts";
import { suggestionReport } from "../../suggest/report.ts";
import type { AddCommand } from "../command.ts";
import { deliver } from "../deliver.ts";
import type { Io } from "../io.ts";
import { progressOn, writeFolderNotes } from "../messages.ts";
import type { LocationOptions, OutputOptions } from "../options.ts";
import { addLocationOptions, addOutputOptions } from "../options.ts";

interface SuggestOptions extends LocationOptions, OutputOptions {
  readonly minConfidence: number;
}

/** Below it, more suggestions are wrong than right: docs/suggest.md. */
const MIN_CONFIDENCE = 0.5;

function parseShare(value: string): number {
  const share = Number(value);
  if (/^(0|1|0?\.\d+|1\.0*|0\.)$/.test(value) && share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError("Expected a number from 0 to 1.");
}

async function suggest(paths: readonly string[], options: SuggestOptions, io: Io): Promise<void> {
  const { dir = null, config: configPath = null, minConfidence } = options;
  const project = await openProject({ cwd: io.cwd, dir, configPath }, RULES);
  const { read, suggestions, notes } = await suggestProject(project, paths, progressOn(io));
  await writeFolderNotes(read, io);
  const sure = suggestions.filter(({ confidence }) => confidence >= minConfidence);
  const documents = read.postmortems.length;
  await deliver(
    suggestionReport({ suggestions: sure, documents, minConfidence, notes }),
    options,
    io,
  );
}

/** `pm suggest`: proposes gaps and escalations from prose. */
export const addSuggestCommand: AddCommand = (program, io) => {
  const command: Command = program
    .command("suggest")
    .summary("Propose gaps and escalations that the prose tells of and nobody has tagged")
    .description(
      "Propose gaps and escalations from the prose of postmortems, each with its sentence and the reason.\n" +
        "What is tagged already is left out. Reads only; nothing leaves the machine.",
    )
    .argument("[paths...]", "files, folders or patterns (default: the folder of pm.yaml)")
    .option(
      "--min-confidence <share>",
      "leave out what is less sure, from 0 to 1",
      parseShare,
      MIN_CONFIDENCE,
    );
  addLocationOptions(addOutputOptions(command)).action((paths: string[], options: SuggestOptions) =>
    suggest(paths, options, io),
  );
};

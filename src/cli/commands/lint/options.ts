import { type Command, Option } from "commander";
import { UsageError } from "../../../core/errors.ts";
import { FINDING_FORMATS, type FindingFormatName } from "../../../formats/findings/index.ts";
import { addLocationOptions, type LocationOptions, parseCount } from "../../options.ts";

/** The path that stands for standard input. */
export const STDIN = "-";

/** What `--changed` compares with where no base is given: what is not committed. */
export const UNCOMMITTED = "HEAD";

export interface LintOptions extends LocationOptions {
  readonly format?: FindingFormatName;
  readonly output?: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  /** True where the option stands without a base. */
  readonly changed?: string | true;
  readonly stdinFilename?: string;
  /** False for `--no-baseline`. */
  readonly baseline?: string | boolean;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly watch?: boolean;
}

/** Declares the options of `pm lint`. */
export function addLintOptions(command: Command): Command {
  const names = FINDING_FORMATS.map(({ name }) => name);
  const format = "how to write findings (default: pretty; github in GitHub Actions)";
  return addLocationOptions(command)
    .addOption(new Option("--format <name>", format).choices(names))
    .option("--output <file>", "write findings to a file instead of standard output")
    .option("--force", "let --output replace a file")
    .option("--quiet", "report errors only")
    .option("--max-warnings <count>", "fail if there are more warnings", parseCount)
    .option("--fix", "mend what is certainly safe to mend")
    .option("--dry-run", "with --fix: write nothing, show what would change as a diff")
    .option(
      "--changed [base]",
      "only what git says changed since it branched off from a base (default: what is not committed)",
    )
    .option("--stdin-filename <path>", "the path of the document that `-` reads")
    .option("--baseline <file>", "the file of known problems (default: pm-baseline.yaml)")
    .option("--no-baseline", "report known problems too")
    .option("--update-baseline", "record today's problems as known")
    .option("--prune-baseline", "forget known problems that are gone")
    .option("--watch", "lint again whenever a file changes");
}

/** Pairs of options of which the first makes no sense with, or without, the second. */
const CONFLICTS: readonly (readonly [keyof LintOptions, keyof LintOptions, string])[] = [
  ["updateBaseline", "pruneBaseline", "--update-baseline leaves nothing for --prune-baseline"],
  ["fix", "updateBaseline", "--fix and --update-baseline are two steps: fix first"],
  ["watch", "output", "--watch writes to the terminal, not to an --output"],
  ["watch", "updateBaseline", "--watch does not record a baseline"],
  ["watch", "pruneBaseline", "--watch does not prune a baseline"],
];

/** Refuses options that contradict each other, before anything is read. */
export function checkLintOptions(paths: readonly string[], options: LintOptions): void {
  for (const [one, other, message] of CONFLICTS) {
    if (options[one] && options[other]) throw new UsageError(message);
  }
  if (options.dryRun && !options.fix) throw new UsageError("--dry-run is an option of --fix");
  const isText = paths.includes(STDIN);
  if (!isText && options.stdinFilename !== undefined) {
    throw new UsageError("--stdin-filename names the document that `pm lint -` reads");
  }
  if (!isText) return;
  if (paths.length > 1)
    throw new UsageError("`-` reads one document, so no other path goes with it");
  for (const name of ["fix", "changed", "watch", "updateBaseline", "pruneBaseline"] as const) {
    if (!options[name]) continue;
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new UsageError(`--${flag} does not go with \`-\`, which is no file`);
  }
}

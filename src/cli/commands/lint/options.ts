import { type Command, Option } from "commander";
import { UsageError } from "../../../core/errors.ts";
import { FINDING_FORMATS, type FindingFormatName } from "../../../formats/findings/index.ts";
import { addInGroup, addLocationOptions, type LocationOptions, parseCount } from "../../options.ts";

/** The path that stands for standard input. */
export const STDIN = "-";

/** What `--changed` compares with by default: the last commit. */
export const UNCOMMITTED = "HEAD";

export interface LintOptions extends LocationOptions {
  readonly format?: FindingFormatName;
  readonly output?: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly statistics?: boolean;
  readonly maxWarnings?: number;
  readonly fix?: boolean;
  readonly unsafeFixes?: boolean;
  readonly dryRun?: boolean;
  /** True for the option without a base. */
  readonly changed?: string | true;
  readonly stdinFilename?: string;
  /** False for `--no-baseline`. */
  readonly baseline?: string | boolean;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly watch?: boolean;
}

function addFixOptions(command: Command): Command {
  return command
    .option("--fix", "apply safe fixes")
    .option("--unsafe-fixes", "with --fix: also write what was probably meant (did you mean …?)")
    .option("--dry-run", "with --fix: show the changes as a diff, write nothing");
}

function addBaselineOptions(command: Command): Command {
  return command
    .option("--baseline <file>", "file of known problems (default: pm-baseline.yaml)")
    .option("--no-baseline", "report known problems too")
    .option("--update-baseline", "record today's problems in the baseline")
    .option("--prune-baseline", "remove problems that are gone from the baseline");
}

function addFindingOptions(command: Command): Command {
  const names = FINDING_FORMATS.map(({ name }) => name);
  const format = "format of findings (default: pretty; github in GitHub Actions)";
  return command
    .addOption(new Option("--format <name>", format).choices(names))
    .option("--output <file>", "write findings to a file instead of standard output")
    .option("--force", "let --output replace an existing file");
}

/** Declares the options of `pm lint`. */
export function addLintOptions(command: Command): Command {
  command
    .option("--quiet", "report errors only")
    .option("--statistics", "count findings by rule instead of listing them")
    .option("--max-warnings <count>", "fail if there are more warnings than this", parseCount)
    .option(
      "--changed [base]",
      "check only files changed since the branch left base (default: uncommitted changes)",
    )
    .option("--stdin-filename <path>", "path to report for the document that `-` reads")
    .option("--watch", "lint again whenever a file changes");
  addInGroup(command, "fixes", addFixOptions);
  addInGroup(command, "baseline", addBaselineOptions);
  addInGroup(command, "output", addFindingOptions);
  return addLocationOptions(command);
}

/** Pairs of options that cannot be combined. */
const CONFLICTS: readonly (readonly [keyof LintOptions, keyof LintOptions, string])[] = [
  [
    "updateBaseline",
    "pruneBaseline",
    "--update-baseline leaves nothing to prune for --prune-baseline",
  ],
  ["fix", "updateBaseline", "--fix and --update-baseline are separate steps: fix first"],
  ["statistics", "output", "--statistics prints counts and cannot be combined with --output"],
  ["statistics", "format", "--statistics prints counts and cannot be combined with --format"],
  ["watch", "output", "--watch writes to the terminal, not to --output"],
  ["watch", "updateBaseline", "--watch cannot record a baseline"],
  ["watch", "pruneBaseline", "--watch cannot prune a baseline"],
];

/** Refuses options that contradict each other, before anything is read. */
export function checkLintOptions(paths: readonly string[], options: LintOptions): void {
  for (const [one, other, message] of CONFLICTS) {
    if (options[one] && options[other]) throw new UsageError(message);
  }
  if (options.dryRun && !options.fix) throw new UsageError("--dry-run needs --fix");
  if (options.unsafeFixes && !options.fix) throw new UsageError("--unsafe-fixes needs --fix");
  const isText = paths.includes(STDIN);
  if (!isText && options.stdinFilename !== undefined) {
    throw new UsageError("--stdin-filename works only with `pm lint -`");
  }
  if (!isText) return;
  if (paths.length > 1)
    throw new UsageError("`-` reads one document and cannot be combined with other paths");
  for (const name of ["fix", "changed", "watch", "updateBaseline", "pruneBaseline"] as const) {
    if (!options[name]) continue;
    const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new UsageError(`--${flag} cannot be combined with \`-\`, which is not a file`);
  }
}

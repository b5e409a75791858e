import { type Command, InvalidArgumentError } from "commander";
import { UsageError } from "../../../core/errors.ts";
import { MIN_CONFIDENCE, MIN_CONFIDENCE_ASKED } from "../../../jobs/suggest/suggest.ts";
import type { Io } from "../../io.ts";
import { addLocationOptions, type LocationOptions, type OutputOptions } from "../../options.ts";
import { addOutputOptions } from "../../output-options.ts";

export interface SuggestOptions extends LocationOptions, OutputOptions {
  readonly minConfidence?: number;
  readonly acceptAbove?: number;
  readonly interactive?: boolean;
  readonly write?: boolean;
  readonly confirm?: boolean;
  readonly judge?: boolean;
  readonly showPrompt?: boolean;
}

function parseShare(value: string): number {
  if (/^(0|1|[01]?\.\d{1,9})$/.test(value) && Number(value) <= 1) return Number(value);
  throw new InvalidArgumentError("Expected a number from 0 to 1, such as 0.8.");
}

/** Adds the options of `pm suggest`. */
export function addSuggestOptions(command: Command, io: Io): Command {
  command
    .option(
      "--min-confidence <share>",
      `leave out suggestions below this confidence, from 0 to 1 (default: ${MIN_CONFIDENCE}; ${MIN_CONFIDENCE_ASKED} with --interactive)`,
      parseShare,
    )
    .option("--interactive", "decide on suggestions one by one; answers are remembered")
    .option(
      "--accept-above <share>",
      "accept suggestions with at least this confidence",
      parseShare,
    )
    .option("--confirm", "confirm what was written before: `source: suggested` becomes `confirmed`")
    .option("--judge", "have the language model in pm.yaml decide on doubtful suggestions")
    .option("--show-prompt", "with --judge: print exactly what would be sent, and send nothing")
    .option(
      "--write",
      "change the frontmatter: your answers are `source: confirmed`, those of --accept-above `suggested`",
    );
  return addLocationOptions(addOutputOptions(command, io));
}

/** From which confidence on suggestions are shown or asked about. */
export function minConfidenceOf({ minConfidence, interactive }: SuggestOptions): number {
  return minConfidence ?? (interactive === true ? MIN_CONFIDENCE_ASKED : MIN_CONFIDENCE);
}

/** Whether the options ask for changes to documents, or for a preview of them. */
export function wantsChange({ interactive, write, acceptAbove, confirm }: SuggestOptions): boolean {
  return interactive === true || write === true || confirm === true || acceptAbove !== undefined;
}

/**
 * Refuses options that cannot be combined.
 * @throws {UsageError} where options contradict each other.
 */
export function checkSuggestOptions(options: SuggestOptions): void {
  if (options.showPrompt === true && options.judge !== true) {
    throw new UsageError("--show-prompt needs --judge", "Nothing else sends anything.");
  }
  if (options.judge === true && options.confirm === true) {
    throw new UsageError(
      "--judge cannot be combined with --confirm",
      "A person confirms what is in the documents already.",
    );
  }
  if (!wantsChange(options)) return;
  if (
    options.confirm === true &&
    (options.interactive === true || options.acceptAbove !== undefined)
  ) {
    throw new UsageError(
      "--confirm cannot be combined with --interactive or --accept-above",
      "It confirms what is in the documents already.",
    );
  }
  const table = (["format", "output", "section", "limit"] as const).find(
    (name) => options[name] !== undefined,
  );
  if (table === undefined) return;
  throw new UsageError(
    `--${table} cannot be combined with --interactive, --write, --confirm or --accept-above`,
    "These show how documents change, and print no table.",
  );
}

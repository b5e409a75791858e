import { type Command, InvalidArgumentError } from "commander";
import { UsageError } from "../../../core/errors.ts";
import {
  addLocationOptions,
  addOutputOptions,
  type LocationOptions,
  type OutputOptions,
} from "../../options.ts";

export interface SuggestOptions extends LocationOptions, OutputOptions {
  readonly minConfidence: number;
  readonly acceptAbove?: number;
  readonly interactive?: boolean;
  readonly write?: boolean;
}

/** What is less sure is seldom worth a look: docs/suggest.md has the figures. */
const MIN_CONFIDENCE = 0.5;

function parseShare(value: string): number {
  if (/^(0|1|[01]?\.\d{1,9})$/.test(value) && Number(value) <= 1) return Number(value);
  throw new InvalidArgumentError("Expected a number from 0 to 1, such as 0.8.");
}

/** Adds what `pm suggest` takes. */
export function addSuggestOptions(command: Command): Command {
  command
    .option(
      "--min-confidence <share>",
      "leave out what is less sure, from 0 to 1",
      parseShare,
      MIN_CONFIDENCE,
    )
    .option("--interactive", "walk through suggestions one by one, and remember the answers")
    .option("--accept-above <share>", "accept suggestions from this confidence on", parseShare)
    .option("--write", "put accepted ones into the frontmatter, with `source: suggested`");
  return addLocationOptions(addOutputOptions(command));
}

/** Whether documents would change, so that a preview, or the change itself, is what is asked for. */
export function wantsChange({ interactive, write, acceptAbove }: SuggestOptions): boolean {
  return interactive === true || write === true || acceptAbove !== undefined;
}

/**
 * Refuses what does not go together.
 * @throws {UsageError} where options contradict each other.
 */
export function checkSuggestOptions(options: SuggestOptions): void {
  if (!wantsChange(options)) return;
  const table = (["format", "output", "section", "limit"] as const).find(
    (name) => options[name] !== undefined,
  );
  if (table === undefined) return;
  throw new UsageError(
    `--${table} does not go with --interactive, --write or --accept-above`,
    "These show how documents change, and print no table.",
  );
}

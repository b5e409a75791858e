import { type Command, Option } from "commander";
import { FORMATS } from "../formats/tables/index.ts";
import { refuseTaken } from "./deliver.ts";
import type { Io } from "./io.ts";
import { addInGroup, collect, type OutputOptions, parsePositive } from "./options.ts";

function addOutput(command: Command): Command {
  const names = FORMATS.map(({ name }) => name);
  const format = new Option(
    "--format <name>",
    "output format (default: from the extension of --output, otherwise table)",
  );
  return command
    .addOption(format.choices(names))
    .option("--output <file>", "write to a file instead of standard output")
    .option("--force", "let --output replace an existing file")
    .option("--limit <rows>", "maximum number of rows per table", parsePositive)
    .option("--section <key>", "show only this table")
    .option(
      "--columns <keys>",
      "show only these columns, in this order: keys as in CSV, separated by commas",
      (value: string) => collect(value, []),
    )
    .option("--excel", "with --format csv: as Excel reads it, with a byte order mark")
    .option("--wide", "show all columns, whatever the width of the terminal")
    .option("--no-charts", "leave out bars and charts")
    .option("--repo-url <url>", "link to files at this address instead of on disk");
}

/**
 * Adds the options by which a report is written. What is in the way of `--output` is refused before the
 * command begins, so that nothing is read, asked or written for a report that cannot be delivered.
 * @param refuse what refuses it, where the command may write something else than a report.
 */
export function addOutputOptions(
  command: Command,
  io: Io,
  refuse: (options: OutputOptions, io: Io) => Promise<void> = refuseTaken,
): Command {
  return addInGroup(command, "output", addOutput).hook("preAction", () =>
    refuse(command.opts<OutputOptions>(), io),
  );
}

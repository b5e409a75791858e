import { Command, CommanderError } from "commander";
import { UsageError } from "../core/errors.ts";
import { shippedVersion } from "../project/shipped.ts";
import { type AddCommand, GROUPS } from "./command.ts";
import { addCompletionCommand } from "./commands/completion/completion.ts";
import { addExplainCommand } from "./commands/explain/explain.ts";
import { addFamiliesCommand } from "./commands/families.ts";
import { addImportCommand } from "./commands/import.ts";
import { addInitCommand } from "./commands/init.ts";
import { addLintCommand } from "./commands/lint/lint.ts";
import { addNewCommand } from "./commands/new/new.ts";
import { addReportCommands } from "./commands/report.ts";
import { addSchemaCommand } from "./commands/schema.ts";
import { addShowCommand } from "./commands/show.ts";
import { addSimilarCommand } from "./commands/similar.ts";
import { addSuggestCommand } from "./commands/suggest/suggest.ts";
import { addTaxonomyCommand } from "./commands/taxonomy/taxonomy.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { type Io, isInterruption, wantsColor, widthOf } from "./io.ts";
import { usageText } from "./messages.ts";

/** In the order of `pm --help`. */
const COMMANDS: readonly AddCommand[] = [
  addNewCommand,
  addImportCommand,
  addSuggestCommand,
  addLintCommand,
  addExplainCommand,
  addShowCommand,
  addReportCommands,
  addFamiliesCommand,
  addSimilarCommand,
  addInitCommand,
  addTaxonomyCommand,
  addSchemaCommand,
  addCompletionCommand,
];

/** Help and errors from commander, kept until they can be written asynchronously. */
interface Pending {
  out: string;
  err: string;
}

/** `pm help`, which commander runs itself. */
function helpCommand(): Command {
  return new Command("help")
    .argument("[command]")
    .helpOption(false)
    .helpGroup(GROUPS.setUp)
    .summary("Show the help of a command");
}

function createProgram(io: Io, pending: Pending, finish: (code: ExitCode) => void): Command {
  const program = new Command("pm");
  program
    .description("Turn a folder of incident postmortems into a database of skill gaps.")
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError("(see --help)")
    .configureOutput({
      writeOut: (text) => (pending.out += text),
      writeErr: (text) => (pending.err += text),
      getOutHelpWidth: () => widthOf(io.stdout, io.env) ?? 100,
      getErrHelpWidth: () => widthOf(io.stderr, io.env) ?? 100,
      getOutHasColors: () => wantsColor(io.stdout, io.env),
      getErrHasColors: () => wantsColor(io.stderr, io.env),
    });
  for (const add of COMMANDS) add(program, io, finish);
  for (const command of program.commands) command.copyInheritedSettings(program);
  program.addHelpCommand(helpCommand());
  return program;
}

async function exitCodeOf(error: unknown, io: Io): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError) {
    await io.stderr.write(usageText(error));
    return EXIT.usage;
  }
  if (isInterruption(error)) {
    await io.stderr.write("pm: nothing was written\n");
    return EXIT.usage;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await io.stderr.write(
    `pm: this is a bug in pm; please report it with the details below\n${detail}\n`,
  );
  return EXIT.bug;
}

/**
 * Runs one command line.
 * @param args without the interpreter and the script.
 * @returns the exit code; never throws.
 */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  const pending: Pending = { out: "", err: "" };
  let code: ExitCode = EXIT.ok;
  try {
    const program = createProgram(io, pending, (finished) => {
      code = finished;
    });
    program.version(await shippedVersion(), "-V, --version");
    if (args.length === 0) program.help();
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    code = await exitCodeOf(error, io);
  }
  if (pending.err !== "") await io.stderr.write(pending.err);
  if (pending.out !== "") await io.stdout.write(pending.out);
  return code;
}

import { Command, CommanderError } from "commander";
import { UsageError } from "../core/errors.ts";
import { shippedVersion } from "../project/shipped.ts";
import { type AddCommand, type Finish, GROUPS } from "./command.ts";
import { addCompletionCommand } from "./commands/completion/completion.ts";
import { addExplainCommand } from "./commands/explain/explain.ts";
import { addFamiliesCommand } from "./commands/families.ts";
import { addImpactOptions } from "./commands/impact/add.ts";
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
import { helpLook, type Host, type Io, ioOf, isInterruption } from "./io.ts";

/** In the order of `pm --help`. */
const COMMANDS: readonly AddCommand[] = [
  addNewCommand,
  addImportCommand,
  addSuggestCommand,
  addLintCommand,
  addExplainCommand,
  addShowCommand,
  addReportCommands,
  addImpactOptions,
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

function createProgram(host: Host, io: Io, pending: Pending, finish: Finish): Command {
  const program = new Command("pm");
  program
    .description("Turn a folder of incident postmortems into a database of skill gaps.")
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError("(see --help)")
    .configureOutput({
      writeOut: (text) => (pending.out += text),
      writeErr: (text) => (pending.err += text),
      ...helpLook(host),
    });
  for (const add of COMMANDS) add(program, io, finish);
  for (const command of program.commands) command.copyInheritedSettings(program);
  program.addHelpCommand(helpCommand());
  return program;
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

async function exitCodeOf(error: unknown, io: Io): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError) {
    await io.fail(error);
    return EXIT.usage;
  }
  if (isInterruption(error)) {
    await io.say("pm: nothing was written");
    return EXIT.usage;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await io.say("pm: this is a bug in pm; please report it with the details below");
  for (const line of detail.split("\n")) await io.say(line);
  return EXIT.bug;
}

/**
 * Runs one command line.
 * @param args without the interpreter and the script.
 * @returns the exit code; never throws.
 */
export async function main(args: readonly string[], host: Host): Promise<ExitCode> {
  const io = ioOf(host);
  const pending: Pending = { out: "", err: "" };
  let code: ExitCode = EXIT.ok;
  try {
    const program = createProgram(host, io, pending, (finished) => {
      code = finished;
    });
    program.version(await shippedVersion(), "-V, --version");
    if (args.length === 0) program.help();
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    code = await exitCodeOf(error, io);
  }
  for (const line of linesOf(pending.err)) await io.say(line);
  if (pending.out !== "") await io.result(pending.out);
  return code;
}

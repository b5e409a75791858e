import { Command, CommanderError } from "commander";
import { UsageError } from "../core/errors.ts";
import { shippedVersion } from "../project/shipped.ts";
import { withChoiceMeant } from "./choice-hint.ts";
import { type AddCommand, type Finish, GROUPS } from "./command.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { helpLook, type Host, type Io, ioOf, isInterruption } from "./io.ts";

/** A file of commands, which is loaded only for a command line that needs it. */
interface CommandFile {
  /** The commands that it adds; null for those of the registry of reports. */
  readonly name: string | null;
  readonly load: () => Promise<AddCommand>;
}

/** In the order of `pm --help`. */
const COMMANDS: readonly CommandFile[] = [
  { name: "new", load: async () => (await import("./commands/new/new.ts")).addNewCommand },
  {
    name: "import",
    load: async () => (await import("./commands/import/import.ts")).addImportCommand,
  },
  {
    name: "suggest",
    load: async () => (await import("./commands/suggest/suggest.ts")).addSuggestCommand,
  },
  { name: "share", load: async () => (await import("./commands/share.ts")).addShareCommand },
  { name: "lint", load: async () => (await import("./commands/lint/lint.ts")).addLintCommand },
  {
    name: "explain",
    load: async () => (await import("./commands/explain/explain.ts")).addExplainCommand,
  },
  { name: "show", load: async () => (await import("./commands/show.ts")).addShowCommand },
  {
    name: "calibrate",
    load: async () => (await import("./commands/calibrate.ts")).addCalibrateCommand,
  },
  { name: null, load: async () => (await import("./commands/report.ts")).addReportCommands },
  { name: null, load: async () => (await import("./commands/impact/add.ts")).addImpactOptions },
  {
    name: "families",
    load: async () => (await import("./commands/families.ts")).addFamiliesCommand,
  },
  { name: "similar", load: async () => (await import("./commands/similar.ts")).addSimilarCommand },
  {
    name: "export",
    load: async () => (await import("./commands/export/export.ts")).addExportCommand,
  },
  { name: "sql", load: async () => (await import("./commands/sql/sql.ts")).addSqlCommand },
  { name: "init", load: async () => (await import("./commands/init.ts")).addInitCommand },
  {
    name: "taxonomy",
    load: async () => (await import("./commands/taxonomy/taxonomy.ts")).addTaxonomyCommand,
  },
  { name: "schema", load: async () => (await import("./commands/schema.ts")).addSchemaCommand },
  { name: "lsp", load: async () => (await import("./commands/lsp/lsp.ts")).addLspCommand },
  {
    name: "completion",
    load: async () => (await import("./commands/completion/completion.ts")).addCompletionCommand,
  },
];

const VERSION_FLAGS = ["-V", "--version"];

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

/** What a program is made of. */
interface ProgramParts {
  readonly host: Host;
  readonly io: Io;
  readonly pending: Pending;
  readonly finish: Finish;
  readonly version: string;
}

/** How commander begins what it has to say of wrong usage; pm begins with its own name. */
const ERROR = /^error: /u;
/** What commander says of a word that is none of an argument's choices. */
const ARGUMENT_VALUE = /command-argument value '([^']*)' is invalid for argument '([^']*)'/u;
/** What commander says of a path, or the rest of a value, where a command takes no arguments. */
const NO_ARGUMENTS = /^pm: too many arguments.*Expected 0 arguments.*$/mu;

function createProgram(
  { host, io, pending, finish, version }: ProgramParts,
  commands: readonly AddCommand[],
): Command {
  const program = new Command("pm");
  program
    .description("Turn a folder of incident postmortems into a database of skill gaps.")
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError("(see --help)")
    .configureOutput({
      writeOut: (text) => (pending.out += text),
      writeErr: (text) => (pending.err += text),
      outputError: (text, write) => {
        const hint = "$&\n(--dir names a folder; a value with blanks needs quotes)";
        const named = withChoiceMeant(text).replace(ARGUMENT_VALUE, "<$2> '$1' is invalid");
        write(named.replace(ERROR, "pm: ").replace(NO_ARGUMENTS, hint));
      },
      ...helpLook(host),
    });
  program.version(version, VERSION_FLAGS.join(", "));
  for (const add of commands) add(program, io, finish);
  for (const command of program.commands) command.copyInheritedSettings(program);
  program.addHelpCommand(helpCommand());
  return program;
}

/** A program with the one command that some arguments name, or with all where they name none. */
async function programFor([name = ""]: readonly string[], parts: ProgramParts): Promise<Command> {
  if (VERSION_FLAGS.includes(name)) return createProgram(parts, []);
  const ownFile = COMMANDS.find((file) => file.name === name);
  if (ownFile) return createProgram(parts, [await ownFile.load()]);
  const reports = COMMANDS.filter((file) => file.name === null);
  const program = createProgram(parts, await Promise.all(reports.map(({ load }) => load())));
  if (program.commands.some((command) => command.name() === name)) return program;
  return createProgram(parts, await Promise.all(COMMANDS.map(({ load }) => load())));
}

/** The arguments without `help` before what is no command: commander would show the help of all instead. */
function withoutVainHelp(args: readonly string[], { commands }: Command): readonly string[] {
  const [first, name] = args;
  if (first !== "help" || name === undefined) return args;
  return commands.some((command) => command.name() === name) ? args : args.slice(1);
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
  const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const { readableStack } = await import("./stack.ts");
  const detail = await readableStack(thrown);
  await io.say("pm: this is a bug in pm; please report it with the details below");
  for (const line of detail.split("\n")) await io.say(line);
  return EXIT.bug;
}

const MOVE = "Run pm in a folder that exists.";

/** Runs one command line, and writes what commander has to say last. */
async function run(args: readonly string[], host: Host, io: Io): Promise<ExitCode> {
  const pending: Pending = { out: "", err: "" };
  let code: ExitCode = EXIT.ok;
  try {
    const finish = (finished: ExitCode) => {
      code = finished;
    };
    const version = await shippedVersion();
    if (host.cwd === null) throw new UsageError("the current folder was removed", MOVE);
    const program = await programFor(args, { host, io, pending, finish, version });
    if (args.length === 0) program.help();
    await program.parseAsync([...withoutVainHelp(args, program)], { from: "user" });
  } catch (error) {
    code = await exitCodeOf(error, io);
  }
  for (const line of linesOf(pending.err)) await io.say(line);
  if (pending.out !== "") await io.result(pending.out);
  return code;
}

/**
 * Runs one command line.
 * @param args without the interpreter and the script.
 * @returns the exit code; never throws.
 */
export async function main(args: readonly string[], host: Host): Promise<ExitCode> {
  const io = ioOf(host);
  try {
    return await run(args, host, io);
  } catch (error) {
    // Nothing is left to be said where standard error cannot be written either.
    return exitCodeOf(error, io).catch(() => EXIT.usage);
  }
}

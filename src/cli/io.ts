import type { UsageError } from "../core/errors.ts";
import type { RenderOptions } from "../core/output/render-options.ts";
import { printable, printableLines } from "../core/text/printable.ts";
import { wrapWords } from "../formats/tables/wrap.ts";
import { wrapLine } from "../formats/tables/wrap-line.ts";
import type { Outside } from "../language-model/define.ts";
import { isOnRunner, withoutBracketCommands, withoutRunnerCommands } from "./runner-commands.ts";

/** An output stream; all text is written before the promise resolves. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** Width in columns; null where unknown. */
  readonly columns: number | null;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
  /** What it means, shown while it is chosen. */
  readonly description?: string;
  /** How the answer is shown once it is given; by default, the name. */
  readonly short?: string;
  /** Other names for the search. */
  readonly aliases?: readonly string[];
}

/** Questions to a person at a terminal. */
export interface Ask {
  readonly text: (
    message: string,
    options: { readonly default?: string; readonly validate?: (value: string) => true | string },
  ) => Promise<string>;
  readonly one: (message: string, choices: readonly Choice[]) => Promise<string>;
  readonly many: (message: string, choices: readonly Choice[]) => Promise<readonly string[]>;
}

/** Two streams to a program. */
export interface Wire {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Lets the process end though the other side may still write. */
  readonly close: () => void;
}

/** What a command knows of the world outside its files, as it is. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** All of standard input. */
  readonly readStdin: () => Promise<Uint8Array>;
  /** Standard input and output as they are, for a program at the other end; absent where there is none. */
  readonly wire?: () => Wire;
  /** Resolves when the user ends the program (Ctrl+C). */
  readonly untilInterrupted: () => Promise<void>;
  /** Opens a file in an editor, given as people set $EDITOR, and waits; false where that fails. */
  readonly edit: (editor: string, path: string) => Promise<boolean>;
  /** How a language model is reached, and nothing else; absent where there is no way. */
  readonly outside?: Outside;
  /** Null without a terminal. */
  readonly ask: Ask | null;
}

/** A running process. */
export interface Host extends Omit<World, "cwd"> {
  /** Null where the folder in which it runs was removed. */
  readonly cwd: string | null;
  readonly stdout: Output;
  readonly stderr: Output;
}

/**
 * How a command reaches the world. Results go to standard output, all else to standard error. Every
 * line is made printable here, and nowhere else: what a document says never steers a terminal. Nor
 * does it begin a command to the runner of a build, on either stream.
 */
export interface Io extends World {
  /** How standard output looks. */
  readonly look: () => RenderOptions;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Writes to standard output as it is what a format rendered, which made it printable. */
  readonly result: (text: string) => Promise<void>;
  /** Writes what a format rendered whose lines are commands to a runner. */
  readonly commands: (text: string) => Promise<void>;
  /**
   * Writes a patch byte for byte; on a runner, whose log is read by people and by itself, with escapes for what steers
   * either. Resolves to whether every byte was written as it is.
   */
  readonly patch: (text: string) => Promise<boolean>;
  /** Writes one line of a result. */
  readonly print: (line: string) => Promise<void>;
  /** Writes one line of a result, its cells with tabs between. */
  readonly printCells: (cells: readonly string[]) => Promise<void>;
  /** Writes one line to standard error. */
  readonly say: (line: string) => Promise<void>;
  /** Says what is good to know. */
  readonly note: (line: string) => Promise<void>;
  /** Says what may be wrong. */
  readonly warn: (line: string) => Promise<void>;
  /** Says a text on indented lines that fit the terminal. */
  readonly sayIndented: (text: string) => Promise<void>;
  /** Says what was wrong with how `pm` was called or configured. */
  readonly fail: (error: UsageError) => Promise<void>;
  /** Shows a text at a terminal until the next one; an empty one leaves nothing behind. */
  readonly show: (text: string) => void;
  /** Empties the screen of a terminal. */
  readonly clear: () => Promise<void>;
}

/** Whether the user cancelled a question (Ctrl+C) instead of answering it. */
export function isInterruption(error: unknown): boolean {
  return error instanceof Error && error.name === "ExitPromptError";
}

/** Whether to use colour: follows https://no-color.org; FORCE_COLOR forces it in a pipe. */
function wantsColor(output: Output, env: World["env"]): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] && env["FORCE_COLOR"] !== "0") return true;
  return output.isTerminal && env["TERM"] !== "dumb";
}

/** The available width: COLUMNS if set, otherwise the terminal's; null for no limit. */
function widthOf(output: Output, env: World["env"]): number | null {
  const set = Number(env["COLUMNS"]);
  if (Number.isInteger(set) && set > 0) return set;
  return output.isTerminal ? output.columns || 80 : null;
}

const CLEAR_SCREEN = "\u001b[2J\u001b[3J\u001b[H";
const INDENT = "  ";
const DEFAULT_WIDTH = 80;
const LEAST_WIDTH = 20;
/** Longer than any text that is shown for a while. */
const BLANK = " ".repeat(50);

/** The questions, in words that cannot steer the terminal. */
function printableAsk(ask: Ask): Ask {
  const shown = (choices: readonly Choice[]) =>
    choices.map(({ description, short, ...choice }) => ({
      ...choice,
      name: printable(choice.name),
      ...(description === undefined ? {} : { description: printable(description) }),
      ...(short === undefined ? {} : { short: printable(short) }),
    }));
  return {
    text: (message, options) => ask.text(printable(message), options),
    one: (message, choices) => ask.one(printable(message), shown(choices)),
    many: (message, choices) => ask.many(printable(message), shown(choices)),
  };
}

function usageText({ message, hint }: UsageError, width: number | null): string {
  const lines = `pm: ${message}`.split("\n").map(printable);
  const all = hint === null ? lines : [...lines, `    ${printable(hint)}`];
  return all.map((line) => `${wrapLine(line, width)}\n`).join("");
}

/** The same output for texts in which no runner finds a command. */
function withoutCommands(output: Output): Output {
  return { ...output, write: (text) => output.write(withoutRunnerCommands(text)) };
}

/** The Io of a process. */
export function ioOf(host: Host): Io {
  const { stdout: rawStdout, stderr: rawStderr, ...world } = host;
  const [stdout, stderr] = [withoutCommands(rawStdout), withoutCommands(rawStderr)];
  const { env } = world;
  const say = (line: string) =>
    stderr.write(`${wrapLine(printable(line), widthOf(stderr, env))}\n`);
  return {
    ...world,
    cwd: world.cwd ?? "",
    ask: world.ask && printableAsk(world.ask),
    look: () => ({ color: wantsColor(stdout, env), width: widthOf(stdout, env) }),
    isTerminal: stdout.isTerminal,
    result: stdout.write,
    commands: (text) => rawStdout.write(withoutBracketCommands(text)),
    patch: async (text) => {
      const shown = isOnRunner(env) ? withoutRunnerCommands(printableLines(text)) : text;
      await rawStdout.write(shown);
      return shown === text;
    },
    print: (line) => stdout.write(`${printable(line)}\n`),
    printCells: (cells) => stdout.write(`${cells.map(printable).join("\t")}\n`),
    say,
    note: (line) => say(`note: ${line}`),
    warn: (line) => say(`warning: ${line}`),
    sayIndented: async (text) => {
      const width = Math.max(widthOf(stderr, env) ?? DEFAULT_WIDTH, LEAST_WIDTH);
      const lines = wrapWords(printable(text), width - INDENT.length);
      await stderr.write(lines.map((line) => `${INDENT}${line}\n`).join(""));
    },
    fail: (error) => stderr.write(usageText(error, widthOf(stderr, env))),
    show: (text) => {
      if (!stderr.isTerminal) return;
      void stderr.write(text === "" ? `\r${BLANK}\r` : `\r${printable(text)}`);
    },
    clear: async () => {
      if (stdout.isTerminal) await stdout.write(CLEAR_SCREEN);
    },
  };
}

/** How help and errors of the command line look, for the library that lays them out. */
export function helpLook({ stdout, stderr, env }: Host) {
  return {
    getOutHelpWidth: () => widthOf(stdout, env) ?? 100,
    getErrHelpWidth: () => widthOf(stderr, env) ?? 100,
    getOutHasColors: () => wantsColor(stdout, env),
    getErrHasColors: () => wantsColor(stderr, env),
  };
}

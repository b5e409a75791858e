import type { Argument, Command, Option } from "commander";
import { isPrintable } from "../../../core/text/printable.ts";
import type { Io } from "../../io.ts";
import { openFor } from "../../open.ts";
import { type Cursor, findCursor, splitLine } from "./line.ts";
import { type Candidate, type Open, SOURCES } from "./sources.ts";

/** The shells with a completion script. */
export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** The completions at the cursor; the shell itself completes paths. */
type Completion =
  | { readonly kind: "values"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "files" | "folders" };

/** The cells of a line for the shell. */
type Line = readonly string[];

const NOTHING: Completion = { kind: "values", candidates: [] };

/** The name of a value in the help (`--dir <folder>`) says whether it is a path. */
const PATHS: ReadonlyMap<string, Completion> = new Map([
  ["file", { kind: "files" }],
  ["path", { kind: "files" }],
  ["paths", { kind: "files" }],
  ["folder", { kind: "folders" }],
]);

/** What a completion is asked for. */
interface Asked {
  readonly open: Open;
  readonly cursor: Cursor;
  readonly now: number;
}

async function valuesNamed(
  name: string,
  placeholder: string,
  choices: readonly string[] | undefined,
  asked: Asked,
): Promise<Completion> {
  if (choices) {
    const candidates = choices.map((value) => ({ value, description: "" }));
    return { kind: "values", candidates };
  }
  const source = SOURCES.get(name) ?? SOURCES.get(placeholder);
  const { open, cursor, now } = asked;
  if (source) return { kind: "values", candidates: await source(open, cursor, now) };
  return PATHS.get(placeholder) ?? NOTHING;
}

function valuesOfOption(option: Option, asked: Asked): Promise<Completion> {
  const placeholder = /[<[]([\w-]+)/.exec(option.flags)?.[1] ?? "";
  return valuesNamed(option.name(), placeholder, option.argChoices, asked);
}

function valuesOfArgument(argument: Argument, asked: Asked): Promise<Completion> {
  return valuesNamed(argument.name(), argument.name(), argument.argChoices, asked);
}

function optionsOf(command: Command): Completion {
  const options = command.createHelp().visibleOptions(command);
  const candidates = options.map(({ long, short, description }) => ({
    value: long ?? short ?? "",
    description,
  }));
  return { kind: "values", candidates };
}

function commandsOf(program: Command): Completion {
  const commands = program.createHelp().visibleCommands(program);
  const candidates = commands.map((command) => ({
    value: command.name(),
    description: command.summary() || command.description(),
  }));
  return { kind: "values", candidates };
}

function whatMayStandAt(asked: Asked): Promise<Completion> | Completion {
  const { command, option, operands, typed, allowsOptions } = asked.cursor;
  if (option) return valuesOfOption(option, asked);
  if (allowsOptions && typed.startsWith("-")) return optionsOf(command);
  if (command.commands.length > 0) {
    return operands.every((operand) => operand === "help") ? commandsOf(command) : NOTHING;
  }
  const last = command.registeredArguments.at(-1);
  const argument = command.registeredArguments[operands.length] ?? (last?.variadic ? last : null);
  if (argument) return valuesOfArgument(argument, asked);
  return allowsOptions ? optionsOf(command) : NOTHING;
}

/** The candidates that continue the typed word, as whole words; a list continues after its last comma. */
function matching({ option, typed, head }: Cursor, candidates: readonly Candidate[]) {
  const isList = option !== null && Array.isArray(option.defaultValue);
  const listed = isList ? typed.slice(0, typed.lastIndexOf(",") + 1) : "";
  const taken = new Set(listed.split(","));
  const begun = typed.slice(listed.length);
  return candidates
    .filter(({ value }) => value.startsWith(begun) && !taken.has(value))
    .map(({ value, description }) => ({ value: `${head}${listed}${value}`, description }));
}

/** Bash inserts a candidate unchanged; the other shells quote it if needed. */
function insertable(value: string, shell: Shell): string {
  return shell === "bash" ? value.replace(/[^\p{L}\p{N}_=,.:/@%+-]/gu, "\\$&") : value;
}

function linesOf(candidates: readonly Candidate[], shell: Shell): readonly Line[] {
  return candidates
    .filter(({ value }) => isPrintable(value))
    .map(({ value, description }) => [insertable(value, shell), description]);
}

/** The words after the program's name; variable assignments may come before it. */
function argumentsOf(line: string): readonly string[] {
  const words = splitLine(line);
  return words.slice(words.findIndex((word) => !/^\w+=/.test(word)) + 1);
}

/** The path given to an option, as the shell would pass it on. */
function pathGiven(cursor: Cursor, option: string, io: Io): string | undefined {
  return cursor.given.get(option)?.replace(/^~(?=\/|$)/, io.env["HOME"] ?? "~");
}

/**
 * What a shell asks for at TAB: a line for each candidate, its second cell the description; or
 * `:files` or `:folders`, which the shell completes itself.
 * @param line the command line up to the cursor, with its quotes.
 */
export async function completionsFor(
  program: Command,
  shell: Shell,
  line: string,
  io: Io,
): Promise<readonly Line[]> {
  const words = argumentsOf(line);
  const isRedirected = /^\d*[<>]/.test(words.at(-2) ?? "");
  if (isRedirected) return [[":files"]];
  const cursor = findCursor(program, words);
  const dir = pathGiven(cursor, "dir", io);
  const config = pathGiven(cursor, "config", io);
  const given = {
    ...(dir === undefined ? {} : { dir }),
    ...(config === undefined ? {} : { config }),
  };
  const completion = await whatMayStandAt({
    open: () => openFor(given, io),
    cursor,
    now: io.now(),
  });
  if (completion.kind !== "values") return [[`:${completion.kind}`]];
  return linesOf(matching(cursor, completion.candidates), shell);
}

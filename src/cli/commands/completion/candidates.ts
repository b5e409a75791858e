import type { Argument, Command, Option } from "commander";
import { printable } from "../../../core/printable.ts";
import type { Taxonomy, Term } from "../../../core/taxonomy.ts";
import { RULES } from "../../../lint/rules/index.ts";
import { openProject, type Project } from "../../../project/project.ts";
import type { Io } from "../../io.ts";
import { templatesOf } from "../new/new.ts";
import { type Cursor, findCursor, splitLine } from "./line.ts";

/** The shells that `pm completion` has a script for. */
export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** Something that may stand where the cursor is. */
interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** What may stand where the cursor is; paths are the shell's own business. */
type Completion =
  | { readonly kind: "values"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "files" | "folders" };

type Open = () => Promise<Project>;

const NOTHING: Completion = { kind: "values", candidates: [] };

function candidatesOf(terms: readonly Term[]): readonly Candidate[] {
  return terms.map(({ id, name }) => ({ value: id, description: name === id ? "" : name }));
}

function fromTaxonomy(termsOf: (taxonomy: Taxonomy) => readonly Term[]) {
  return async (open: Open) => candidatesOf(termsOf((await open()).taxonomy));
}

/** Where the values of an option or argument come from, by its name, if it has no choices of its own. */
const SOURCES: ReadonlyMap<string, (open: Open) => Promise<readonly Candidate[]>> = new Map([
  ["competency", fromTaxonomy(({ competencies }) => competencies)],
  ["service", fromTaxonomy(({ services }) => services)],
  // No report is about a team of one, so that none is offered.
  ["team", fromTaxonomy(({ teams }) => teams.filter(({ size }) => size !== 1))],
  ["responder", fromTaxonomy(({ teams }) => teams.filter(({ size }) => size !== 1))],
  ["kind", fromTaxonomy(({ kinds }) => kinds)],
  ["severity", fromTaxonomy(({ severities }) => severities)],
  [
    "template",
    async (open: Open) => {
      const names = [...(await templatesOf(await open())).keys()];
      return names.map((value) => ({ value, description: "" }));
    },
  ],
  [
    "rule",
    () => Promise.resolve(RULES.map(({ id, summary }) => ({ value: id, description: summary }))),
  ],
]);

/** What the help calls a value (`--dir <folder>`) says whether it is a path. */
const PATHS: ReadonlyMap<string, Completion> = new Map([
  ["file", { kind: "files" }],
  ["path", { kind: "files" }],
  ["paths", { kind: "files" }],
  ["folder", { kind: "folders" }],
]);

async function valuesNamed(
  name: string,
  placeholder: string,
  choices: readonly string[] | undefined,
  open: Open,
): Promise<Completion> {
  if (choices) {
    const candidates = choices.map((value) => ({ value, description: "" }));
    return { kind: "values", candidates };
  }
  const source = SOURCES.get(name);
  if (source) return { kind: "values", candidates: await source(open) };
  return PATHS.get(placeholder) ?? NOTHING;
}

function valuesOfOption(option: Option, open: Open): Promise<Completion> {
  const placeholder = /[<[]([\w-]+)/.exec(option.flags)?.[1] ?? "";
  return valuesNamed(option.name(), placeholder, option.argChoices, open);
}

function valuesOfArgument(argument: Argument, open: Open): Promise<Completion> {
  return valuesNamed(argument.name(), argument.name(), argument.argChoices, open);
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

function whatMayStandAt(cursor: Cursor, open: Open): Promise<Completion> | Completion {
  const { command, option, operands, typed, allowsOptions } = cursor;
  if (option) return valuesOfOption(option, open);
  if (allowsOptions && typed.startsWith("-")) return optionsOf(command);
  if (command.commands.length > 0) {
    return operands.every((operand) => operand === "help") ? commandsOf(command) : NOTHING;
  }
  const last = command.registeredArguments.at(-1);
  const argument = command.registeredArguments[operands.length] ?? (last?.variadic ? last : null);
  if (argument) return valuesOfArgument(argument, open);
  return allowsOptions ? optionsOf(command) : NOTHING;
}

/** The candidates that go on what is typed, as whole words; a list goes on after its last comma. */
function matching({ option, typed, head }: Cursor, candidates: readonly Candidate[]) {
  const isList = option !== null && Array.isArray(option.defaultValue);
  const listed = isList ? typed.slice(0, typed.lastIndexOf(",") + 1) : "";
  const taken = new Set(listed.split(","));
  const begun = typed.slice(listed.length);
  return candidates
    .filter(({ value }) => value.startsWith(begun) && !taken.has(value))
    .map(({ value, description }) => ({ value: `${head}${listed}${value}`, description }));
}

/** Bash inserts a candidate as it is; the other shells quote what needs it. */
function insertable(value: string, shell: Shell): string {
  return shell === "bash" ? value.replace(/[^\p{L}\p{N}_=,.:/@%+-]/gu, "\\$&") : value;
}

function render(candidates: readonly Candidate[], shell: Shell): string {
  return candidates
    .filter(({ value }) => printable(value) === value)
    .map(({ value, description }) => `${insertable(value, shell)}\t${printable(description)}\n`)
    .join("");
}

/** The words after the program's name, before which variables may be set. */
function argumentsOf(line: string): readonly string[] {
  const words = splitLine(line);
  return words.slice(words.findIndex((word) => !/^\w+=/.test(word)) + 1);
}

/** The path that an option gives, as the shell would hand it over. */
function pathGiven(cursor: Cursor, option: string, io: Io): string | null {
  return cursor.given.get(option)?.replace(/^~(?=\/|$)/, io.env["HOME"] ?? "~") ?? null;
}

/**
 * What a shell asks for at TAB: a line for each candidate, with its description after a tab; or
 * `:files` or `:folders`, which the shell knows better how to complete.
 * @param line the command line up to the cursor, with its quotes.
 */
export async function completionText(
  program: Command,
  shell: Shell,
  line: string,
  io: Io,
): Promise<string> {
  const words = argumentsOf(line);
  const isRedirected = /^\d*[<>]/.test(words.at(-2) ?? "");
  if (isRedirected) return ":files\n";
  const cursor = findCursor(program, words);
  const dir = pathGiven(cursor, "dir", io);
  const configPath = pathGiven(cursor, "config", io);
  const completion = await whatMayStandAt(cursor, () =>
    openProject({ cwd: io.cwd, dir, configPath }, RULES),
  );
  if (completion.kind !== "values") return `:${completion.kind}\n`;
  return render(matching(cursor, completion.candidates), shell);
}

import type { Argument, Command, Option } from "commander";
import { isPrintable } from "../../../core/printable.ts";
import type { Taxonomy, Term } from "../../../core/taxonomy.ts";
import { RULES } from "../../../lint/rules/index.ts";
import type { Project } from "../../../project/project.ts";
import { VERDICTS } from "../../../reports/gaps/verdict.ts";
import type { Io } from "../../io.ts";
import { openFor } from "../../open.ts";
import { templatesOf } from "../new/new.ts";
import { type Cursor, findCursor, splitLine } from "./line.ts";

/** The shells with a completion script. */
export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** A possible completion at the cursor. */
interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** The completions at the cursor; the shell itself completes paths. */
type Completion =
  | { readonly kind: "values"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "files" | "folders" };

type Open = () => Promise<Project>;

/** The cells of a line for the shell. */
type Line = readonly string[];

const NOTHING: Completion = { kind: "values", candidates: [] };

function candidatesOf(terms: readonly Term[]): readonly Candidate[] {
  return terms.map(({ id, name }) => ({ value: id, description: name === id ? "" : name }));
}

function fromTaxonomy(termsOf: (taxonomy: Taxonomy) => readonly Term[]) {
  return async (open: Open) => candidatesOf(termsOf((await open()).taxonomy));
}

/** Where values come from, by the name of the option or argument or of its value, where it has no choices. */
const SOURCES: ReadonlyMap<string, (open: Open) => Promise<readonly Candidate[]>> = new Map([
  ["competency", fromTaxonomy(({ competencies }) => competencies)],
  ["service", fromTaxonomy(({ services }) => services)],
  // No report is about a team of one, so none is offered.
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
  // What `pm explain` explains: rules, verdicts and competencies.
  [
    "subject",
    async (open: Open) => {
      const rules = RULES.map(({ id, summary }) => ({ value: id, description: summary }));
      const verdicts = VERDICTS.map((value) => ({ value, description: "verdict" }));
      const { taxonomy } = await open();
      return [...rules, ...verdicts, ...candidatesOf(taxonomy.competencies)];
    },
  ],
]);

/** The name of a value in the help (`--dir <folder>`) says whether it is a path. */
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
  const source = SOURCES.get(name) ?? SOURCES.get(placeholder);
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
  const completion = await whatMayStandAt(cursor, () => openFor(given, io));
  if (completion.kind !== "values") return [[`:${completion.kind}`]];
  return linesOf(matching(cursor, completion.candidates), shell);
}

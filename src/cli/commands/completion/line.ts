import type { Command, Option } from "commander";

/** Where the cursor is in a command line, and what comes before it. */
export interface Cursor {
  readonly command: Command;
  /** The option whose value is being typed; null where there is none. */
  readonly option: Option | null;
  /** The typed part of the value, option or argument. */
  readonly typed: string;
  /** What precedes it in the same word: `--service=`. */
  readonly head: string;
  /** The arguments that the command already has. */
  readonly operands: readonly string[];
  /** Whether an option is possible here: never after `--`. */
  readonly allowsOptions: boolean;
  /** Values of the preceding options, by commander's names for them. */
  readonly given: ReadonlyMap<string, string>;
  /** Names of the preceding options that take no value. */
  readonly flags: ReadonlySet<string>;
}

/** The meaning of the words before the cursor. */
interface Progress {
  command: Command;
  open: Option | null;
  allowsOptions: boolean;
  readonly operands: string[];
  readonly given: Map<string, string>;
  readonly flags: Set<string>;
}

const QUOTED = String.raw`\\([\s\S]?)|'([^']*)'?|"((?:\\[\s\S]?|[^"\\])*)"?`;
const WORD = new RegExp(String.raw`(?:${QUOTED}|[^\s\\'"])+`, "g");

function unquoted(word: string): string {
  return word.replace(
    new RegExp(QUOTED, "g"),
    (_written, escaped?: string, single?: string, double?: string) =>
      escaped ?? single ?? double?.replace(/\\(["\\$`])/g, "$1") ?? "",
  );
}

/**
 * The words of a command line that ends at the cursor, without their quotes. The last is the one
 * being typed, and may be empty. Handles the quotes that bash, zsh and fish share.
 */
export function splitLine(line: string): readonly string[] {
  const found = [...line.matchAll(WORD)];
  const words = found.map(([word]) => unquoted(word));
  const last = found.at(-1);
  const isTyping = last !== undefined && last.index + last[0].length === line.length;
  return isTyping ? words : [...words, ""];
}

function takesValue(option: Option): boolean {
  return option.required || option.optional;
}

function splitOption(word: string): readonly [string, string | null] {
  const at = word.indexOf("=");
  return at === -1 ? [word, null] : [word.slice(0, at), word.slice(at + 1)];
}

function findOption(command: Command, flag: string): Option | null {
  return command.options.find(({ long, short }) => flag === long || flag === short) ?? null;
}

function takeOption(progress: Progress, word: string): void {
  const [flag, value] = splitOption(word);
  const option = findOption(progress.command, flag);
  if (option && !takesValue(option)) progress.flags.add(option.name());
  if (!option || !takesValue(option)) return;
  if (value === null) progress.open = option;
  else progress.given.set(option.attributeName(), value);
}

function takeOperand(progress: Progress, word: string): void {
  const { command, operands } = progress;
  const named = operands.length === 0 && command.commands.find((one) => one.name() === word);
  if (named) progress.command = named;
  else operands.push(word);
}

function takeWord(progress: Progress, word: string): void {
  const { open } = progress;
  const isOption = progress.allowsOptions && word.startsWith("-") && word !== "-";
  progress.open = null;
  if (open && (open.required || !isOption)) progress.given.set(open.attributeName(), word);
  else if (!isOption) takeOperand(progress, word);
  else if (word === "--") progress.allowsOptions = false;
  else takeOption(progress, word);
}

/** Reads the words of a command line, without the program's own name, as commander would. */
export function findCursor(program: Command, words: readonly string[]): Cursor {
  const progress: Progress = {
    command: program,
    open: null,
    allowsOptions: true,
    operands: [],
    given: new Map(),
    flags: new Set(),
  };
  for (const word of words.slice(0, -1)) takeWord(progress, word);
  const { open, ...rest } = progress;
  const typed = words.at(-1) ?? "";
  const isOption = rest.allowsOptions && typed.startsWith("-");
  if (open && (open.required || !isOption)) return { ...rest, option: open, typed, head: "" };
  const [flag, value] = splitOption(typed);
  const option = isOption && value !== null ? findOption(rest.command, flag) : null;
  if (value === null || !option || !takesValue(option)) {
    return { ...rest, option: null, typed, head: "" };
  }
  return { ...rest, option, typed: value, head: `${flag}=` };
}

/** A stream that text is written to, all of it before the promise resolves. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** Width in columns; null where nobody knows. */
  readonly columns: number | null;
}

export interface Choice {
  readonly value: string;
  readonly name: string;
  /** How the answer is shown once it is given; the name where left out. */
  readonly short?: string;
  /** Other names by which it is found. */
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

/** All that a command knows of the world outside its files. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readonly readStdin: () => Promise<Uint8Array>;
  /** Resolves when the user ends the program (Ctrl+C). */
  readonly untilInterrupted: () => Promise<void>;
  /** Null where nobody is there to answer. */
  readonly ask: Ask | null;
}

/** Whether somebody ended a question (Ctrl+C) instead of answering it. */
export function isInterruption(error: unknown): boolean {
  return error instanceof Error && error.name === "ExitPromptError";
}

/** Whether colour is welcome on an output: https://no-color.org, and FORCE_COLOR against a pipe. */
export function wantsColor(output: Output, env: Io["env"]): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] && env["FORCE_COLOR"] !== "0") return true;
  return output.isTerminal && env["TERM"] !== "dumb";
}

/** The width to fit: the terminal's, or COLUMNS where it is set; null for as wide as needed. */
export function widthOf(output: Output, env: Io["env"]): number | null {
  const set = Number(env["COLUMNS"]);
  if (Number.isInteger(set) && set > 0) return set;
  return output.isTerminal ? (output.columns ?? 80) : null;
}

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

/** Everything a command knows about the world outside its files. */
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
  /** Null without a terminal. */
  readonly ask: Ask | null;
}

/** Whether the user cancelled a question (Ctrl+C) instead of answering it. */
export function isInterruption(error: unknown): boolean {
  return error instanceof Error && error.name === "ExitPromptError";
}

/** Whether to use colour: follows https://no-color.org; FORCE_COLOR forces it in a pipe. */
export function wantsColor(output: Output, env: Io["env"]): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] && env["FORCE_COLOR"] !== "0") return true;
  return output.isTerminal && env["TERM"] !== "dumb";
}

/** The available width: COLUMNS if set, otherwise the terminal's; null for no limit. */
export function widthOf(output: Output, env: Io["env"]): number | null {
  const set = Number(env["COLUMNS"]);
  if (Number.isInteger(set) && set > 0) return set;
  return output.isTerminal ? (output.columns ?? 80) : null;
}

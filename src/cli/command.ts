import type { Command } from "commander";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";

/** The headings under which `pm --help` lists the commands; each command states its own. */
export const GROUPS = {
  write: "Write:",
  check: "Check:",
  read: "Read the folder:",
  setUp: "Set up:",
} as const;

/** Ends the run with a code; commander itself has no notion of one. */
export type Finish = (code: ExitCode) => void;

/** Adds one command to the program. */
export type AddCommand = (program: Command, io: Io, finish: Finish) => void;

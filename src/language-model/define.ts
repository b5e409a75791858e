import type { Result } from "../core/result.ts";

/** What a model is asked. */
export interface Prompt {
  /** What it is to do: the same for all documents. */
  readonly task: string;
  /** What it is to do it with: plain data, without people. */
  readonly data: unknown;
}

/** Why there is no answer. */
export interface Failure {
  /** In words, without what the model answered. */
  readonly message: string;
  /** Whether it would be the same for any other prompt. */
  readonly isLasting: boolean;
}

/** Sends a text that {@link sentText} made, and returns the answer. */
export type AskModel = (sent: string) => Promise<Result<string, Failure>>;

/** A program to run, without a shell. */
export interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
  /** What it reads on standard input. */
  readonly input: string;
  /** Milliseconds after which it is ended. */
  readonly timeout: number;
  /** Bytes of output after which it is ended. */
  readonly mostBytes: number;
}

/** How a program ended. */
export type ProgramEnd =
  | { readonly how: "done"; readonly code: number; readonly output: string; readonly said: string }
  | { readonly how: "not started"; readonly why: string }
  | { readonly how: "too slow" | "too long" };

/** How a model is reached. */
export interface Outside {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly run: (call: ProgramCall) => Promise<ProgramEnd>;
  /** Resolves after so many milliseconds, or when it is asked to stop. */
  readonly sleep: (milliseconds: number, stop?: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Longer answers are not read, in bytes: those that are asked for take a few thousand. */
export const MOST_BYTES = 256 * 1024;

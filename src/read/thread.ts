import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** A further thread, which answers messages one by one. */
export interface Thread {
  /** The answer to a message; null where the thread has ended. Both are plain data. */
  readonly ask: (message: unknown) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** The program of further threads, and what it loads: beside the built one, and nowhere beside the sources. */
const PROGRAM = fileURLToPath(new URL("../../bin/read-thread.js", import.meta.url));
const BUILT = fileURLToPath(new URL("read-thread.js", import.meta.url));
/** Less than the main thread has: what is nested too deeply for this one, that one decides. */
const STACK_MIB = 0.8;

/** Absolute path of the program that further threads run; null where there is none. */
export function threadProgram(): string | null {
  return existsSync(BUILT) ? PROGRAM : null;
}

/** Starts a thread with what it has to know. It keeps the process running until it is stopped. */
export function startThread(program: string, workerData: unknown): Thread {
  const worker = new Worker(program, { workerData, resourceLimits: { stackSizeMb: STACK_MIB } });
  let hasEnded = false;
  let answer: ((given: unknown) => void) | null = null;
  const settle = (given: unknown) => {
    answer?.(given);
    answer = null;
  };
  const end = () => {
    hasEnded = true;
    settle(null);
  };
  worker.on("message", settle);
  worker.on("messageerror", end);
  worker.on("error", end);
  worker.on("exit", end);
  return {
    ask: (message) =>
      hasEnded
        ? Promise.resolve(null)
        : new Promise((resolve) => {
            answer = resolve;
            worker.postMessage(message);
          }),
    stop: async () => {
      await worker.terminate();
    },
  };
}

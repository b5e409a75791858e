import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** A further thread, which tells plain data. */
export interface Thread {
  /** The next thing that it tells, in order; null where it has ended, or tells null. */
  readonly hear: () => Promise<unknown>;
  readonly stop: () => void;
}

/** The program of further threads, and what it loads: beside the built one, and nowhere beside the sources. */
const PROGRAM = fileURLToPath(new URL("../../bin/read-thread.js", import.meta.url));
const BUILT = fileURLToPath(new URL("read-thread.js", import.meta.url));
/** Less than the main thread has: what is nested too deeply for this one, that one decides. */
const STACK_MIB = 0.8;
/** For what is new on its heap: what it read of a document is soon told and let go of, and takes no longer with less. */
const YOUNG_MIB = 12;

/** Absolute path of the program that further threads run; null where there is none. */
export function threadProgram(): string | null {
  return existsSync(BUILT) ? PROGRAM : null;
}

/** Starts a thread with what it has to know. It keeps the process running until it is stopped. */
export function startThread(program: string, workerData: unknown): Thread {
  const resourceLimits = { stackSizeMb: STACK_MIB, maxYoungGenerationSizeMb: YOUNG_MIB };
  const worker = new Worker(program, { workerData, resourceLimits });
  const received: unknown[] = [];
  let hasEnded = false;
  let wake: () => void = () => undefined;
  worker.on("message", (message) => {
    received.push(message);
    wake();
  });
  for (const event of ["messageerror", "error", "exit"]) {
    worker.on(event, () => {
      hasEnded = true;
      wake();
    });
  }
  return {
    hear: async () => {
      while (received.length === 0 && !hasEnded) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return received.shift() ?? null;
    },
    stop: () => {
      void worker.terminate();
    },
  };
}

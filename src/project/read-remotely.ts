import { startThread, type Thread, threadProgram } from "../read/thread.ts";
import type { ProjectLocation, Threads } from "./project-location.ts";
import type { FileAnswer, FileTask } from "./read-one.ts";

/** What a further thread is to read: plain data, by which it makes what to keep. */
export interface RemoteReading {
  readonly sort: "facts" | "findings";
  readonly by: readonly unknown[];
}

/** What a further thread has to know when it starts. */
export interface ThreadStart {
  readonly location: ProjectLocation;
  readonly reading: RemoteReading;
}

/** What it answers, with the key of the setup that it found. */
export interface ThreadAnswer {
  readonly setupKey: string;
  /** Null for a file on which the main thread decides. */
  readonly answers: readonly (FileAnswer<unknown> | null)[];
}

/** A reader of files elsewhere; null where it does not answer. */
export type ReadElsewhere = (
  tasks: readonly FileTask[],
) => Promise<readonly (FileAnswer<unknown> | null)[] | null>;

/** Files for which it pays to start one more thread. */
const FILES_A_THREAD = 128;

async function asked(
  thread: Thread,
  tasks: readonly FileTask[],
  setupKey: string,
): Promise<ThreadAnswer["answers"] | null> {
  // Only our own program answers, in the form that it has there.
  const answer = (await thread.ask(tasks)) as ThreadAnswer | null;
  return answer?.setupKey === setupKey ? answer.answers : null;
}

/**
 * Starts as many further threads as pay for some files, and calls back with a reader for each; ends
 * them when `use` is done.
 */
export async function withThreads<Value>(
  { threads, setupKey }: { readonly threads: Threads | null; readonly setupKey: string },
  reading: RemoteReading | undefined,
  files: number,
  use: (elsewhere: readonly ReadElsewhere[]) => Promise<Value>,
): Promise<Value> {
  const program = threadProgram();
  if (threads === null || reading === undefined || program === null) return use([]);
  const count = Math.min(threads.most - 1, Math.floor(files / FILES_A_THREAD) - 1);
  const start: ThreadStart = { location: threads.location, reading };
  const started = Array.from({ length: Math.max(0, count) }, () => startThread(program, start));
  try {
    return await use(started.map((thread) => (tasks) => asked(thread, tasks, setupKey)));
  } finally {
    await Promise.all(started.map(({ stop }) => stop()));
  }
}

import { type Portions, portionsOf, takePortion } from "../core/portions.ts";
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
  /** All files, of which it reads those that it takes. */
  readonly tasks: readonly FileTask[];
  readonly portions: Portions;
}

/** What it answers of one portion, with the key of the setup that it found. */
export interface ThreadAnswer {
  readonly setupKey: string;
  /** The place of the first file. */
  readonly from: number;
  /** Null for a file on which the main thread decides. */
  readonly answers: readonly (FileAnswer<unknown> | null)[];
}

/** How this thread reads files with others. */
export interface SharedReading {
  /** Reads some of the files itself. */
  readonly readHere: (from: number, to: number) => Promise<void>;
  /** Takes what another thread made of the file at a place. */
  readonly takeAnswer: (at: number, answer: FileAnswer<unknown>) => void;
}

/** Files for which it pays to start one more thread. */
const FILES_A_THREAD = 128;

async function takeAnswers(
  thread: Thread,
  setupKey: string,
  { takeAnswer }: SharedReading,
): Promise<void> {
  for (;;) {
    // Only our own program answers, in the form that it has there.
    const message = (await thread.hear()) as ThreadAnswer | null;
    if (message?.setupKey !== setupKey) return;
    message.answers.forEach((answer, index) => {
      if (answer !== null) takeAnswer(message.from + index, answer);
    });
  }
}

async function readPortions(portions: Portions, { readHere }: SharedReading): Promise<void> {
  for (let portion = takePortion(portions); portion; portion = takePortion(portions)) {
    await readHere(portion.from, portion.to);
  }
}

/**
 * Reads files by this thread and as many further ones as pay for them. Some may be left: those on
 * which another thread did not decide, or which it had taken when it ended.
 */
export async function shareOut(
  { threads, setupKey }: { readonly threads: Threads | null; readonly setupKey: string },
  reading: RemoteReading | undefined,
  tasks: readonly FileTask[],
  shared: SharedReading,
): Promise<void> {
  const program = threadProgram();
  const portions = portionsOf(tasks.length);
  if (threads === null || reading === undefined || program === null) {
    return readPortions(portions, shared);
  }
  const count = Math.min(threads.most - 1, Math.floor(tasks.length / FILES_A_THREAD) - 1);
  const start: ThreadStart = { location: threads.location, reading, tasks, portions };
  const started = Array.from({ length: Math.max(0, count) }, () => startThread(program, start));
  try {
    const answers = started.map((thread) => takeAnswers(thread, setupKey, shared));
    await Promise.all([...answers, readPortions(portions, shared)]);
  } finally {
    for (const { stop } of started) stop();
  }
}

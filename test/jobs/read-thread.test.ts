import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { FileTask } from "../../src/project/read-one.ts";
import type { ThreadAnswer, ThreadStart } from "../../src/project/read-remotely.ts";
import { ROOT } from "../support/root.ts";

type Listener = (tasks: readonly FileTask[]) => void;

/** What the main thread says and hears, in place of a thread. */
const main = vi.hoisted(() => {
  const hear: (answer: unknown) => void = () => undefined;
  const start: { value: unknown } = { value: null };
  return { listeners: [] as Listener[], hear, start };
});

vi.mock("node:worker_threads", () => ({
  parentPort: {
    on: (_name: string, listener: Listener) => main.listeners.push(listener),
    postMessage: (answer: unknown) => {
      main.hear(answer);
    },
  },
  get workerData() {
    return main.start.value;
  },
}));

const NAME = "2026-01-13-checkout-backlog.md";

function taskOf(name: string): FileTask {
  const absolutePath = join(ROOT, "examples/postmortems", name);
  return { absolutePath, path: name, isNamed: false, knownHash: null, isHashed: true };
}

/** Starts the program anew and asks it about files. */
async function answerTo(start: ThreadStart, tasks: readonly FileTask[]): Promise<ThreadAnswer> {
  main.start.value = start;
  main.listeners.length = 0;
  vi.resetModules();
  await (
    await import("../../src/jobs/read-thread.ts")
  ).started;
  return new Promise((resolve) => {
    main.hear = (answer) => {
      resolve(answer as ThreadAnswer);
    };
    for (const listener of main.listeners) listener(tasks);
  });
}

const location = { cwd: ROOT, dir: "examples", configPath: null };

test("a thread says by which setup it reads before it is asked for a file", async () => {
  const reading = { sort: "facts", by: ["gaps"] } as const;
  const { setupKey, answers } = await answerTo({ location, reading }, []);
  expect(answers).toEqual([]);
  expect(setupKey).not.toBe("");
});

test("it answers with the facts that a report asks for, and says what it cannot read", async () => {
  const reading = { sort: "facts", by: ["gaps", "title"] } as const;
  const tasks = [taskOf(NAME), taskOf("nowhere.md")];
  const [found, missing] = (await answerTo({ location, reading }, tasks)).answers;
  expect(found?.state).toBe("read");
  expect(JSON.stringify(found)).toContain("messaging.backpressure");
  expect(missing).toEqual({ state: "unreadable", message: expect.any(String) as string });
});

test("a file of which all is known is not read again", async () => {
  const reading = { sort: "facts", by: ["gaps"] } as const;
  const [first] = (await answerTo({ location, reading }, [taskOf(NAME)])).answers;
  const knownHash = first?.state === "read" ? first.hash : "";
  const [again] = (await answerTo({ location, reading }, [{ ...taskOf(NAME), knownHash }])).answers;
  expect(again).toEqual({ state: "known", hash: knownHash });
});

test("it answers with findings by the rules of the main thread", async () => {
  const by = [["gap-evidence", "no-such-rule"], [["gap-evidence", "error"]], []];
  const reading = { sort: "findings", by } as const;
  const [found] = (await answerTo({ location, reading }, [taskOf(NAME)])).answers;
  expect(found?.state === "read" && found.result && "postmortem" in found.result).toBe(true);
});

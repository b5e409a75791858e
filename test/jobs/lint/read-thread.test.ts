import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { portionsOf, takePortion } from "../../../src/core/portions.ts";
import type { FileTask } from "../../../src/project/read-one.ts";
import type { ThreadAnswer, ThreadStart } from "../../../src/project/read-remotely.ts";
import { ROOT } from "../../support/root.ts";

/** What the main thread says and hears, in place of a thread. */
const main = vi.hoisted(() => {
  const [told, start]: [unknown[], { value: unknown }] = [[], { value: null }];
  return { told, start };
});

vi.mock("node:worker_threads", () => ({
  parentPort: {
    postMessage: (answer: unknown) => {
      main.told.push(answer);
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

/** Starts the program anew with files of which none, or some, are taken already; what it tells of each portion. */
async function toldOf(
  start: Pick<ThreadStart, "location" | "reading">,
  tasks: readonly FileTask[],
  taken = 0,
): Promise<readonly ThreadAnswer[]> {
  const portions = portionsOf(tasks.length);
  for (let at = 0; at < taken; at += 1) takePortion(portions);
  main.start.value = { ...start, tasks, portions } satisfies ThreadStart;
  main.told.length = 0;
  vi.resetModules();
  await (
    await import("../../../src/jobs/lint/read-thread.ts")
  ).done;
  expect(main.told.at(-1)).toBeNull();
  return main.told.slice(0, -1) as ThreadAnswer[];
}

async function answersTo(
  start: Pick<ThreadStart, "location" | "reading">,
  tasks: readonly FileTask[],
): Promise<ThreadAnswer["answers"]> {
  return (await toldOf(start, tasks)).flatMap(({ answers }) => answers);
}

const location = { cwd: ROOT, dir: "examples", configPath: null };

test("a thread tells of each portion that nobody else took, with the setup by which it reads", async () => {
  const reading = { sort: "facts", by: ["gaps"] } as const;
  const tasks = Array.from({ length: 20 }, (_, index) => taskOf(`nowhere-${index}.md`));
  const told = await toldOf({ location, reading }, tasks, 1);
  expect(told.map(({ from, answers }) => [from, answers.length])).toEqual([
    [8, 8],
    [16, 4],
  ]);
  expect(new Set(told.map(({ setupKey }) => setupKey)).size).toBe(1);
  expect(told[0]?.setupKey).not.toBe("");
});

test("nothing is told but the end where all is taken", async () => {
  const reading = { sort: "facts", by: ["gaps"] } as const;
  expect(await toldOf({ location, reading }, [])).toEqual([]);
});

test("it answers with the facts that a report asks for, and says what it cannot read", async () => {
  const reading = { sort: "facts", by: ["gaps", "title"] } as const;
  const tasks = [taskOf(NAME), taskOf("nowhere.md")];
  const [found, missing] = await answersTo({ location, reading }, tasks);
  expect(found?.state).toBe("read");
  expect(JSON.stringify(found)).toContain("messaging.backpressure");
  expect(missing).toEqual({ state: "unreadable", message: expect.any(String) as string });
});

test("a file of which all is known is not read again", async () => {
  const reading = { sort: "facts", by: ["gaps"] } as const;
  const [first] = await answersTo({ location, reading }, [taskOf(NAME)]);
  const knownHash = first?.state === "read" ? first.hash : "";
  const [again] = await answersTo({ location, reading }, [{ ...taskOf(NAME), knownHash }]);
  expect(again).toEqual({ state: "known", hash: knownHash });
});

test("it answers with findings by the rules of the main thread", async () => {
  const by = [["gap-evidence", "no-such-rule"], [["gap-evidence", "error"]], []];
  const reading = { sort: "findings", by } as const;
  const [found] = await answersTo({ location, reading }, [taskOf(NAME)]);
  expect(found?.state === "read" && found.result && "postmortem" in found.result).toBe(true);
});

import { expect, test } from "vitest";
import { startThread } from "../../src/read/thread.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

async function start(program: string) {
  await folder.put(
    "thread.mjs",
    `import { parentPort, workerData } from "node:worker_threads";\n${program}`,
  );
  return startThread(folder.path("thread.mjs"), { twice: 2 });
}

test("a thread answers each message, knowing what it was started with", async () => {
  const thread = await start(
    'parentPort.on("message", (one) => parentPort.postMessage(one * workerData.twice));',
  );
  expect([await thread.ask(1), await thread.ask(4)]).toEqual([2, 8]);
  await thread.stop();
  expect(await thread.ask(1)).toBeNull();
});

test.each([
  ["ends", 'parentPort.once("message", () => process.exit());'],
  ["throws", 'parentPort.once("message", () => { throw new Error("gone"); });'],
  ["cannot start", "not a program"],
])("one that %s answers null, from then on", async (_how, program) => {
  const thread = await start(program);
  expect(await thread.ask(1)).toBeNull();
  expect(await thread.ask(2)).toBeNull();
});

import { expect, test } from "vitest";
import { startThread } from "../../src/read/thread.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

async function start(program: string) {
  await folder.put(
    "thread.mjs",
    `import { parentPort, workerData } from "node:worker_threads";\n${program}`,
  );
  return startThread(folder.path("thread.mjs"), { count: 2 });
}

test("what a thread tells is heard in order, though nobody listens yet", async () => {
  const thread = await start(
    `for (let at = 0; at < workerData.count; at += 1) parentPort.postMessage(at);
     parentPort.postMessage(null);
     parentPort.on("message", () => undefined);`,
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([await thread.hear(), await thread.hear(), await thread.hear()]).toEqual([0, 1, null]);
  thread.stop();
  expect(await thread.hear()).toBeNull();
});

test("one that ends has told all", async () => {
  const thread = await start("parentPort.postMessage([1, 2]);");
  expect([await thread.hear(), await thread.hear()]).toEqual([[1, 2], null]);
});

test.each([
  ["exits", "process.exit();"],
  ["throws", 'throw new Error("gone");'],
  ["cannot start", "not a program"],
])("of one that %s nothing is heard, from then on", async (_how, program) => {
  const thread = await start(program);
  expect(await thread.hear()).toBeNull();
  expect(await thread.hear()).toBeNull();
});

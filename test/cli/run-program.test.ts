import { EventEmitter, once } from "node:events";
import { createServer, type Socket } from "node:net";
import { homedir } from "node:os";
import { expect, test } from "vitest";
import { runProgram as run } from "../../src/cli/run-program.ts";
import type { ProgramCall } from "../../src/language-model/define.ts";

/** A process that runs pm: only groups that are not its own get a signal, all else is told. */
function running(platform = process.platform) {
  const told: [pid: number, signal: string][] = [];
  const kill = (pid: number, signal: string) => {
    if (pid < -1 && pid !== -process.pid && pid !== -process.ppid) process.kill(pid, signal);
    else told.push([pid, signal]);
  };
  const parts = { platform, pid: 99, env: {}, kill, told };
  return Object.assign(new EventEmitter(), parts) as unknown as NodeJS.Process & typeof parts;
}

const runProgram = (call: ProgramCall) => run(call, running());

const call = (script: string, changed = {}) => ({
  program: process.execPath,
  args: ["-e", script, "$(echo no shell)"],
  input: "the prompt",
  timeout: 50_000,
  mostBytes: 1000,
  ...changed,
});

test("a program reads the prompt and prints the answer, without a shell and outside of the project", async () => {
  const script =
    "process.stdin.on('data', (d) => console.log(JSON.stringify([String(d), process.argv[1], process.cwd()])))";
  const end = await runProgram(call(script));
  expect(end).toMatchObject({ how: "done", code: 0, said: "" });
  const output = "output" in end ? (JSON.parse(end.output) as unknown) : null;
  expect(output).toEqual(["the prompt", "$(echo no shell)", homedir()]);
});

test.each<[name: string, script: string, changed: object, expected: object]>([
  ["fails", "console.error('no model'); process.exit(3)", {}, { how: "done", code: 3, said: "no model\n" }], // prettier-ignore
  [
    "repeats its key",
    "console.error('Incorrect API key: sk-' + '0123456789abcdefghij'); process.exit(1)",
    {},
    { how: "done", code: 1, said: "Incorrect API key: [secret]\n" },
  ],
  [
    "reads nothing",
    "process.stdin.destroy()",
    { input: "x".repeat(1e6) },
    { how: "done", code: 0 },
  ],
  ["says too much", "for (;;) console.log('x'.repeat(100))", {}, { how: "too long" }],
  ["never ends", "setInterval(() => {}, 1000)", { timeout: 500 }, { how: "too slow" }],
  [
    "leaves another behind that keeps its streams",
    "require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 3000)'], { stdio: 'inherit' }).unref(); setInterval(() => {}, 1000)",
    { timeout: 1000 },
    { how: "too slow" },
  ],
  ["is killed", "process.kill(process.pid, 'SIGTERM')", {}, { how: "done", code: 1 }],
  ["complains at length", "console.error('x'.repeat(10000)); process.exit(1)", {}, { how: "done" }],
])("a program that %s", async (_, script, changed, expected) => {
  const end = await runProgram(call(script, changed));
  expect(end).toMatchObject(expected);
  expect("said" in end ? end.said.length : 0).toBeLessThanOrEqual(8192);
});

test("no program", async () => {
  expect(await runProgram(call("", { program: "no-such-program-of-pm" }))).toEqual({
    how: "not started",
    why: "ENOENT",
  });
  expect(await runProgram(call("", { args: ["a\0b"] }))).toEqual({
    how: "not started",
    why: "ERR_INVALID_ARG_VALUE",
  });
});

/** A program that starts another, which connects to a port and then prints much, and never ends. */
const starting = (port: number) => {
  const started = `require('net').connect(${port}, '127.0.0.1', () => console.log('x'.repeat(2000)))`;
  const options = "{ stdio: ['ignore', 'inherit', 'ignore'] }";
  return `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(started)}], ${options}); setInterval(() => {}, 1000)`;
};

test.each<[name: string, mostBytes: number, by: "SIGINT" | "exit" | null, told: object[]]>([
  ["says too much", 1000, null, []],
  ["runs when pm is interrupted", 1e6, "SIGINT", [[99, "SIGINT"]]],
  ["runs when pm fails", 1e6, "exit", []],
])("what a program starts ends with it: one that %s", async (_, mostBytes, by, told) => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  const own = running();
  const end = run(call(starting(port), { mostBytes }), own);
  const [socket] = (await once(server, "connection")) as [Socket];
  const closed = new Promise((resolve) => socket.once("close", resolve).once("error", resolve));
  if (by === "exit") own.emit(by, 0);
  if (by === "SIGINT") own.emit(by, by);
  await closed;
  expect(await end).toMatchObject({ how: by === null ? "too long" : "done" });
  expect(own.told).toEqual(told);
  expect(own.eventNames()).toEqual([]);
  server.close();
});

test("a system that has no groups and no taskkill: the program itself is ended", async () => {
  const end = await run(call("setInterval(() => {}, 1000)", { timeout: 500 }), running("win32"));
  expect(end).toEqual({ how: "too slow" });
});

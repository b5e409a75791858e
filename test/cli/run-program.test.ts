import { homedir } from "node:os";
import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";

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

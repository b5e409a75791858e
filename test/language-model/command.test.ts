import { expect, test } from "vitest";
import { askEach, askerOf, atOnceOf } from "../../src/language-model/ask.ts";
import type { ProgramCall, ProgramEnd } from "../../src/language-model/define.ts";
import { outside } from "../support/stub-model.ts";

const MODEL = { kind: "command", program: "ask", args: ["-q"], model: "ask" } as const;

function asker(end: ProgramEnd, calls: ProgramCall[] = []) {
  const run = (call: ProgramCall) => {
    calls.push(call);
    return Promise.resolve(end);
  };
  return askerOf(MODEL, null, outside([], { run }));
}

test("a command reads the prompt, and what it prints is the answer", async () => {
  const calls: ProgramCall[] = [];
  const ask = asker({ how: "done", code: 0, output: "{}\n", said: "loading" }, calls);
  expect(await ask("prompt")).toEqual({ ok: true, value: "{}\n" });
  expect(calls).toMatchObject([{ program: "ask", args: ["-q"], input: "prompt" }]);
});

test.each<[name: string, end: ProgramEnd, message: string, isLasting: boolean]>([
  [
    "fails",
    { how: "done", code: 3, output: "", said: "a\r\n@jo has no model\n" },
    "exit code 3: [person] has no model",
    true,
  ],
  ["fails in silence", { how: "done", code: 1, output: "x", said: "\n" }, "exit code 1", true],
  [
    "complains at length",
    { how: "done", code: 1, output: "", said: "x".repeat(4000) },
    `exit code 1: ${"x".repeat(160)}`,
    true,
  ],
  [
    "is not there",
    { how: "not started", why: "ENOENT" },
    "it cannot be started: there is no such program",
    true,
  ],
  ["takes too long", { how: "too slow" }, "no answer in 180 s", true],
  ["says too much", { how: "too long" }, "the answer is longer than 256 KiB", false],
])("a command that %s", async (_, end, message, isLasting) => {
  expect(await asker(end)("prompt")).toEqual({ ok: false, why: { message, isLasting } });
});

test("a service is asked a few questions at once, a command one; a lasting failure ends it", async () => {
  expect(atOnceOf(MODEL)).toBe(1);
  expect(atOnceOf({ kind: "endpoint", url: "https://a.example", model: "m", keyEnv: null })).toBe(
    4,
  );
  const questions = ["a", "b", "bad", "c", "gone", "d", "e"].map((sent) => ({ sent }));
  const groups: string[][] = [];
  const ask = (sent: string) => {
    if (sent === "bad" || sent === "gone") {
      const why = { message: sent, isLasting: sent === "gone" };
      return Promise.resolve({ ok: false, why } as const);
    }
    return Promise.resolve({ ok: true, value: sent } as const);
  };
  const stopped = await askEach(questions, ask, 3, (answers) => {
    groups.push(answers.map(([{ sent }]) => sent));
    return Promise.resolve();
  });
  expect(stopped).toEqual({ message: "gone", isLasting: true });
  expect(groups).toEqual([
    ["a", "b", "bad"],
    ["c", "d"],
  ]);
});

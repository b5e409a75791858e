import { expect, test } from "vitest";
import { type Host, type Io, ioOf } from "../../src/cli/io.ts";
import { UsageError } from "../../src/core/errors.ts";

function hostWith(written: { stdout: string; stderr: string }, isTerminal: boolean): Host {
  const outputTo = (name: "stdout" | "stderr") => ({
    isTerminal,
    columns: 24,
    write: (text: string) => {
      written[name] += text;
      return Promise.resolve();
    },
  });
  return {
    cwd: "/",
    env: {},
    now: () => 0,
    edit: () => Promise.resolve(true),
    readStdin: () => Promise.resolve(Buffer.of()),
    untilInterrupted: () => Promise.resolve(),
    stdout: outputTo("stdout"),
    stderr: outputTo("stderr"),
    ask: null,
  };
}

async function written(isTerminal: boolean, write: (io: Io) => Promise<void> | void) {
  const all = { stdout: "", stderr: "" };
  await write(ioOf(hostWith(all, isTerminal)));
  return all;
}

const HOSTILE = "a\u001b[2J\nb";

test.each<[name: string, write: (io: Io) => Promise<void>, stdout: string, stderr: string]>([
  ["result, as it is", (io) => io.result(HOSTILE), HOSTILE, ""],
  ["print", (io) => io.print(HOSTILE), "a\\u{1b}[2J b\n", ""],
  ["printCells", (io) => io.printCells(["a\tb", HOSTILE]), "a b\ta\\u{1b}[2J b\n", ""],
  ["say", (io) => io.say(HOSTILE), "", "a\\u{1b}[2J b\n"],
  ["note", (io) => io.note(HOSTILE), "", "note: a\\u{1b}[2J b\n"],
  ["warn", (io) => io.warn(HOSTILE), "", "warning: a\\u{1b}[2J b\n"],
  [
    "fail, whose message may have several lines",
    (io) => io.fail(new UsageError(HOSTILE, HOSTILE)),
    "",
    "pm: a\\u{1b}[2J\nb\n    a\\u{1b}[2J b\n",
  ],
  [
    "sayIndented, in lines that fit the terminal",
    (io) => io.sayIndented(`one two three four five ${HOSTILE}`),
    "",
    "  one two three four\n  five a\\u{1b}[2J b\n",
  ],
])("%s", async (_name, write, stdout, stderr) => {
  expect(await written(true, write)).toEqual({ stdout, stderr });
});

test("what is shown for a while, and an emptied screen, are for terminals alone", async () => {
  const show = async (io: Io) => {
    io.show(HOSTILE);
    io.show("");
    await io.clear();
  };
  expect(await written(false, show)).toEqual({ stdout: "", stderr: "" });
  expect(await written(true, show)).toEqual({
    stdout: "\u001b[2J\u001b[3J\u001b[H",
    stderr: `\ra\\u{1b}[2J b\r${" ".repeat(50)}\r`,
  });
});

test.each([
  ["to a program, byte for byte", {}, HOSTILE, true],
  ["to the log of a build, with escapes", { GITLAB_CI: "true" }, "a\\u{1b}[2J\nb", false],
])("a patch goes %s", async (_name, env, text, isExact) => {
  const all = { stdout: "", stderr: "" };
  const io = ioOf({ ...hostWith(all, false), env });
  expect(await io.patch(HOSTILE)).toBe(isExact);
  expect(all.stdout).toBe(text);
});

test("a terminal that gives no width is as wide as most", () => {
  const host = hostWith({ stdout: "", stderr: "" }, true);
  const io = ioOf({ ...host, stdout: { ...host.stdout, columns: 0 } });
  expect(io.look().width).toBe(80);
});

test("a choice cannot steer the terminal either", async () => {
  const asked: unknown[] = [];
  const ask = {
    text: (message: string) => {
      asked.push(message);
      return Promise.resolve("");
    },
    one: (message: string, choices: unknown) => {
      asked.push(message, choices);
      return Promise.resolve("");
    },
    many: (message: string, choices: unknown) => {
      asked.push(message, choices);
      return Promise.resolve([]);
    },
  };
  const io = ioOf({ ...hostWith({ stdout: "", stderr: "" }, true), ask });
  const about = { description: HOSTILE, short: HOSTILE };
  const choices = [{ value: HOSTILE, name: HOSTILE, ...about }];
  await io.ask?.one(HOSTILE, choices);
  await io.ask?.many(HOSTILE, choices);
  await io.ask?.text(HOSTILE, {});
  const name = "a\\u{1b}[2J b";
  const shown = [{ value: HOSTILE, name, description: name, short: name }];
  expect(asked).toEqual([name, shown, name, shown, name]);
});

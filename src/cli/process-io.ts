import type { WriteStream } from "node:tty";
import { UsageError } from "../core/errors.ts";
import type { Outside } from "../language-model/define.ts";
import type { Ask, Choice, Host, Output } from "./io.ts";

/** A reader that goes away (`pm gaps | head`) is not an error. */
function isClosedPipe(error: unknown): boolean {
  return (error as { code?: string }).code === "EPIPE";
}

function unwritable(name: string, error: Error): UsageError {
  const code = (error as { code?: string }).code ?? error.message;
  return new UsageError(`${name} could not be written (${code})`);
}

function outputOf(stream: NodeJS.WriteStream, name: string): Output {
  // Each write receives its own error; without a listener the stream would end the process.
  stream.on("error", () => undefined);
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (error && !isClosedPipe(error)) reject(unwritable(name, error));
          else resolve();
        });
      }),
    isTerminal: (stream as Partial<WriteStream>).isTTY === true,
    columns: (stream as Partial<WriteStream>).columns ?? null,
  };
}

const ON_STDERR = { output: globalThis.process.stderr };

/** Longer lists get a search prompt. */
const MOST_WALKED = 12;

/** The choices with the text in one of their names. */
function matching(choices: readonly Choice[], text = ""): Choice[] {
  const wanted = text.trim().toLowerCase();
  return choices.filter(({ name, aliases = [] }) =>
    [name, ...aliases].some((one) => one.toLowerCase().includes(wanted)),
  );
}

/**
 * Lets the user search among choices. Text typed or pasted faster than the search, with Enter at its
 * end, would choose the first item of the previous list; in that case, the question is repeated.
 */
async function searchAmong(message: string, choices: readonly Choice[]): Promise<string> {
  const { search } = await import("@inquirer/prompts");
  for (;;) {
    let typed = "";
    const source = (text = "") => matching(choices, (typed = text));
    const found = await search({ message: `${message} (type to search)`, source }, ON_STDERR);
    if (matching(choices, typed).some(({ value }) => value === found)) return found;
  }
}

/** Loads the prompt library only when there is a question. */
function askAtTerminal(): Ask {
  const prompts = () => import("@inquirer/prompts");
  return {
    text: async (message, options) => (await prompts()).input({ message, ...options }, ON_STDERR),
    one: async (message, choices) =>
      choices.length <= MOST_WALKED
        ? (await prompts()).select({ message, choices: [...choices] }, ON_STDERR)
        : searchAmong(message, choices),
    many: async (message, choices) =>
      (await prompts()).checkbox({ message, choices: [...choices] }, ON_STDERR),
  };
}

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Runs an editor on this terminal. $EDITOR may hold options, which the shell reads; the path is passed apart. */
async function editAtTerminal(editor: string, path: string): Promise<boolean> {
  const { spawn } = await import("node:child_process");
  const isWindows = globalThis.process.platform === "win32";
  const child = isWindows
    ? spawn(`${editor} "${path}"`, { shell: true, stdio: "inherit" })
    : spawn("sh", ["-c", `${editor} "$1"`, "sh", path], { stdio: "inherit" });
  return new Promise((resolve) => {
    child.once("error", () => {
      resolve(false);
    });
    child.once("close", (code) => {
      resolve(code === 0);
    });
  });
}

function wait(milliseconds: number, stop?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop?.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The network and programs, for a language model alone: nothing of either is loaded before. */
function outsideOf(running: NodeJS.Process): Outside {
  return {
    fetch: (url, init) => globalThis.fetch(url, init),
    run: async (call) => (await import("./run-program.ts")).runProgram(call, running),
    sleep: wait,
    now: () => Date.now(),
  };
}

/** The folder in which a process runs; null where it was removed. */
function folderOf(running: NodeJS.Process): string | null {
  try {
    return running.cwd();
  } catch {
    return null;
  }
}

/** A running process as a host. */
export function processHost(running: NodeJS.Process): Host {
  const interactive = running.stdin.isTTY && running.stderr.isTTY && !running.env["CI"];
  return {
    cwd: folderOf(running),
    env: running.env,
    now: () => Date.now(),
    readStdin: () => readAll(running.stdin),
    wire: () => ({
      input: running.stdin,
      output: running.stdout,
      close: () => {
        running.stdin.destroy();
      },
    }),
    untilInterrupted: () =>
      new Promise((resolve) => {
        running.once("SIGINT", () => {
          resolve();
        });
      }),
    edit: editAtTerminal,
    outside: outsideOf(running),
    stdout: outputOf(running.stdout, "standard output"),
    stderr: outputOf(running.stderr, "standard error"),
    ask: interactive ? askAtTerminal() : null,
  };
}

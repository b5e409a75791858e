import type { WriteStream } from "node:tty";
import type { Ask, Choice, Io, Output } from "./io.ts";

/** A reader that goes away (`pm gaps | head`) is no error. */
function isClosedPipe(error: unknown): boolean {
  return (error as { code?: string }).code === "EPIPE";
}

function outputOf(stream: NodeJS.WriteStream): Output {
  stream.on("error", (error) => {
    if (!isClosedPipe(error)) throw error;
  });
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (error && !isClosedPipe(error)) reject(error);
          else resolve();
        });
      }),
    isTerminal: (stream as Partial<WriteStream>).isTTY === true,
    columns: (stream as Partial<WriteStream>).columns ?? null,
  };
}

/** More than this are searched rather than walked through. */
const MOST_WALKED = 12;

/** Those that have a text somewhere in their name. */
function matching(choices: readonly Choice[], text = ""): Choice[] {
  return choices.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
}

/** Loads the prompt library only where somebody is asked. */
function askAtTerminal(): Ask {
  const prompts = () => import("@inquirer/prompts");
  const onStderr = { output: globalThis.process.stderr };
  return {
    text: async (message, options) => (await prompts()).input({ message, ...options }, onStderr),
    one: async (message, choices) => {
      const { search, select } = await prompts();
      if (choices.length <= MOST_WALKED)
        return select({ message, choices: [...choices] }, onStderr);
      const source = (text?: string) => matching(choices, text);
      return search({ message: `${message} (type to search)`, source }, onStderr);
    },
    many: async (message, choices) =>
      (await prompts()).checkbox({ message, choices: [...choices] }, onStderr),
  };
}

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** The Io of a running process. */
export function processIo(running: NodeJS.Process): Io {
  const interactive = running.stdin.isTTY && running.stderr.isTTY && !running.env["CI"];
  return {
    cwd: running.cwd(),
    env: running.env,
    now: () => Date.now(),
    readStdin: () => readAll(running.stdin),
    untilInterrupted: () =>
      new Promise((resolve) => {
        running.once("SIGINT", () => {
          resolve();
        });
      }),
    stdout: outputOf(running.stdout),
    stderr: outputOf(running.stderr),
    ask: interactive ? askAtTerminal() : null,
  };
}

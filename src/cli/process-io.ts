import type { WriteStream } from "node:tty";
import type { Ask, Choice, Host, Output } from "./io.ts";

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

const ON_STDERR = { output: globalThis.process.stderr };

/** More than this are searched rather than walked through. */
const MOST_WALKED = 12;

/** Those that have a text somewhere in one of their names. */
function matching(choices: readonly Choice[], text = ""): Choice[] {
  const wanted = text.trim().toLowerCase();
  return choices.filter(({ name, aliases = [] }) =>
    [name, ...aliases].some((one) => one.toLowerCase().includes(wanted)),
  );
}

/**
 * Lets somebody search among choices. What is typed or pasted faster than it is searched for, with
 * Enter at its end, would choose what stood first before: that is asked again.
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

/** Loads the prompt library only where somebody is asked. */
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

/** A running process as a host. */
export function processHost(running: NodeJS.Process): Host {
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

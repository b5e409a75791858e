import type { Ask, Output, Wire } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import type { Outside } from "../../src/language-model/define.ts";
import { ROOT } from "./root.ts";

export { ROOT };

/** Noon UTC of the day on which every test runs. */
const NOW = Date.UTC(2026, 6, 1, 12);

export interface CliResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export interface CliWorld {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly ask?: Ask;
  readonly stdin?: string | Uint8Array;
  readonly untilInterrupted?: () => Promise<void>;
  readonly wire?: () => Wire;
  readonly edit?: (editor: string, path: string) => Promise<boolean>;
  readonly outside?: Outside;
  /** Hours after the noon at which every test runs. */
  readonly later?: number;
}

/** Runs one command line in this process, as at a pipe. */
export async function runCli(args: readonly string[], world: CliWorld = {}): Promise<CliResult> {
  const written = { stdout: "", stderr: "" };
  const outputTo = (name: "stdout" | "stderr"): Output => ({
    isTerminal: false,
    columns: null,
    write: (text) => {
      written[name] += text;
      return Promise.resolve();
    },
  });
  const code = await main(args, {
    cwd: world.cwd ?? ROOT,
    env: world.env ?? {},
    now: () => NOW + (world.later ?? 0) * 3_600_000,
    readStdin: () => Promise.resolve(Buffer.from(world.stdin ?? "")),
    untilInterrupted: world.untilInterrupted ?? (() => Promise.resolve()),
    edit: world.edit ?? (() => Promise.reject(new Error("unexpected editor"))),
    stdout: outputTo("stdout"),
    stderr: outputTo("stderr"),
    ask: world.ask ?? null,
    ...(world.wire ? { wire: world.wire } : {}),
    ...(world.outside ? { outside: world.outside } : {}),
  });
  return { ...written, code };
}

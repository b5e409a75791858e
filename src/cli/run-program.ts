import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { homedir } from "node:os";
import type { ProgramCall, ProgramEnd } from "../language-model/define.ts";
import { withoutSecrets } from "../share/secrets.ts";
import { endGroup, endWithRunning, groupOptions, type Running } from "./program-group.ts";

/** Bytes of standard error that are kept, from its beginning. */
const MOST_SAID = 4096;

function notStarted(error: unknown): ProgramEnd {
  const { code } = error as { readonly code?: string };
  return { how: "not started", why: code ?? "unknown error" };
}

function endOf(
  child: ChildProcessWithoutNullStreams,
  { input, timeout, mostBytes }: ProgramCall,
  running: Running,
): Promise<ProgramEnd> {
  const release = endWithRunning(child, running);
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    let [bytes, said] = [0, ""];
    const end = (how: ProgramEnd) => {
      clearTimeout(timer);
      release();
      // One that is done may have left a service behind on purpose, such as that of a local model.
      if (how.how !== "done") endGroup(child, running);
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      child.unref();
      resolve(how);
    };
    const timer = setTimeout(() => {
      end({ how: "too slow" });
    }, timeout);
    child.once("error", (error) => {
      end(notStarted(error));
    });
    child.stdout.on("data", (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) end({ how: "too long" });
      else output.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      if (said.length < MOST_SAID) said += chunk.toString("utf8").slice(0, MOST_SAID);
    });
    child.once("close", (code) => {
      const text = Buffer.concat(output).toString("utf8");
      // A program that complains of its key often repeats it.
      end({ how: "done", code: code ?? 1, output: text, said: withoutSecrets(said) });
    });
    // A program may answer without reading all.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

/**
 * Runs a program without a shell, outside of the project: the path of a file in it means nothing there.
 * A program that takes too long, or says too much, is ended with all that it started, and so is one that
 * runs when pm is ended.
 */
export async function runProgram(call: ProgramCall, running: Running): Promise<ProgramEnd> {
  try {
    const options = { cwd: homedir(), ...groupOptions(running) };
    return await endOf(spawn(call.program, [...call.args], options), call, running);
  } catch (error) {
    return notStarted(error);
  }
}

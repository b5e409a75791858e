import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** What is needed of the process that runs pm. */
export type Running = Pick<
  NodeJS.Process,
  "pid" | "platform" | "env" | "kill" | "once" | "removeListener"
>;

/** The signals by which a person or a system ends pm. */
const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Options by which a program leads a group of its own; Windows has none, and would open a console. */
export function groupOptions({ platform }: Running) {
  return { detached: platform !== "win32", windowsHide: true };
}

function endTree(child: ChildProcess, pid: number, { env }: Running): void {
  const taskkill = join(env["SystemRoot"] ?? "C:\\Windows", "System32", "taskkill.exe");
  const args = ["/pid", String(pid), "/t", "/f"];
  spawn(taskkill, args, { stdio: "ignore", windowsHide: true })
    .once("error", () => {
      child.kill("SIGKILL");
    })
    .unref();
}

/** Ends a program that was started with {@link groupOptions}, and all that it started itself. */
export function endGroup(child: ChildProcess, running: Running): void {
  const { pid } = child;
  // A program that did not start has no id. No group may be 0 or 1: these mean one's own, and everything.
  if (pid === undefined || pid <= 1 || pid === running.pid) return;
  if (running.platform === "win32") {
    endTree(child, pid, running);
    return;
  }
  try {
    running.kill(-pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

/**
 * Ends a program if pm itself is ended: a group of its own gets no Ctrl-C from the terminal.
 * @returns what to call once the program has ended.
 */
export function endWithRunning(child: ChildProcess, running: Running): () => void {
  const end = () => {
    endGroup(child, running);
  };
  const stop = (signal: NodeJS.Signals) => {
    release();
    end();
    // Nobody listens any more, so that it ends pm as it would have done.
    running.kill(running.pid, signal);
  };
  const release = () => {
    for (const signal of STOPS) running.removeListener(signal, stop);
    running.removeListener("exit", end);
  };
  for (const signal of STOPS) running.once(signal, stop);
  running.once("exit", end);
  return release;
}

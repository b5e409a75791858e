import { spawnSync } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../support/run-cli.ts";

/** A device without room for anything that is written to it. */
const FULL = "/dev/full";

function runInto(stdout: "pipe" | number, stderr: "pipe" | number, args: readonly string[]) {
  return spawnSync(process.execPath, [join(ROOT, "bin/pm.js"), ...args], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", stdout, stderr],
  });
}

describe.skipIf(!existsSync(FULL))("an output without room", () => {
  const full = existsSync(FULL) ? openSync(FULL, "w") : 0;

  test.each([
    [["gaps", "--dir", "examples"]],
    [["lint", "--dir", "examples"]],
    [["explain"]],
    [["--help"]],
    [["--version"]],
  ])("%j ends in one sentence and exit code 2", (args) => {
    const { status, stderr } = runInto(full, "pipe", args);
    expect(stderr).toBe("pm: standard output could not be written (ENOSPC)\n");
    expect(status).toBe(2);
  });

  test.each([[["gaps", "--dir", "nowhere"]], [["gapz"]]])(
    "%j says nothing where it cannot, and is exit code 2",
    (args) => {
      const { status, stdout } = runInto("pipe", full, args);
      expect(stdout).toBe("");
      expect(status).toBe(2);
    },
  );
});

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./support/run-cli.ts";
import { useTemporaryFolder } from "./support/temporary-folder.ts";

const { path } = useTemporaryFolder();

/** What only one format needs, and nothing else is to wait for. */
const HEAVY =
  /node_modules\/(@observablehq\/plot|linkedom|hastscript|write-excel-file|pptxgenjs)\//g;

/** Which of the heavy packages the built program loads for some arguments. */
function loadedFor(args: readonly string[]): readonly string[] {
  const hook = join(ROOT, "test/support/loaded-modules.mjs");
  const run = spawnSync(
    process.execPath,
    ["--import", hook, join(ROOT, "bin/pm.js"), ...args, "--as-of", "2026-07-01"],
    { cwd: join(ROOT, "examples"), encoding: "utf8", stdio: ["ignore", "pipe", "pipe", "pipe"] },
  );
  expect(run.status, run.stderr).toBe(0);
  const loaded = run.output[3] ?? "";
  expect(loaded).toContain("dist/cli/main.js");
  return [...new Set(Array.from(loaded.matchAll(HEAVY), ([, name]) => name ?? ""))].toSorted();
}

describe("a format loads by itself what only it needs", () => {
  test.each(["table", "csv", "markdown", "json"])("%s needs none of it", (format) => {
    expect(loadedFor(["gaps", "--format", format])).toEqual([]);
  });

  test("html needs what draws and what writes markup", () => {
    const output = path("gaps.html");
    expect(loadedFor(["gaps", "--output", output])).toEqual([
      ...["@observablehq/plot", "hastscript", "linkedom"],
    ]);
  });

  test("xlsx needs what writes workbooks", () => {
    expect(loadedFor(["gaps", "--output", path("gaps.xlsx")])).toEqual(["write-excel-file"]);
  });
});

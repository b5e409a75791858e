import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/run-cli.ts";

test("a long result with exit code 1 comes through a pipe whole", async () => {
  const folder = await mkdtemp(join(tmpdir(), "pm-pipe-"));
  const count = 3000;
  const keys = Array.from({ length: count }, (_, index) => `unknown_key_number_${index}: 1`);
  await writeFile(join(folder, "a.md"), `---\nstatus: draft\n${keys.join("\n")}\n---\n`);
  const result = await new Promise<{ stdout: string; code: unknown }>((resolve) => {
    const args = [join(ROOT, "bin/pm.js"), "lint", folder];
    execFile(process.execPath, args, { maxBuffer: 2 ** 26 }, (error, stdout) => {
      resolve({ stdout, code: error?.code ?? 0 });
    });
  });
  await rm(folder, { recursive: true, force: true });
  expect(result.stdout.length).toBeGreaterThan(200_000);
  expect(result.stdout.match(/\[unknown-key\]/g)?.length).toBe(count);
  expect(result.code).toBe(1);
});

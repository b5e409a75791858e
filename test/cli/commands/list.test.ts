import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path } = useTemporaryFolder();
const INDEX = ["list", "--output", "postmortems/README.md", "--force"];

/** The lines of the index after a run. */
async function indexLines(asOf: string): Promise<readonly string[]> {
  const { code, stderr } = await runCli([...INDEX, "--as-of", asOf], { cwd: path("") });
  expect(code, stderr).toBe(0);
  return (await readFile(path("postmortems/README.md"), "utf8")).split("\n");
}

test("an index page links beside itself, and changes only where incidents do", async () => {
  await cp(join(ROOT, "examples"), path(""), { recursive: true });
  const before = await indexLines("2026-07-01");
  expect(before.join("\n")).toContain("](2026-06-11-card-gateway-rollback.md) |");
  expect(await indexLines("2026-12-20")).toEqual(before);
  await rm(path("postmortems/2026-01-13-checkout-backlog.md"));
  const after = await indexLines("2026-12-20");
  const gone = before.filter((line) => !after.includes(line));
  expect(gone.map((line) => /^\| (\S+)|^(\S+ to \S+)/.exec(line)?.slice(1).find(Boolean))).toEqual([
    "2025-04-22 to 2026-06-11",
    "2026-01-13",
  ]);
});

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/root.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
/** So many that a second thread pays. */
const COUNT = 300;

function documentOf(index: number): string {
  const day = String((index % 28) + 1).padStart(2, "0");
  const dates = index % 50 === 0 ? `Reported on 03/${day}/2026, see 04/05/2026.` : "";
  const started = `2026-05-${day}T10:00:00Z`;
  return `---\ntitle: Incident ${index}\ntimes: { started: ${started} }\n---\n\n# A\n\n${dates}\n`;
}

function run(...args: readonly string[]) {
  const argv = [join(ROOT, "bin/pm.js"), ...args, "--no-cache"];
  const { stdout, stderr, status } = spawnSync(process.execPath, argv, {
    cwd: folder.path(),
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return { stdout, stderr, status };
}

test("threads change nothing of a result", async () => {
  await folder.put("pm.yaml", "folder: postmortems\n");
  for (let index = 0; index < COUNT; index += 1) {
    await folder.put(`postmortems/${index}.md`, documentOf(index));
  }
  const bombs = `---\ntitle: Deep\n---\n\n${">".repeat(4000)} deep\n`;
  await folder.put("postmortems/deep.md", bombs);
  for (const [command, status] of [
    ["list", 0],
    ["lint", 1],
  ] as const) {
    const alone = run(command, "--format", "json", "--jobs", "1");
    expect(alone).toMatchObject({ status });
    expect(run(command, "--format", "json", "--jobs", "2")).toEqual(alone);
  }
}, 120_000);

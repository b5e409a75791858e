import { beforeEach, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

function documentOf(date: string): string {
  return `# Checkout stalled\n\n## Timeline\n\n- ${date} 02:15 Errors rise.\n- ${date} 03:15 Resolved: the queue is empty.\n`;
}

beforeEach(async () => {
  await put("open.md", documentOf("03/04/2026"));
});

test("a date in numbers that could be either is said, not guessed", async () => {
  const { stdout } = await runCli(["lint", "open.md", "--format", "concise"], { cwd: path() });
  expect(stdout).toContain("timeline-unreadable");
});

test("a clear date of the folder decides", async () => {
  await put("clear.md", documentOf("14/03/2026"));
  const { stdout } = await runCli(
    ["ttd", "--phase", "resolve", "--by", "month", "--format", "csv"],
    { cwd: path() },
  );
  expect(stdout).toContain("2026-04");
});

test("pm.yaml decides before the folder does", async () => {
  await put("clear.md", documentOf("14/03/2026"));
  await put("pm.yaml", "date_order: month-first\n");
  const { stdout } = await runCli(
    ["ttd", "--phase", "resolve", "--by", "month", "--format", "csv"],
    { cwd: path() },
  );
  expect(stdout).not.toContain("2026-04");
});

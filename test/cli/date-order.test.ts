import { beforeEach, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

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

test.each(["Date", "Datum"])("a date with dots begins with the day: %s", async (label) => {
  await put("dots.md", `# Orders lost\n\n${label}: 03.04.2025\n\n## Impact\n\nOrders were lost.\n`);
  await put("clear.md", documentOf("03/14/2026"));
  const { stdout } = await runCli(["show", "dots.md", "--format", "markdown"], { cwd: path() });
  expect(stdout.replaceAll(/ +/g, " ")).toContain("| started | 2025-04-03 |");
  const { stdout: imported } = await runCli(["import", "dots.md"], { cwd: path() });
  expect(imported).not.toContain("none in the document");
});

test("pm.yaml may put the month first in dates with dots, too", async () => {
  await put("dots.md", "# Orders lost\n\nDate: 03.04.2025\n\n## Impact\n\nOrders were lost.\n");
  await put("pm.yaml", "date_order: month-first\n");
  const { stdout } = await runCli(["show", "dots.md", "--format", "markdown"], { cwd: path() });
  expect(stdout.replaceAll(/ +/g, " ")).toContain("| started | 2025-03-04 |");
});

test.each([
  ["lint", "Unexpected date: `10/9/2025` may have the day or the month first"],
  ["import", "`10/9/2025` may have the day or the month first; set date_order in pm.yaml"],
  ["show", "The date is not clear: `10/9/2025` may have the day or the month first."],
])("pm %s says of a date that could be either what to set", async (command, message) => {
  await put("either.md", "# Orders lost\n\nDate: 10/9/2025\n\n## Timeline\n\n- 02:15 Lag.\n");
  const { stdout } = await runCli([command, "either.md", "--format", "markdown"], { cwd: path() });
  expect(stdout.replaceAll("\\", "")).toContain(message);
  expect(stdout.replaceAll("\\", "")).toContain("date_order");
  expect(stdout).not.toContain("Date: 2026-03-14");
});

test("a day that is all that is known is shown as a day", async () => {
  await put("day.md", "# Outage of 3 March 2025\n\nIt was down.\n");
  await put("pm.yaml", "time_zone: Europe/Berlin\n");
  const { stdout } = await runCli(["show", "day.md", "--format", "markdown"], { cwd: path() });
  expect(stdout.replaceAll(/ +/g, " ")).toContain("| started | 2025-03-03 |");
});

test.each(["show", "lint", "import"])(
  "without pm.yaml, pm %s reads a file by the others in its folder, as the reports do",
  async (command) => {
    await put("pages/clear.md", documentOf("14/03/2026"));
    await put("pages/open.md", documentOf("03/04/2026"));
    const told = await runCli([command, "pages/open.md", "--format", "markdown"], { cwd: path() });
    expect(told.stdout).not.toMatch(/Unexpected time|no usable time|not clear/);
    const { stdout } = await runCli(
      ["show", "pages/open.md", "--format", "csv", "--section", "milestones"],
      { cwd: path() },
    );
    expect(stdout).toContain("2026-04-03T03:15Z");
  },
);

test("an import writes what it reads by the others in its folder", async () => {
  await put("clear.md", documentOf("14/03/2026"));
  await runCli(["import", "open.md", "--write", "--inferred"], { cwd: path() });
  expect(await read("open.md")).toContain("resolved: 2026-04-03T03:15:00");
});

test("files in folders below do not count", async () => {
  await put("below/clear.md", documentOf("14/03/2026"));
  const { stdout } = await runCli(["lint", "open.md", "--format", "concise"], { cwd: path() });
  expect(stdout).toContain("Unexpected time `03/04/2026 02:15`");
});

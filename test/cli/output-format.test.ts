import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { ROOT, runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path } = useTemporaryFolder();
const COMMON = ["--dir", "examples", "--as-of", "2026-07-01"];

test.each([
  ["an ending of no format", ["--output", "report.foo"], "No format writes .foo files"],
  ["bytes without a file", ["--format", "xlsx"], "The format xlsx is written to files only"],
  ["--excel for anything but CSV", ["--excel", "--format", "json"], "--excel needs --format csv"],
])("%s is refused, with a way on", async (_what, args, message) => {
  const { stdout, stderr, code } = await runCli(["gaps", ...COMMON, ...args], { cwd: ROOT });
  expect(stderr).toContain(message);
  expect([stdout, code]).toEqual(["", 2]);
});

test("a calendar goes to standard output, or to a file that ends so", async () => {
  const printed = await runCli(["actions", ...COMMON, "--format", "ics"], { cwd: ROOT });
  expect(printed.stdout).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  const file = path("due.ics");
  const written = await runCli(["actions", ...COMMON, "--output", file], { cwd: ROOT });
  expect(written.code).toBe(0);
  expect(await readFile(file, "utf8")).toBe(printed.stdout);
});

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

test.each([
  ["gaps", "a.csv", "json", "holds json, as --format says, though it ends as csv"],
  ["lint", "a.sarif", "json", "holds json, as --format says, though it ends as sarif"],
])(
  "pm %s --output %s --format %s says what the file holds",
  async (command, name, format, said) => {
    const args = [command, "--dir", "examples", "--output", path(name), "--format", format];
    const { stderr } = await runCli(args, { cwd: ROOT });
    expect(stderr).toContain(`note: ${path(name)} ${said}\n`);
    const silent = [...args.slice(0, -2), "--force"];
    expect((await runCli(silent, { cwd: ROOT })).stderr).not.toContain("though");
  },
);

test("findings are written in the format of the ending, and in no other", async () => {
  const file = path("findings.sarif");
  const written = await runCli(["lint", "examples", "--output", file], { cwd: ROOT });
  expect(written.code).toBe(0);
  expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ version: "2.1.0" });
  const refused = await runCli(["lint", "examples", "--output", path("x.foo")], { cwd: ROOT });
  expect(refused.stderr).toContain("No format of findings writes .foo files");
  expect(refused.code).toBe(2);
});

test.each([
  ["--jobs", "0", "Expected a whole number of at least 1."],
  ["--limit", "many", "Expected a whole number."],
  ["--limit", "0", "Expected a whole number of at least 1."],
  ["--as-of", "tomorrow", 'Unexpected --as-of "tomorrow"'],
])("%s %s is refused", async (option, value, message) => {
  const { stderr, code } = await runCli(["gaps", "--dir", "examples", option, value], {
    cwd: ROOT,
  });
  expect(stderr).toContain(message);
  expect(code).toBe(2);
});

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { withoutRunnerCommands } from "../../src/cli/runner-commands.ts";
import { FINDING_FORMATS } from "../../src/formats/findings/index.ts";
import { FORMATS } from "../../src/formats/tables/index.ts";
import { REPORTS } from "../../src/reports/index.ts";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path } = useTemporaryFolder();

/** Lines in which a runner reads a command, by the rules of the runners. */
function commandsIn(output: string): readonly string[] {
  const lines = output.split(/[\r\n]/);
  return lines.filter((line) => /^[\s\u0085]*::/.test(line) || /##[\w.-]*\[/.test(line));
}

const HOSTILE = [
  "::add-mask::x",
  "##vso[task.setvariable variable=a]b",
  "##[group]c",
  "::stop-commands::d",
];

const DOCUMENT = [
  "---",
  'title: "::add-mask::x ##vso[task.setvariable variable=a]b"',
  "status: final",
  'severity: "##[group]c"',
  'services: ["::stop-commands::d"]',
  "times: { started: 2026-03-01T00:00:00Z, detected: 2026-03-01T00:05:00Z }",
  "gaps:",
  '  - { competency: "##vso[a.b]c", kind: knowledge, evidence: "::error::x" }',
  "actions:",
  '  - { title: "::debug::x ##[endgroup]", owner: "##vso[x]", status: "::warning::" }',
  "---",
  ...HOSTILE.map((line) => `\n# ${line}\n\n${line}\n\n- ${line}\n- [ ] ${line}`),
  "",
].join("\n");

beforeEach(async () => {
  await mkdir(path("postmortems"), { recursive: true });
  await writeFile(path("pm.yaml"), "folder: postmortems\n");
  for (const name of ["2026-03-01-a.md", "::add-mask::b.md", "##vso[x]c.md"]) {
    await writeFile(join(path("postmortems"), name), DOCUMENT);
  }
});

const reports = REPORTS.map(({ name }) => name);
const textFormats = FORMATS.filter(({ gives }) => gives === "text").map(({ name }) => name);

describe("no byte of a document begins a command to a runner", () => {
  test.each([
    ...FINDING_FORMATS.filter(({ isCommands }) => !isCommands).map(({ name }) => [
      ...["lint", "--format", name],
    ]),
    ...reports.map((name) => [name]),
    ...textFormats.map((name) => ["actions", "--format", name]),
    ["lint", "--fix", "--dry-run"],
    ["families", "--closeness", "0.01"],
    ["similar", "postmortems/2026-03-01-a.md"],
    ["show", "postmortems/2026-03-01-a.md"],
    ["suggest"],
    ["import", "postmortems"],
    ["taxonomy", "usage"],
    ["taxonomy", "propose"],
    ["lint", "::add-mask::nowhere.md"],
    ["gaps", "--service", "##vso[task.complete]"],
    ["##vso[task.complete]"],
  ])("pm %s %s %s", async (...args) => {
    const { stdout, stderr, code } = await runCli(args, { cwd: path("."), env: { CI: "true" } });
    expect(code, stderr).not.toBe(3);
    expect(stdout + stderr).not.toBe("");
    expect([...commandsIn(stdout), ...commandsIn(stderr)]).toEqual([]);
  });

  test("the annotations for GitHub are commands, and hold no other", async () => {
    const { stdout } = await runCli(["lint", "--format", "github"], { cwd: path(".") });
    expect(stdout).not.toBe("");
    for (const line of stdout.trimEnd().split("\n")) {
      expect(line).toMatch(/^::(?:error|warning) file=/);
      expect(line).not.toMatch(/##[\w.-]*\[/);
    }
  });

  test("a diff has no section of GitLab, and says that git does not take it", async () => {
    const section = "section_start:1:a\r\u001b[0Kb";
    await writeFile(path("postmortems/c.md"), `---\ntitle: C\nstatus: Final\n---\n${section}\n`);
    const args = ["lint", "--fix", "--dry-run", "postmortems/c.md"];
    const { stdout, stderr } = await runCli(args, { cwd: path("."), env: { GITLAB_CI: "true" } });
    expect(stdout).toContain(" section_start:1:a\\u{d}\\u{1b}[0Kb\n");
    expect(stderr).toContain("note: This log shows some characters as escapes");
    const elsewhere = await runCli(args, { cwd: path(".") });
    expect(elsewhere.stdout).toContain(` ${section}\n`);
    expect(elsewhere.stderr).not.toContain("note:");
  });

  test("JSON parses to what the document has", async () => {
    const { stdout } = await runCli(["actions", "--format", "json"], { cwd: path(".") });
    expect(JSON.stringify(JSON.parse(stdout))).toContain("::debug::x ##[endgroup]");
  });
});

test("of any text, no line has a command, and one without stays as it is", () => {
  const pieces = fc.constantFrom(
    ":",
    "::",
    "#",
    "##",
    "vso",
    "[",
    "]",
    "a",
    " ",
    "\t",
    "\n",
    "\r",
    "\u0085",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const encoded = withoutRunnerCommands(text);
      expect(commandsIn(encoded)).toEqual([]);
      if (commandsIn(text).length === 0) expect(encoded).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

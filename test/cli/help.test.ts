import { describe, expect, test } from "vitest";
import { REPORTS } from "../../src/reports/index.ts";
import { runCli } from "../support/run-cli.ts";

/** The command names under each heading of `pm --help`. */
async function groupsOfHelp(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { stdout } = await runCli(["--help"], { env: { COLUMNS: "200" } });
  const groups = new Map<string, string[]>();
  let heading = "";
  for (const line of stdout.split("\n")) {
    const [, name] = /^ {2}([a-z]+)/.exec(line) ?? [];
    if (/^\S.*:$/.test(line)) heading = line;
    else if (name !== undefined) groups.set(heading, [...(groups.get(heading) ?? []), name]);
  }
  return Object.fromEntries(groups);
}

describe("pm --help", () => {
  test("lists each command under the heading of its job", async () => {
    expect(await groupsOfHelp()).toEqual({
      "Write:": ["new", "import", "suggest", "share"],
      "Check:": ["lint", "explain", "show", "calibrate"],
      "Read the folder:": [
        ...REPORTS.map(({ name }) => name),
        "families",
        "similar",
        "export",
        "sql",
      ],
      "Set up:": ["init", "taxonomy", "schema", "lsp", "completion", "help"],
    });
  });

  test("pm help COMMAND is the help of the command", async () => {
    const asked = await runCli(["help", "lint"]);
    expect(asked.stdout).toBe((await runCli(["lint", "--help"])).stdout);
    expect(asked.stdout).toContain("Check postmortems against the taxonomy and the rules.");
  });
});

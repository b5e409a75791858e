import { describe, expect, test } from "vitest";
import { DEFAULT_THRESHOLDS } from "../../src/core/settings/config.ts";
import { verdictMeanings } from "../../src/reports/gaps/verdict-meanings.ts";
import { REPORTS } from "../../src/reports/index.ts";
import { SOURCES } from "../../src/sources/index.ts";
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

/** Each command, and each of `pm taxonomy`, as its words. */
async function commandLines(): Promise<readonly (readonly string[])[]> {
  const groups = Object.values(await groupsOfHelp()).flat();
  const ofTaxonomy = ["list", "check", "usage", "propose", "adopt", "rename", "export"];
  return [
    ...groups.filter((name) => name !== "help").map((name) => [name]),
    ...ofTaxonomy.map((name) => ["taxonomy", name]),
  ];
}

/** The lines of a help that describe the command, where the terminal is wide enough for any. */
async function descriptionOf(command: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await runCli([...command, "--help"], { env: { COLUMNS: "900" } });
  const [, ...lines] = stdout.split("\n");
  return lines.slice(
    0,
    lines.findIndex((line) => /^\S.*:$/.test(line) && !line.includes(". ")),
  );
}

describe("the help of a command", () => {
  test("ends each sentence before it ends a line, so that any width can fold it", async () => {
    const isRowOfNames = (line: string) => /^\S+ {2,}\S/.test(line);
    const broken: string[] = [];
    for (const command of await commandLines()) {
      const lines = await descriptionOf(command);
      expect(lines.length).toBeGreaterThan(0);
      const open = lines.filter(
        (line) => line !== "" && !isRowOfNames(line) && !/[.?:)]$/.test(line),
      );
      broken.push(...open.map((line) => `${command.join(" ")}: ${line}`));
    }
    expect(broken).toEqual([]);
  });

  test("of pm new names every tool whose exports it reads", async () => {
    const lines = (await descriptionOf(["new"])).join(" ");
    const titles = SOURCES.map(({ title }) => title);
    expect(titles.filter((title) => !lines.includes(title))).toEqual([]);
  });

  test("of pm gaps names every verdict that it gives", async () => {
    const lines = (await descriptionOf(["gaps"])).join(" ").toLowerCase();
    const verdicts = Object.keys(verdictMeanings(DEFAULT_THRESHOLDS));
    expect(verdicts.filter((verdict) => !lines.includes(verdict))).toEqual([]);
  });

  test("offers the options that the README says reports take, and lacks those that it says some lack", async () => {
    const ofWindow = ["--since", "--until", "--as-of"];
    const filters = ["--service", "--team", "--responder", "--severity", "--competency", "--kind"];
    const told = ["--explain", "--row"];
    const takenBy = async (command: string) => {
      const { stdout } = await runCli([command, "--help"], { env: { COLUMNS: "900" } });
      return [...ofWindow, ...filters, ...told].filter((option) => stdout.includes(`  ${option} `));
    };
    for (const { name } of REPORTS) {
      expect([name, await takenBy(name)]).toEqual([name, [...ofWindow, ...filters, ...told]]);
    }
    expect(await takenBy("families")).toEqual([...ofWindow, ...filters]);
    expect(await takenBy("sql")).toEqual(ofWindow);
    expect(await takenBy("similar")).toEqual([]);
    expect(await takenBy("calibrate")).toEqual([]);
  });

  test("lists the command's own options apart from those that select, write and locate", async () => {
    const { stdout } = await runCli(["gaps", "--help"], { env: { COLUMNS: "200" } });
    const headings = stdout.split("\n").filter((line) => /^[A-Z][a-z ]+:$/.test(line));
    expect(headings).toEqual(["Options:", "Which incidents:", "Output:", "Project:"]);
    const { stdout: lint } = await runCli(["lint", "--help"], { env: { COLUMNS: "200" } });
    expect(lint.split("\n").filter((line) => /^[A-Z][a-z ]+:$/.test(line))).toEqual([
      "Arguments:",
      "Options:",
      "Fixes:",
      "Known problems:",
      "Output:",
      "Project:",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import type { Ask } from "../../../src/cli/io.ts";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

function document(teams: string, services: string, rest = ""): string {
  return `---\ntitle: Orders waited\nstatus: final\nteams: [${teams}]\nservices: [${services}]\ntimes: { started: 2026-02-01T02:00:00Z }\n${rest}---\n`;
}

async function putDocuments(): Promise<void> {
  await put("pm.yaml", "folder: pm\n");
  await put("pm/a.md", document("Data Platform Team, payments", "checkout, ledger API"));
  await put("pm/b.md", document("payments, Yara Holm", "checkout", "authors: [Ines Quill]\n"));
  await put("pm/c.md", document("Payments, Quill", "lonely", "authors: [Ines Quill]\n"));
  await put("pm/d.md", document("unknown", "nobody-s"));
}

function adopt(args: readonly string[], ask?: Ask) {
  return runCli(["taxonomy", "adopt", ...args], { cwd: path(), ...(ask ? { ask } : {}) });
}

function answering(answer: string, asked: string[]): Ask {
  return {
    text: () => Promise.resolve(""),
    many: () => Promise.resolve([]),
    one: (message) => {
      asked.push(message);
      return Promise.resolve(answer);
    },
  };
}

const ADDED = `teams:
  - id: payments
  - id: data-platform-team
    name: Data Platform Team
services:
  - id: checkout
    owner: payments
  - id: ledger-api
    name: ledger API
    owner: data-platform-team
  - id: lonely
    owner: payments
`;

describe("pm taxonomy adopt", () => {
  test("shows the names with their incidents, and counts those that look like people", async () => {
    await putDocuments();
    const { stdout, stderr, code } = await adopt(["--format", "csv", "--section", "teams"]);
    expect(stdout).toBe(
      "id,name,incidents,other_spellings\npayments,payments,3,\ndata-platform-team,Data Platform Team,1,\n",
    );
    expect(stderr).toContain("Left out because they look like names of people: 2 names.");
    expect(stderr).toContain("no listed team responded to their incidents: 1 service.");
    expect(stderr).toContain("Would add 2 teams and 3 services. Nothing was written: add --write.");
    expect(`${stdout}${stderr}`).not.toMatch(/Yara|Holm|Quill/);
    expect(code).toBe(0);
  });

  test("--write makes a taxonomy where there is none, and reports then name the teams", async () => {
    await putDocuments();
    const before = await runCli(["gaps"], { cwd: path() });
    expect(before.stdout).toContain("pm taxonomy adopt teams services");
    const { stderr } = await adopt(["--write"]);
    expect(stderr).toContain("Added 2 teams and 3 services to taxonomy.yaml.");
    expect(await read("taxonomy.yaml")).toContain(`version: 1\nextends: default\n${ADDED}`);
    const { stdout } = await runCli(["ttd", "--by", "team", "--format", "csv"], { cwd: path() });
    expect(stdout).toContain("payments");
    expect((await adopt(["--write"])).stderr).toContain("Nothing to add");
  });

  test.each([
    ["make the same taxonomy", null],
    ["add to the same taxonomy", "version: 1\nextends: default\n"],
  ])("two runs that %s at the same time write each name once", async (_name, before) => {
    await putDocuments();
    if (before !== null) await put("taxonomy.yaml", before);
    const runs = await Promise.all([adopt(["--write"]), adopt(["--write"])]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(await read("taxonomy.yaml")).toContain(ADDED);
    expect((await read("taxonomy.yaml")).match(/- id: payments/g)).toHaveLength(1);
  });

  test.each([
    ["an empty list, its comments and all else", "\n", "teams: [] # later\nservices: []\n# end"],
    ["Windows line ends", "\r\n", "teams:\n  - { id: ops } # one\nservices:\n"],
  ])("--write keeps %s", async (_name, lineEnd, lists) => {
    await putDocuments();
    const before = `# Ours\nversion: 1\nextends: default\n${lists}`.replaceAll("\n", lineEnd);
    await put("taxonomy.yaml", before);
    expect((await adopt(["--write"])).code).toBe(0);
    const after = await read("taxonomy.yaml");
    expect(after).toContain(`data-platform-team${lineEnd}`);
    const kept = before.split(lineEnd).flatMap((line) => line.match(/#.*| - .*/) ?? []);
    for (const part of ["# Ours", ...kept]) expect(after).toContain(part);
    expect((await runCli(["taxonomy", "list"], { cwd: path() })).code).toBe(0);
  });

  test("one list alone, and services only of teams that are listed", async () => {
    await putDocuments();
    await put(
      "taxonomy.yaml",
      "version: 1\nextends: default\nteams:\n  - { id: payments, size: 8 }\n",
    );
    await adopt(["services", "--write"]);
    const after = await read("taxonomy.yaml");
    expect(after).toContain("  - id: checkout\n    owner: payments\n");
    expect(after).not.toContain("data-platform");
  });

  test("two spellings of one name are offered as one, and lint then tells which was meant", async () => {
    await put("pm.yaml", "folder: pm\n");
    await put("pm/a.md", document("payments", "checkout"));
    await put("pm/b.md", document("payments", "checkout"));
    await put("pm/c.md", document("Paymnets", "chekout"));
    await put("pm/d.md", document("payments team", "checkout"));
    const first = await adopt(["--format", "csv", "--section", "teams"]);
    expect(first.stdout).toBe(
      "id,name,incidents,other_spellings\npayments,payments,4,Paymnets (1); payments team (1)\n",
    );
    expect(first.stderr).toContain("Add by hand any that is another team or service.");
    await adopt(["--write"]);
    const lint = await runCli(["lint", "--format", "concise"], { cwd: path() });
    expect(lint.stdout).toContain("Unknown team `Paymnets`");
    const { stdout, stderr } = await adopt(["--write"]);
    expect(stdout).toContain("No team that the documents name is new.");
    expect(stdout).toContain(
      "they probably mean a name that the taxonomy lists: Paymnets (payments), payments team (payments), chekout (checkout).",
    );
    expect(stderr).toContain("Nothing to add");
  });

  test("does not say that all is listed where a name is left out", async () => {
    await put("pm.yaml", "folder: pm\n");
    await put("pm/a.md", document("Yara Holm", "nobody-s"));
    const { stdout } = await adopt([]);
    expect(stdout).toContain("No team that the documents name can be added.");
    expect(stdout).toContain("No service that the documents name can be added.");
    expect(stdout).not.toContain("The taxonomy lists every");
  });

  test("a person whom a document lists is no spelling of a team", async () => {
    await put("pm.yaml", "folder: pm\n");
    await put("pm/a.md", document("Quills", "checkout"));
    await put("pm/b.md", document("Quill", "checkout", "authors: [Ines Quill]\n"));
    const { stdout, stderr } = await adopt(["--format", "csv", "--section", "teams"]);
    expect(stdout).toBe("id,name,incidents,other_spellings\nquills,Quills,1,\n");
    expect(stderr).toContain("look like names of people: 1 name.");
  });

  test("names under labels of bodies are found too, and read once they are listed", async () => {
    await put("pm.yaml", "folder: pm\n");
    const body = (team: string) =>
      `# Search stale\n\n**Team(s):** ${team}\n**Services affected:** indexer\n\n## Impact\n\nNo results.\n`;
    await put("pm/a.md", body("Search Platform"));
    await put("pm/b.md", body("search-platform"));
    await put("pm/c.md", body("Search Platfrom"));
    await put("pm/d.md", body("Wren Fixture"));
    const { stderr } = await adopt(["--write", "--format", "csv", "--section", "teams"]);
    expect(stderr).toContain("Added 1 team and 1 service to taxonomy.yaml.");
    expect(stderr).toContain("look like names of people: 1 name.");
    expect(await read("taxonomy.yaml")).toContain(
      "teams:\n  - id: search-platform\n    name: Search Platform\nservices:\n  - id: indexer\n    owner: search-platform\n",
    );
    const shown = await runCli(["show", "pm/a.md", "--section", "facts"], { cwd: path() });
    expect(shown.stdout).toMatch(/^team +search-platform /m);
  });

  const TWO_TEAMS = "version: 1\nextends: default\nteams:\n  - id: ops\n  - id: web\nservices:\n";

  async function putTeamless(taxonomy: string): Promise<void> {
    await put("pm.yaml", "folder: pm\n");
    await put("taxonomy.yaml", taxonomy);
    await put("pm/a.md", document("", "checkout"));
    await put("pm/b.md", document("", "ledger"));
  }

  test("services at whose incidents no team is named are those of the only team", async () => {
    await putTeamless("version: 1\nextends: default\nteams:\n  - id: ops\nservices: []\n");
    const { stdout, stderr } = await adopt(["services", "--format", "csv"]);
    expect(stdout.split("\n").slice(1)).toEqual([
      "checkout,checkout,1,,ops",
      "ledger,ledger,1,,ops",
      "",
    ]);
    expect(stderr).toContain(
      "No team responded to incidents of 2 services: their owner is ops; --owner chooses another team.",
    );
  });

  test("of several teams, --owner says which", async () => {
    await putTeamless(TWO_TEAMS);
    const none = await adopt(["services"]);
    expect(`${none.stdout}${none.stderr}`.replaceAll(/\s+/g, " ")).toContain(
      "no listed team responded to their incidents: 2 services. Without an owner: checkout, ledger. Add --owner ops to take that team for all of them, add `teams: [ops]` to the documents of those that it owns, or list them by hand: `- { id: checkout, owner: ops }` under `services` in taxonomy.yaml.",
    );
    expect((await adopt(["services", "--owner", "nobody"])).code).toBe(2);
    await adopt(["services", "--owner", "web", "--write"]);
    expect(await read("taxonomy.yaml")).toBe(
      `${TWO_TEAMS}  - id: checkout\n    owner: web\n  - id: ledger\n    owner: web\n`,
    );
  });

  test("documents that name nothing: how to go on", async () => {
    await put("a.md", "# Search stale\n\n## Impact\n\nNo results.\n");
    const { stdout } = await adopt([]);
    expect(stdout).toContain(
      "The documents name no team: list yours in taxonomy.yaml, or name them in `teams` of the documents.",
    );
  });

  test("asks at a terminal, and writes nothing without a yes", async () => {
    await putDocuments();
    const asked: string[] = [];
    expect((await adopt([], answering("no", asked))).stderr).toContain("Nothing was written");
    expect((await adopt([], answering("yes", asked))).stderr).toContain("to taxonomy.yaml");
    expect(asked).toEqual(["Add 2 teams and 3 services?", "Add 2 teams and 3 services?"]);
  });

  test("a file in another form is left as it is", async () => {
    await putDocuments();
    const flow = "{ version: 1,\n extends: default }\n";
    await put("taxonomy.yaml", flow);
    const { stderr, code } = await adopt(["--write"]);
    expect(stderr).toContain("taxonomy.yaml was not changed");
    expect(code).toBe(2);
    expect(await read("taxonomy.yaml")).toBe(flow);
  });
});

describe("pm taxonomy usage", () => {
  test("names unlisted teams, and says how many names it withheld", async () => {
    await putDocuments();
    const { stdout } = await runCli(["taxonomy", "usage", "--format", "markdown"], { cwd: path() });
    expect(stdout).toMatch(/\| team +\| payments +\| +2 \|/);
    expect(stdout).toContain("Withheld because they look like names of people: 2 names.");
    expect(stdout).not.toMatch(/Yara|Holm|Quill/);
  });
});

describe("a filter to a group that is not shown is refused", () => {
  const TAXONOMY = `version: 1
extends: default
teams:
  - { id: payments, size: 8 }
  - { id: platform, size: 6 }
  - { id: dba, size: 2 }
services:
  - { id: checkout, owner: payments }
  - { id: kafka, owner: platform }
  - { id: postgres, owner: dba }
`;
  const LEAVE = "reports count it with other small groups.";

  test.each([
    ["--team", "dba", "Team `dba` has fewer than 5 people, so no report is about it alone"],
    ["--responder", "platform", "Team `platform` is counted with smaller groups"],
    ["--service", "postgres", "The team of service `postgres` has fewer than 5 people"],
    ["--service", "kafka", "Service `kafka` is counted with smaller groups"],
  ])("%s %s", async (option, name, message) => {
    await put("taxonomy.yaml", TAXONOMY);
    await put("a.md", document("dba", "postgres"));
    const { stderr, stdout, code } = await runCli(["gaps", option, name], { cwd: path() });
    expect([stdout, code]).toEqual(["", 2]);
    expect(stderr).toContain(message);
    expect(stderr).toContain(LEAVE);
  });

  test("a name while the taxonomy lists none, until one of the two ways is taken", async () => {
    await put("a.md", document("dba", "postgres"));
    const gaps = () => runCli(["gaps", "--team", "dba"], { cwd: path() });
    expect((await gaps()).stderr).toBe(
      "pm: No report is about one team alone: only listed teams are shown, and the taxonomy lists none\n" +
        "    `pm taxonomy adopt --write` lists those that the documents name. Any other goes by hand under `teams` in taxonomy.yaml.\n",
    );
    await adopt(["--write"]);
    expect((await gaps()).code).toBe(0);
  });
});

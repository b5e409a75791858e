import { describe, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const TAXONOMY = `version: 1
teams:
  - { id: core, size: 8 }
  - { id: data, size: 6 }
services:
  - { id: api, owner: core }
competencies:
  - id: queues
    description: Queues.
  - id: queues.backpressure
`;

const DOCUMENT = `---
title: Orders waited
status: draft
teams: [core]
gaps:
  - competency: queues.backpressure # seen twice
---
`;

function taxonomy(...args: readonly string[]) {
  return runCli(["taxonomy", ...args], { cwd: path() });
}

describe("pm taxonomy", () => {
  test("without a command shows the commands", async () => {
    const { stderr, code } = await taxonomy();
    expect(stderr).toContain("rename [options] <old> <new>");
    expect(code).toBe(2);
  });

  test("list counts; a domain is found by any of its names", async () => {
    await put("taxonomy.yaml", TAXONOMY);
    await put("a.md", DOCUMENT);
    expect(await taxonomy("list", "--domain", "Queues", "--format", "csv")).toEqual({
      stdout:
        "id,name,domain,aliases,resources,incidents\nqueues,queues,queues,,0,1\nqueues.backpressure,queues.backpressure,queues,,0,1\n",
      stderr:
        "note: The incidents of a domain are those that name it or one of its competencies.\nnote: Incidents: the number of postmortems that name the term; each counts once.\n",
      code: 0,
    });
    expect(await taxonomy("list", "--domain", "queus")).toEqual({
      stdout: "",
      stderr: "pm: Unknown domain `queus`\n    Did you mean `queues`?\n",
      code: 2,
    });
  });

  test("list before the first postmortem says what is not known", async () => {
    await put("taxonomy.yaml", TAXONOMY);
    const { stdout, stderr, code } = await taxonomy("list", "--section", "teams");
    expect(stderr).toContain(
      "no postmortems in this folder, so it is not known how often each term is used",
    );
    expect(stdout).toContain("core");
    expect(code).toBe(0);
  });

  test("check says which lists are empty", async () => {
    await put("taxonomy.yaml", "version: 1\nextends: default\n");
    const { stderr, code } = await taxonomy("check");
    expect(stderr).toContain("note: no teams are listed, so no report says which team lacked");
    expect(stderr).toContain("note: no services are listed: `pm taxonomy adopt` finds");
    expect(code).toBe(0);
  });

  test("check names each doubt with its place", async () => {
    await put("taxonomy.yaml", TAXONOMY);
    expect(await taxonomy("check")).toEqual({
      stdout: `taxonomy.yaml:4:11: warning: Team \`data\` owns no service
    From the owner, reports know when a team works on another team's service.
taxonomy.yaml:10:9: warning: Competency \`queues.backpressure\` has no description
    Say in one sentence what someone who has it can do.
`,
      stderr: "2 warnings in taxonomy.yaml\n",
      code: 1,
    });
  });

  test("check keeps exit code 2 for what is wrong", async () => {
    await put("taxonomy.yaml", "version: 1\ncompetencies: [{ id: a.b }]\n");
    expect(await taxonomy("check")).toEqual({
      stdout: "",
      stderr:
        "pm: taxonomy.yaml:2:22 Unknown parent `a` of competency `a.b`\n    Add a domain with `id: a`.\n",
      code: 2,
    });
  });

  test("check without a taxonomy of one's own has nothing to check", async () => {
    await put("a.md", DOCUMENT);
    expect(await taxonomy("check")).toEqual({
      stdout: "",
      stderr:
        "note: the taxonomy that ships with pm is in use, so there is no file of your own to check\n",
      code: 0,
    });
  });

  test("usage and propose take a window", async () => {
    const { stdout } = await runCli([
      ...["taxonomy", "usage", "--dir", "examples", "--since", "6mo", "--section", "used"],
      ...["--limit", "1"],
    ]);
    expect(stdout).toBe(`How the taxonomy is used
examples/taxonomy.yaml · 2026-01-01 to 2026-07-01 · 11 incidents

Competencies in use

Competency              Domain     Incidents  With a gap  Escalated for  With an action
──────────────────────  ─────────  ─────────  ──────────  ─────────────  ──────────────
messaging.backpressure  messaging          4           4              4               4

24 more rows not shown (--limit 1).

All figures count incidents: one that names a competency twice counts once.
`);
    const proposed = await runCli([
      ...["taxonomy", "propose", "--dir", "examples", "--min-incidents", "4", "--format", "csv"],
    ]);
    expect(proposed.stdout.split("\n").map((row) => row.split(",").slice(0, 2).join(" "))).toEqual([
      "term incidents",
      "board 5",
      "ledger rota 4",
      "views 4",
      "acquirer 4",
      "approvers 4",
      "",
    ]);
  });

  test.each(["list", "check", "usage", "propose"])("%s is the same on every run", async (name) => {
    const args = ["taxonomy", name, "--dir", "examples", "--format", "json"];
    const first = await runCli(args);
    expect(await runCli(args)).toEqual(first);
    expect(JSON.parse(first.stdout)).toMatchObject({ schema: 4, report: `taxonomy ${name}` });
    expect(first.code).toBe(0);
  });
});

describe("pm taxonomy rename", () => {
  test("in the repository of pm itself leaves the taxonomy that ships alone", async () => {
    const { stderr, code } = await runCli(["taxonomy", "rename", "messaging", "flow"]);
    expect(code).toBe(2);
    expect(stderr).toContain("`messaging` ships with pm and is not in taxonomy.yaml");
  });

  test("shows the places and writes nothing", async () => {
    await put("taxonomy.yaml", TAXONOMY);
    await put("a.md", `${DOCUMENT}\nSee queues.backpressure.\n`);
    expect(await taxonomy("rename", "queues.backpressure", "queues.flow")).toEqual({
      stdout: `taxonomy.yaml:10:9: queues.backpressure → queues.flow
taxonomy.yaml:10:28: adds the alias queues.backpressure
a.md:6:17: queues.backpressure → queues.flow
`,
      stderr: `note: the old id stays where it is not a value (1): a.md:9:5
Would change 3 places in 2 files. Nothing was written: add --write.
`,
      code: 0,
    });
    expect(await read("taxonomy.yaml")).toBe(TAXONOMY);
  });

  test("--diff shows a diff", async () => {
    await put("taxonomy.yaml", TAXONOMY);
    await put("a.md", DOCUMENT);
    const { stdout } = await taxonomy("rename", "core", "base", "--diff", "--no-alias");
    expect(stdout).toBe(`--- a/taxonomy.yaml
+++ b/taxonomy.yaml
@@ -1,9 +1,9 @@
 version: 1
 teams:
-  - { id: core, size: 8 }
+  - { id: base, size: 8 }
   - { id: data, size: 6 }
 services:
-  - { id: api, owner: core }
+  - { id: api, owner: base }
 competencies:
   - id: queues
     description: Queues.
--- a/a.md
+++ b/a.md
@@ -1,7 +1,7 @@
 ---
 title: Orders waited
 status: draft
-teams: [core]
+teams: [base]
 gaps:
   - competency: queues.backpressure # seen twice
 ---
`);
  });

  test("--write writes, and says what; the old id still reads", async () => {
    await put("taxonomy.yaml", TAXONOMY);
    await put("a.md", DOCUMENT);
    await put("old/b.txt", "queues.backpressure");
    expect(await taxonomy("rename", "queues", "flow", "--write")).toEqual({
      stdout: "taxonomy.yaml: 4 places\na.md: 1 place\n",
      stderr: "Renamed queues to flow: 5 places in 2 files\n",
      code: 0,
    });
    expect(await read("a.md")).toBe(DOCUMENT.replace("queues.", "flow."));
    expect(await read("taxonomy.yaml")).toBe(
      TAXONOMY.replace("  - id: queues\n", "  - id: flow\n    aliases: [queues]\n").replace(
        "  - id: queues.backpressure\n",
        "  - id: flow.backpressure\n    aliases: [queues.backpressure]\n",
      ),
    );
    await put("branch.md", DOCUMENT);
    const { stdout } = await runCli(["lint", "--format", "concise", "branch.md"], { cwd: path() });
    expect(stdout).toContain("expected its id `flow.backpressure`");
  });

  test("a place that is left is named: exit code 1", async () => {
    await put("taxonomy.yaml", TAXONOMY);
    await put("a.md", "---\nteams:\n  - >-\n    core\n  - core\n---\n");
    expect(await taxonomy("rename", "core", "base", "--write")).toEqual({
      stdout: "taxonomy.yaml: 3 places\na.md: 1 place\n",
      stderr: `warning: a.md:3:5 is unchanged: core → base: it is not written there as one word
note: the old id stays where it is not a value (1): a.md:4:5
Renamed core to base: 4 places in 2 files
`,
      code: 1,
    });
  });

  test("a file that cannot be written puts the others back", async () => {
    // Beside a name of this length there is no room for that of an atomic write.
    const name = `${"z".repeat(251)}.md`;
    await put("taxonomy.yaml", TAXONOMY);
    await put("a.md", DOCUMENT);
    await put(name, DOCUMENT);
    expect(await taxonomy("rename", "core", "base", "--write")).toEqual({
      stdout: "",
      stderr: `pm: ${name} could not be written (ENAMETOOLONG)\n    Nothing was renamed: files already written have been restored.\n`,
      code: 2,
    });
    expect(await read("taxonomy.yaml")).toBe(TAXONOMY);
    expect(await read("a.md")).toBe(DOCUMENT);
  });

  test("an id of two kinds asks which, and --kind answers", async () => {
    await put("taxonomy.yaml", TAXONOMY.replace("id: api", "id: core"));
    await put("a.md", DOCUMENT);
    expect(await taxonomy("rename", "core", "base")).toEqual({
      stdout: "",
      stderr:
        "pm: `core` is the id of a team and of a service\n    Say which: --kind team or --kind service.\n",
      code: 2,
    });
    const { stderr } = await taxonomy("rename", "core", "base", "--kind", "service");
    expect(stderr).toContain("Would change 2 places in 1 file.");
  });

  test("what ships with pm cannot be renamed", async () => {
    const { stderr, code } = await runCli([
      ...["taxonomy", "rename", "messaging", "queues", "--dir", "examples"],
    ]);
    expect(stderr).toBe(
      "pm: `messaging` ships with pm and is not in examples/taxonomy.yaml, so it cannot be renamed\n" +
        "    List it in your own taxonomy.yaml: `pm init` writes one with all shipped terms.\n",
    );
    expect(code).toBe(2);
  });
});

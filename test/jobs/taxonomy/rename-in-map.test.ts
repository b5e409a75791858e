import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

const MAP = `# Our words
keys: { urgency: severity }
values:
  competencies:
    lag things: queues.backpressure # the skill
    Order: 'queues.ordering'
  teams: { red: core, blue: "ledger" }
`;

async function rename(...args: readonly string[]) {
  const result = await runCli(["taxonomy", "rename", ...args], { cwd: path() });
  return { ...result, map: await readFile(path("words.yaml"), "utf8") };
}

beforeEach(async () => {
  await put("pm.yaml", "folder: pms\nimport_map: words.yaml\n");
  await put("words.yaml", MAP);
  await put(
    "taxonomy.yaml",
    "version: 1\nteams: [{ id: core }, { id: ledger }]\ncompetencies:\n  - { id: queues, name: Queues }\n  - id: queues.backpressure\n  - id: queues.ordering\n",
  );
  await put(
    "pms/a.md",
    "---\nteams: [red, core]\ngaps:\n  - competency: lag things\n  - competency: queues.ordering\n---\n",
  );
});

describe("the import map of a project whose ids are renamed", () => {
  test("has the new id, and the project can be read", async () => {
    const { stdout, code, map } = await rename(
      ...["queues.backpressure", "queues.lag", "--no-alias", "--write"],
    );
    expect(map).toBe(MAP.replace("queues.backpressure", "queues.lag"));
    expect({ stdout, code }).toEqual({
      stdout: "taxonomy.yaml: 1 place\nwords.yaml: 1 place\n",
      code: 0,
    });
    const show = await runCli(["show", "pms/a.md"], { cwd: path() });
    expect(show.stdout).toContain("queues.lag");
    expect(show.code).toBe(0);
  });

  test("takes the competencies of a domain along, and keeps quotes", async () => {
    const { map, code } = await rename("queues", "messaging", "--write");
    expect(code).toBe(0);
    expect(map).toBe(MAP.replaceAll("queues.", "messaging."));
    expect(await readFile(path("pms/a.md"), "utf8")).toContain("competency: messaging.ordering");
  });

  test("leads from its names to a document that has the id as well", async () => {
    const { map, code } = await rename("core", "platform", "--write");
    expect({ map, code }).toEqual({ map: MAP.replace("core", "platform"), code: 0 });
    expect(await readFile(path("pms/a.md"), "utf8")).toContain("teams: [red, platform]");
  });

  test("is shown first, and stays where nothing in it changes", async () => {
    const { stdout, map } = await rename("core", "platform");
    expect(stdout).toContain("words.yaml:7:17: core → platform\n");
    expect(map).toBe(MAP);
    await put("words.yaml", "keys: { urgency: severity }\n");
    expect((await rename("core", "platform")).stdout).not.toContain("words.yaml");
  });

  test("stops everything where its place cannot be changed", async () => {
    await put("words.yaml", "values:\n  teams:\n    red: >-\n      core\n");
    const { stdout, stderr, code } = await rename("core", "platform", "--write");
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
    expect(stderr).toContain("words.yaml:3:10 cannot be changed: core → platform");
    expect(await readFile(path("taxonomy.yaml"), "utf8")).toContain("{ id: core }");
  });

  test("another map that has the old id says which it is now", async () => {
    await put("other.yaml", "values: { teams: { red: core } }\n");
    await rename("core", "platform", "--write");
    const { stderr, code } = await runCli(["import", "--map", "other.yaml"], { cwd: path() });
    expect(stderr).toContain("Unknown team `core`\n    Did you mean `platform`?");
    expect(code).toBe(2);
  });
});

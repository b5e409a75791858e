import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import type { Ask } from "../../../src/cli/io.ts";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

beforeEach(async () => {
  await put("pm.yaml", "folder: pms\n");
  await put(
    "taxonomy.yaml",
    "version: 1\nextends: default\nteams:\n  - { id: payments, size: 8, aliases: [pay] }\n  - { id: kim, size: 1 }\n",
  );
  await put("pms/one.md", "---\ntitle: One\ntimes: { started: 2026-01-02T10:00Z }\n---\n");
});

const run = (...args: readonly string[]) => runCli(["impact", ...args], { cwd: path() });

const FLAGS = ["--add", "--yes", "--competency", "messaging.backpressure", "--kind", "exercise"];

describe("--add --yes", () => {
  test("writes a new file, then adds below and leaves every other byte", async () => {
    const first = await run(...FLAGS, "--date", "2026-02-01", "--team", "pay", "--hours", "2");
    expect(first).toEqual({
      stdout: "interventions.yaml\n",
      stderr:
        "Added 2026-02-01-exercise-messaging-backpressure. `pm impact` compares the incidents before and after it.\n",
      code: 0,
    });
    const before = await readFile(path("interventions.yaml"), "utf8");
    expect(before).toMatch(
      /\nversion: 1\ninterventions:\n {2}- id: 2026-02-01-exercise-messaging-backpressure\n {4}date: 2026-02-01\n {4}competency: messaging.backpressure\n {4}teams:\n {6}- payments\n {4}kind: exercise\n {4}hours: 2\n$/,
    );
    await put("interventions.yaml", `${before}# The end\n`);
    await run(...FLAGS, "--id", "again", "--note", "On the new cluster");
    const after = await readFile(path("interventions.yaml"), "utf8");
    expect(after).toBe(
      `${before}  - id: again\n    date: 2026-07-01\n    competency: messaging.backpressure\n    kind: exercise\n    note: On the new cluster\n# The end\n`,
    );
    expect((await run()).stdout).toContain("again");
  });

  test.each([
    [
      "an unknown competency",
      ["--add", "--yes", "--competency", "messaging.backpresure", "--kind", "tool"],
      "Did you mean `messaging.backpressure`?",
    ],
    [
      "an unknown kind",
      ["--add", "--yes", "--competency", "caching", "--kind", "talk"],
      "Unknown kind of intervention `talk`",
    ],
    ["no kind", ["--add", "--yes", "--competency", "caching"], "Missing --kind"],
    ["nothing", ["--add", "--yes"], "Missing --competency and --kind"],
    ["a day that is none", [...FLAGS, "--date", "2026-02-30"], 'Unexpected --date "2026-02-30"'],
  ])("refuses %s", async (_, args, message) => {
    const { code, stderr, stdout } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  test("refuses an id that is taken, and leaves the file", async () => {
    await run(...FLAGS, "--id", "one");
    const before = await readFile(path("interventions.yaml"), "utf8");
    const { code, stderr } = await run(...FLAGS, "--id", "one");
    expect(code).toBe(2);
    expect(stderr).toContain("Unexpected id `one`: another intervention has it");
    expect(await readFile(path("interventions.yaml"), "utf8")).toBe(before);
  });
});

test("--add asks for what no option says", async () => {
  const asked: string[] = [];
  const answers = ["course", "2026-03-01", ["payments"], "3.5", ""];
  const next = (message: string) => {
    asked.push(message);
    return Promise.resolve(answers[asked.length - 1] ?? "");
  };
  const ask: Ask = {
    text: async (message) => String(await next(message)),
    one: async (message) => String(await next(message)),
    many: async (message) => [await next(message)].flat(),
  };
  const args = ["impact", "--add", "--competency", "caching.stampede"];
  const { code } = await runCli(args, { cwd: path(), ask });
  expect(code).toBe(0);
  expect(asked).toEqual([
    "What was done",
    "Date",
    "Teams it was for (none for all)",
    "Hours per participant (optional)",
    "Note (optional; name no person)",
  ]);
  expect(await readFile(path("interventions.yaml"), "utf8")).toContain(
    "    competency: caching.stampede\n    teams:\n      - payments\n    kind: course\n    hours: 3.5\n",
  );
});

test("problems of the file are named with line and column", async () => {
  await put(
    "interventions.yaml",
    "version: 1\ninterventions:\n  - id: a\n    date: 2026-02-31\n    competency: caching.stampedes\n    kind: talk\n    size: 3\n",
  );
  const { code, stderr } = await run();
  expect(code).toBe(2);
  expect(stderr).toContain("interventions.yaml:6:11");
  expect(stderr).toContain("interventions.yaml:7:5 Unknown key `size`");
  await put(
    "interventions.yaml",
    "version: 1\ninterventions:\n  - id: a\n    date: 2026-02-31\n    competency: caching.stampedes\n    kind: tool\n",
  );
  const again = await run();
  expect(again.stderr).toContain("interventions.yaml:4:11 Unexpected date `2026-02-31`");
  expect(again.stderr).toContain("interventions.yaml:5:17 Unknown competency `caching.stampedes`");
});

test("a file that the configuration names has to be there, and small teams are not named", async () => {
  await put("pm.yaml", "folder: pms\ninterventions: done.yaml\n");
  expect((await run()).code).toBe(2);
  await put(
    "done.yaml",
    "version: 1\ninterventions:\n  - { id: a, date: 2026-02-01, competency: caching, kind: tool, teams: kim }\n",
  );
  const { code, stdout } = await run("--format", "csv");
  expect(code).toBe(0);
  expect(stdout).toContain("(small teams)");
  expect(stdout).not.toContain("kim");
});

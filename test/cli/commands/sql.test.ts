import { beforeEach, describe, expect, test } from "vitest";
import { DIALECTS } from "../../../src/sql/dialects.ts";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

beforeEach(async () => {
  await put("pm.yaml", "folder: pms\n");
  await put(
    "taxonomy.yaml",
    "version: 1\nextends: default\nteams:\n  - { id: payments, size: 8 }\n",
  );
  await put(
    "pms/one.md",
    "---\nid: one\ntitle: One\nstatus: final\nteams: [payments]\ntimes: { started: 2026-01-02T10:00Z, detected: 2026-01-02T10:20Z }\ngaps:\n  - { competency: caching.stampede, kind: knowledge }\n---\n",
  );
});

const run = (...args: readonly string[]) => runCli(["sql", ...args], { cwd: path() });

test("a query over the present folder", async () => {
  const query =
    "select competency, time_to_detect_minutes from gaps join incidents using (incident_key)";
  expect(await run(query, "--format", "csv")).toEqual({
    stdout: "competency,time_to_detect_minutes\ncaching.stampede,20\n",
    stderr: expect.stringContaining("") as string,
    code: 0,
  });
});

test("a query over several exports", async () => {
  for (const source of ["a", "b"]) {
    const args = ["export", "--output", source, "--source", source, "--partition-by", "month"];
    await runCli(args, { cwd: path() });
  }
  const query = "select incident_key, source from incidents order by all";
  const { stdout } = await run(query, "--from", "a,b", "--format", "csv");
  expect(stdout).toBe("incident_key,source\na:one,a\nb:one,b\n");
});

test("--report", async () => {
  const { stdout } = await run(
    "--report",
    "gaps",
    "--format",
    "csv",
    "--columns",
    "group_name,incidents",
  );
  expect(stdout).toBe("group_name,incidents\ncaching,1\ncaching.stampede,1\n");
});

test.each(DIALECTS)("--dialect $name prints SQL without a placeholder", async ({ name, list }) => {
  const { stdout } = await run("--report", "gaps", "--dialect", name, "--since", "2026-01-01");
  expect(stdout).not.toContain("{{");
  expect(stdout).toContain(list("service"));
  expect(stdout).toContain(String(Date.parse("2026-01-01T00:00Z")));
});

describe("refuses", () => {
  test.each([
    ["neither query nor report", [], "Expected one query or --report"],
    ["both", ["select 1", "--report", "gaps"], "Expected one query or --report"],
    ["a dialect for a query", ["select 1", "--dialect", "spark"], "Expected one query or --report"],
    ["a folder that is no export", ["select 1", "--from", "pms"], "pms/pm-export.json"],
    [
      "a wrong query",
      ["selec 1"],
      'pm: Parser Error: syntax error at or near "selec"\n    LINE 1: selec 1\n',
    ],
    [
      "an unknown table",
      ["select * from gapz"],
      'Did you mean "gaps"? LINE 1: select * from gapz\n',
    ],
  ])("%s", async (_what, args, message) => {
    const { code, stderr } = await run(...args);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(message) as string,
    });
  });

  test("an export in another format, or with paths that leave it", async () => {
    await runCli(["export", "--output", "c", "--format", "csv"], { cwd: path() });
    expect((await run("select 1", "--from", "c")).stderr).toContain(
      "pm sql reads Parquet, not csv",
    );
    const table = { name: "gaps", rows: 1, files: ["../../x.parquet"] };
    const manifest = { schema: 1, source: "a", format: "parquet", tables: [table] };
    await put("d/pm-export.json", JSON.stringify(manifest));
    expect((await run("select 1", "--from", "d")).stderr).toContain("not what this version of pm");
  });
});

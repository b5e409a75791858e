import { beforeEach, expect, test } from "vitest";
import { VENDORS } from "../../../src/taxonomy/vendors/index.ts";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

beforeEach(async () => {
  await put("pm.yaml", "folder: pms\n");
  await put(
    "taxonomy.yaml",
    "version: 1\nextends: default\nteams:\n  - { id: payments, size: 8 }\n  - { id: night-crew, size: 2 }\ncompetencies:\n  - { id: caching.stampede, name: '=Stampede', codes: { sfia: ITOP } }\n",
  );
  await put(
    "pms/one.md",
    "---\ntitle: One\nstatus: final\nteams: [payments]\ntimes: { started: 2026-01-02T10:00Z }\ngaps:\n  - { competency: caching.stampede, kind: knowledge }\n---\n",
  );
});

const run = (...args: readonly string[]) =>
  runCli(["taxonomy", "export", "--as-of", "2026-07-01", ...args], { cwd: path() });

test.each(VENDORS)("--as $name: no team, and no formula", async ({ name, remarks }) => {
  const { stdout, stderr, code } = await run("--as", name);
  expect(code).toBe(0);
  for (const remark of remarks) expect(stderr).toContain(remark);
  expect(stdout).not.toMatch(/payments|night-crew/);
  if (stdout.startsWith("{")) expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  else expect(stdout).toContain("'=Stampede");
});

test("--planned and --domain write a part, into a file", async () => {
  const args = ["--as", "openedx", "--planned", "--output", "o.csv"];
  expect((await run(...args)).stderr).toContain("Wrote o.csv");
  expect(await read("o.csv")).toBe(
    "id,value,parent_id\ncaching,Caching,\ncaching.stampede,'=Stampede,caching\n",
  );
  const { stdout } = await run("--as", "openedx", "--domain", "caching");
  expect(
    stdout
      .split("\n")
      .slice(1, -1)
      .every((line) => line.startsWith("caching")),
  ).toBe(true);
});

test.each([
  [["--as", "workday"], "Allowed choices are moodle"],
  [[], "required option '--as <product>'"],
  [["--as", "case", "--domain", "cachin"], "Did you mean `caching`?"],
  [["--as", "case", "--planned", "--since", "2026-06"], "No competency to export"],
])("%j is refused", async (args, message) => {
  const { code, stderr } = await run(...args);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) as string });
});

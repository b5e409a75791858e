import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

test("writes the example company, and commands that work there", async () => {
  const { code, stderr } = await runCli(["init", "--demo"], { cwd: path() });
  expect(code).toBe(0);
  expect(await read("pm-demo/pm.yaml")).toBe(
    await readFile(join(ROOT, "examples/pm.yaml"), "utf8"),
  );
  const commands = [...stderr.matchAll(/^ +\d\. pm (.+?)(?: {2,}|$)/gm)].map(
    ([, one]) => one ?? "",
  );
  expect(commands.length).toBe(4);
  for (const command of commands) {
    const run = await runCli(command.split(" "), { cwd: path("pm-demo") });
    expect([command, run.code, run.stderr]).toEqual([command, 0, expect.anything()]);
  }
});

test("keeps what is there", async () => {
  await put("there/pm.yaml", "folder: mine\n");
  const { stderr } = await runCli(["init", "there", "--demo"], { cwd: path() });
  expect(stderr).toContain("kept 1 already there");
  expect(await read("there/pm.yaml")).toBe("folder: mine\n");
});

test("the package holds the example company", async () => {
  const { files } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
    files: readonly string[];
  };
  expect(files).toContain("examples");
});

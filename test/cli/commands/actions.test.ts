import { expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

async function putIncident(due: string): Promise<void> {
  await put("taxonomy.yaml", "version: 1\nteams:\n  - { id: ours, size: 6, aliases: [us] }\n");
  const action = `{ title: Game day, owner: ours, status: open, due: ${due} }`;
  await put("a.md", `---\ntimes: { started: 2026-06-01T00:00:00Z }\nactions: [${action}]\n---\n`);
}

test("--overdue --fail ends with 1 where something is overdue, and says what", async () => {
  await putIncident("2026-06-30");
  const { code, stdout, stderr } = await runCli(["actions", "--overdue", "--fail"], {
    cwd: path(),
  });
  expect({ code, stderr }).toEqual({ code: 1, stderr: "1 action is overdue\n" });
  expect(stdout).toContain("Game day");
});

test("--fail ends with 0 where nothing is overdue", async () => {
  await putIncident("2026-07-01");
  const { code, stderr } = await runCli(["actions", "--fail"], { cwd: path() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("--owner takes a team by any of its names, and no other", async () => {
  await putIncident("2026-06-30");
  const csv = ["actions", "--format", "csv", "--section", "open", "--owner"];
  expect((await runCli([...csv, "us"], { cwd: path() })).stdout).toContain("Game day,ours");
  const { code, stderr } = await runCli([...csv, "theirs"], { cwd: path() });
  expect(code).toBe(2);
  expect(stderr).toContain("Unknown team `theirs`");
});

test("--owner offers the teams at TAB", async () => {
  await putIncident("2026-06-30");
  const { stdout } = await runCli(["complete", "bash", "--", "pm actions --owner "], {
    cwd: path(),
  });
  expect(stdout).toBe("ours\t\n");
});

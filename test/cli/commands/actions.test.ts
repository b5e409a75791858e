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

test("--format ics is a calendar, and only of what is due", async () => {
  const folder = ["--dir", "examples", "--as-of", "2026-07-01"];
  const { stdout, code } = await runCli(["actions", ...folder, "--format", "ics"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  expect(stdout).toContain("DTSTAMP:20260701T000000Z\r\nDTSTART;VALUE=DATE:2026");
  const gaps = await runCli(["gaps", ...folder, "--output", "due.ics"]);
  expect(gaps).toEqual({
    ...{ stdout: "", code: 2 },
    stderr: "pm: pm gaps has no due dates for a calendar\n    Use pm actions.\n",
  });
  expect((await runCli(["gaps", ...folder, "--format", "ics"])).code).toBe(2);
});

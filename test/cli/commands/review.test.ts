import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

test("is about the last calendar month, and reads the decisions of earlier reviews", async () => {
  await put("pm.yaml", "folder: .\n");
  await put("a.md", "---\ntimes: { started: 2026-06-03T10:00:00Z }\n---\n# Queue full\n");
  await put(
    "reviews/2026-05.yaml",
    "version: 1\ndecisions:\n  - decision: Run a game day\n    due: 2026-06-15\n",
  );
  const args = ["review", "--as-of", "2026-07-10", "--section", "decisions"];
  const { stdout } = await runCli([...args, "--format", "csv"], { cwd: path("") });
  expect(stdout).toContain("2026-05,Run a game day,,2026-06-15,25,,open");
});

test("its schema takes what it reads, and offers the project's own ids", async () => {
  await put("pm.yaml", "folder: .\n");
  await put("taxonomy.yaml", "version: 1\nextends: default\nteams: [{ id: payments, size: 8 }]\n");
  const { stdout } = await runCli(["schema", "review", "--dir", "."], { cwd: path("") });
  expect(stdout).toContain('"payments"');
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(stdout) as object,
  );
  const decision = { decision: "Run a game day", owner: "payments", status: "done" };
  expect(validate({ version: 1, decisions: [decision] })).toBe(true);
  expect(validate({ version: 1, decisions: [{ ...decision, state: "done" }] })).toBe(false);
});

test.each([
  ["  - decision: A\n    by: payments\n", "4:5 Unknown key `by`"],
  ["  - decision: A\n    status: later\n", "4:13 Unexpected `later`"],
])("names the place of %j", async (decisions, expected) => {
  await put("pm.yaml", "folder: .\n");
  await put("a.md", "---\ntimes: { started: 2026-06-03T10:00:00Z }\n---\n# Queue full\n");
  await put("reviews/2026-05.yaml", `version: 1\ndecisions:\n${decisions}`);
  const { stderr } = await runCli(["review"], { cwd: path("") });
  expect(stderr).toContain(`reviews/2026-05.yaml:${expected}`);
});

test("names the place of what it cannot use", async () => {
  await put("pm.yaml", "folder: .\n");
  await put("a.md", "---\ntimes: { started: 2026-06-03T10:00:00Z }\n---\n# Queue full\n");
  await put("reviews/2026-05.yaml", "version: 1\ndecisions:\n  - decision: A\n    due: soon\n");
  const { code, stderr } = await runCli(["review"], { cwd: path("") });
  expect(code).toBe(2);
  expect(stderr).toContain("reviews/2026-05.yaml:4:10 Unexpected date `soon`");
});

import { readFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

const DECISIONS = `# What was decided
- {"path":"pms/a.md","fingerprint":"1","decision":"accepted","competency":"queues.backpressure","kind":"knowledge"}
- {"path":"pms/a.md","fingerprint":"2","decision":"rejected","competency":null,"kind":null}
- {"path":"pms/a.md","fingerprint":"3","type":"escalation","decision":"accepted","to":"core","from":"ledger","reason":"expertise","competency":"queues.backpressure"}
`;

async function rename(...args: readonly string[]) {
  const result = await runCli(["taxonomy", "rename", ...args], { cwd: path() });
  return { ...result, decisions: await readFile(path("pm-suggestions.yaml"), "utf8") };
}

beforeEach(async () => {
  await put("pm.yaml", "folder: pms\n");
  await put("pm-suggestions.yaml", DECISIONS);
  await put(
    "taxonomy.yaml",
    "version: 1\nteams: [{ id: core }, { id: ledger }]\ncompetencies:\n  - { id: queues }\n  - id: queues.backpressure\n",
  );
  await put("pms/a.md", "# A\n");
});

describe("decisions on suggestions of a project whose ids are renamed", () => {
  test.each<[from: string, to: string]>([
    ["queues.backpressure", "queues.lag"],
    ["core", "platform"],
  ])("have the new id of %s", async (from, to) => {
    const { decisions, stderr, code } = await rename(from, to, "--no-alias", "--write");
    expect({ stderr, code }).toEqual({ stderr: expect.any(String) as string, code: 0 });
    expect(decisions).toBe(DECISIONS.replaceAll(`"${from}"`, `"${to}"`));
  });

  test("are shown first, each with its place", async () => {
    const { stdout, decisions } = await rename("core", "platform");
    expect(stdout).toContain("pm-suggestions.yaml:4:87: core → platform\n");
    expect(decisions).toBe(DECISIONS);
  });

  test("stop everything where they cannot be read", async () => {
    await put("pm-suggestions.yaml", "- nonsense\n");
    const { stdout, stderr, code } = await rename("core", "platform", "--write");
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
    expect(stderr).toContain("pm-suggestions.yaml:1:3");
  });
});

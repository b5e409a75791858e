import { chmod, mkdir } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

/** Neither Windows nor root can be denied to write into a folder by its mode. */
const canBeDenied = process.platform !== "win32" && process.getuid?.() !== 0;

/** A name that leaves no room for that of the temporary file beside it, which nobody can write. */
const LONG = `b${"b".repeat(247)}.md`;

const LINTED = "---\ntitle: B\nstatus: draft\nseverity: SEV1\n---\n";
const IMPORTED = "---\nlayout: post\n---\n\n# Queue outage on 3 April 2026\n\n**Severity:** SEV1\n";
const SUGGESTED =
  "# Stalled\n\n## Contributing factors\n\n- We were unfamiliar with consumer lag.\n";

function run(...args: readonly string[]) {
  return runCli([...args], { cwd: path() });
}

async function putThree(content: string): Promise<void> {
  for (const name of ["a.md", LONG, "c.md"]) await put(`pm/${name}`, content);
}

beforeEach(async () => {
  await put("pm.yaml", "folder: pm\n");
});

describe.skipIf(process.platform === "win32")("a file that cannot be written", () => {
  test("does not keep pm import from the others", async () => {
    await putThree(IMPORTED);
    const done = await run("import", "--write");
    expect(done.stderr).toContain(`pm: pm/${LONG} could not be written (ENAMETOOLONG)\n`);
    expect(done.stderr).toMatch(/Wrote \d+ values into 2 files\n/);
    expect(done.stdout).toContain("pm/a.md: ");
    expect(done.stdout).toContain("pm/c.md: ");
    expect(done.stdout).not.toContain(LONG);
    expect(done.code).toBe(2);
    expect(await read("pm/c.md")).not.toBe(IMPORTED);
    expect(await read(`pm/${LONG}`)).toBe(IMPORTED);
  });

  test("does not keep pm suggest from the others", async () => {
    await putThree(SUGGESTED);
    expect(await run("suggest", "--accept-above", "0.01", "--write")).toEqual({
      stdout: "",
      stderr:
        `pm: pm/${LONG} could not be written (ENAMETOOLONG)\n` +
        "Wrote 2 gaps into 2 files\n" +
        "Reports do not count what nobody confirmed: pm gaps --include-suggested shows it, pm suggest --confirm --write confirms it.\n",
      code: 2,
    });
    expect(await read("pm/c.md")).not.toBe(SUGGESTED);
  });

  test("does not keep pm lint --fix from the others", async () => {
    await putThree(LINTED);
    const done = await run("lint", "--fix", "--format", "concise");
    expect(done.stderr).toBe(
      `pm: pm/${LONG} could not be written (ENAMETOOLONG)\n` +
        "Fixed 2 problems in 2 files\n0 errors, 1 warning in 3 files\n",
    );
    expect(done.code).toBe(2);
  });
});

test.skipIf(!canBeDenied)(
  "a folder that nobody may write into is named, and no other",
  async () => {
    for (const name of ["a", "b", "c"]) await put(`pm/${name}/x.md`, LINTED);
    await mkdir(path("pm/b"), { recursive: true });
    await chmod(path("pm/b"), 0o555);
    const done = await run("lint", "--fix", "--format", "concise");
    await chmod(path("pm/b"), 0o755);
    expect(done.stderr).toContain("pm: pm/b/x.md could not be written (EACCES)\n");
    expect(done.stderr).toContain("Fixed 2 problems in 2 files\n");
    expect(done.code).toBe(2);
  },
);

describe.skipIf(!canBeDenied)("a folder that may not be looked into", () => {
  test("is named by reports, by lint and where it is asked for", async () => {
    await put("pm/a.md", LINTED);
    await put("pm/closed/b.md", LINTED);
    await chmod(path("pm/closed"), 0o000);
    try {
      const why = "no permission to look into this folder";
      const { stderr } = await run("list");
      expect(stderr).toContain(`warning: pm/closed was left out: ${why}\n`);
      const lint = await run("lint", "--format", "concise");
      expect(lint.stdout).toContain(`pm/closed:1:1: error: This file could not be read: ${why}`);
      const asked = await run("lint", "pm/closed");
      expect(asked.stderr).toContain(`pm/closed was left out: ${why}\n`);
      expect(asked.code).toBe(2);
    } finally {
      await chmod(path("pm/closed"), 0o755);
    }
  });
});

import { execFile } from "node:child_process";
import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT, runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const DRAFT = "---\ntitle: A\nstatus: draft\nseverity: SEV1\n---\n";
const RENAME = ["taxonomy", "rename", "core", "platform", "--no-alias", "--write"];

/** Runs pm in a process of its own, which is killed before it puts a file in place, counted from 1. */
function runKilled(args: readonly string[], killAt: number): Promise<NodeJS.Signals | null> {
  const hook = join(ROOT, "test/support/kill-at-rename.mjs");
  const command = ["--import", hook, join(ROOT, "bin/pm.js"), ...args];
  const env = { ...process.env, PM_TEST_KILL_AT: String(killAt) };
  return new Promise((done) => {
    const child = execFile(process.execPath, command, { cwd: path(), env });
    child.on("exit", (_code, signal) => {
      done(signal);
    });
  });
}

async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(path(folder), { recursive: true, withFileTypes: true });
  const names = entries.flatMap((one) => (one.isFile() ? [join(one.parentPath, one.name)] : []));
  const own = names
    .map((name) => name.slice(path().length + 1))
    .filter((name) => !/\.pm-/.test(name));
  return new Map(
    await Promise.all(
      own.toSorted().map(async (name) => [name.slice(folder.length), await read(name)] as const),
    ),
  );
}

async function makeOld(name: string): Promise<void> {
  const then = Date.now() / 1000 - 90;
  await utimes(path(name), then, then);
}

describe.skipIf(process.platform === "win32")("a run that is killed", () => {
  test("leaves the old file and an unfinished one, which a later run removes", async () => {
    await put("a.md", DRAFT);
    expect(await runKilled(["lint", "--fix", "a.md"], 1)).toBe("SIGKILL");
    expect(await read("a.md")).toBe(DRAFT);
    const left = (await readdir(path())).filter((name) => name !== "a.md");
    expect(left).toEqual([expect.stringMatching(/^\.a\.md\.pm-[0-9a-f]{12}$/) as string]);
    await makeOld(left[0] ?? "");
    await runCli(["lint", "--fix", "a.md"], { cwd: path() });
    expect(await readdir(path())).toEqual(["a.md"]);
    expect(await read("a.md")).toBe(DRAFT.replace("SEV1", "P1"));
  });

  test.each([1, 2, 3, 4])("in a renaming before file %i can be run again", async (killAt) => {
    for (const folder of ["whole", "killed"]) {
      await put(`${folder}/pm.yaml`, "folder: pms\n");
      await put(
        `${folder}/taxonomy.yaml`,
        "version: 1\nteams: [{ id: core }, { id: ledger }]\nservices: [{ id: mail, owner: core }]\n",
      );
      await put(
        `${folder}/pm-suggestions.yaml`,
        '- {"path":"pms/a.md","fingerprint":"3","type":"escalation","decision":"accepted","to":"core","from":"ledger","reason":"expertise","competency":null}\n',
      );
      for (const name of ["a", "b"]) {
        await put(`${folder}/pms/${name}.md`, `---\ntitle: ${name}\nteams: [core, ledger]\n---\n`);
      }
    }
    const config = ["--config", "killed/pm.yaml"];
    expect((await runCli([...RENAME, "--config", "whole/pm.yaml"], { cwd: path() })).code).toBe(0);
    expect(await runKilled([...RENAME, ...config], killAt)).toBe("SIGKILL");
    expect(await filesOf("killed")).not.toEqual(await filesOf("whole"));
    const again = await runCli([...RENAME, ...config], { cwd: path() });
    expect({ code: again.code, stderr: again.stderr }).toMatchObject({ code: 0 });
    expect(await filesOf("killed")).toEqual(await filesOf("whole"));
  });
});

describe("files beside one that is written", () => {
  test("stay, unless pm left them and they are older than a minute", async () => {
    const old = [".b.md.pm-0123456789ab", ".b.md.pm-0123456789ab.123456"];
    const kept = [".b.md.pm-ba9876543210", ".b.md.pm-notes", "a.md.123456", "a.md.20260101"];
    for (const name of ["a.md", ...old, ...kept]) await put(name, DRAFT);
    for (const name of [...old, ...kept.slice(1)]) await makeOld(name);
    await runCli(["lint", "--fix", "a.md"], { cwd: path() });
    expect((await readdir(path())).toSorted()).toEqual([...kept, "a.md"].toSorted());
  });
});

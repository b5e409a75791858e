import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { runCli } from "../../../support/run-cli.ts";
import { useTemporaryFolder } from "../../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

function git(...args: readonly string[]): void {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
  execFileSync("git", [...identity, ...args], { cwd: path(), stdio: "ignore" });
}

function lint(...args: readonly string[]) {
  return runCli(["lint", "--format", "concise", ...args], { cwd: path() });
}

const GOOD = "---\ntitle: Checkout stalled\nstatus: draft\n---\n";
const BROKEN = "---\ntitle: Checkout stalled\nstatus: draft\nseverity: P9\n---\n";

beforeEach(async () => {
  git("init", "--quiet", "--initial-branch=main");
  await put("pm.yaml", "folder: incidents\n");
  await put("incidents/old.md", BROKEN);
  await put("incidents/ä b.md", GOOD);
  git("add", ".");
  git("commit", "--quiet", "-m", "first");
});

describe("pm lint --changed", () => {
  test("judges what is not committed, known to git or not", async () => {
    await put("incidents/ä b.md", BROKEN);
    await put("incidents/new.md", BROKEN);
    await put("notes.md", BROKEN);
    const { stdout, stderr } = await lint("--changed");
    expect(stdout.split("\n").map((line) => line.split(":")[0])).toEqual([
      "incidents/new.md",
      "incidents/ä b.md",
      "",
    ]);
    expect(stderr).toBe("2 errors, 0 warnings in 2 files\n");
  });

  test("against a branch judges what this one has done, not what that one has gained", async () => {
    git("checkout", "--quiet", "-b", "topic");
    await put("incidents/new.md", BROKEN);
    git("add", ".");
    git("commit", "--quiet", "-m", "topic");
    git("checkout", "--quiet", "main");
    await put("incidents/ä b.md", BROKEN);
    git("commit", "--quiet", "-am", "later");
    git("checkout", "--quiet", "topic");
    expect(await lint("--changed", "main")).toEqual({
      stdout: "incidents/new.md:4:11: error: Unknown severity `P9` [unknown-severity]\n",
      stderr: "1 error, 0 warnings in 1 file\n",
      code: 1,
    });
  });

  test("compares a changed document with all others", async () => {
    await put("incidents/a new one.md", GOOD.replace("title", "id: old\ntitle"));
    expect((await lint("--changed")).stdout).toBe(
      "incidents/a new one.md:2:5: error: Unexpected id `old`: incidents/old.md already has it [duplicate-id]\n",
    );
  });

  test("passes where nothing changed, and says so", async () => {
    expect(await lint("--changed")).toEqual({
      stdout: "",
      stderr: "No postmortem has changed since HEAD.\n0 errors, 0 warnings in 0 files\n",
      code: 0,
    });
  });

  test("says that a change of the configuration can concern every document", async () => {
    await put("pm.yaml", "folder: incidents\nlint:\n  rules:\n    unknown-severity: warning\n");
    expect((await lint("--changed")).stderr).toBe(
      "No postmortem has changed since HEAD.\n" +
        "note: pm.yaml changed too, which may affect every document: run pm lint without --changed to check all\n" +
        "0 errors, 0 warnings in 0 files\n",
    );
  });

  test("with a base that git does not know is exit code 2", async () => {
    const { stderr, code } = await lint("--changed", "nowhere");
    expect(stderr).toMatch(/^pm: git knows no commit `nowhere`\n/);
    expect(code).toBe(2);
  });

  test("takes no option for a base", async () => {
    const { stderr, code } = await lint("--changed=--output=pwned");
    expect(stderr).toMatch(/^pm: git knows no commit `--output=pwned`\n/);
    expect(code).toBe(2);
  });

  test("asks git before it looks for a document", async () => {
    git("rm", "--quiet", "-r", "incidents");
    await mkdir(path("incidents"));
    const nowhere = await lint("--changed", "nowhere");
    expect(nowhere.stderr).toMatch(/^pm: git knows no commit `nowhere`\n/);
    expect((await lint("--changed")).stderr).toContain("No postmortem has changed since HEAD.\n");
  });

  test("looks into no place where nothing changed, and into each where something did", async () => {
    await put("incidents/2025/one.md", GOOD);
    git("add", ".");
    git("commit", "--quiet", "-m", "more");
    await put("incidents/old.md", GOOD);
    expect((await lint("incidents/2025", "--changed")).stderr).toContain(
      "No postmortem has changed since HEAD.\n",
    );
    for (const place of ["incidents", "incidents/old.md", "incidents/*.md"]) {
      expect((await lint(place, "--changed")).stderr).toBe("0 errors, 0 warnings in 1 file\n");
    }
    expect((await lint("incidents/gone.md", "--changed")).stderr).toBe(
      "pm: incidents/gone.md: no such file or folder\n",
    );
  });

  test.skipIf(process.platform === "win32")(
    "names a changed link that leads out of the folder",
    async () => {
      await put("elsewhere.md", GOOD);
      git("add", ".");
      git("commit", "--quiet", "-m", "elsewhere");
      await symlink(path("elsewhere.md"), path("incidents/out.md"));
      expect((await lint("--changed")).stdout).toBe(
        "incidents/out.md:1:1: error: This file could not be read: a link that leaves the folder [file-unreadable]\n",
      );
    },
  );

  test("leaves out a document that was deleted", async () => {
    git("rm", "--quiet", "incidents/old.md");
    expect((await lint("--changed")).code).toBe(0);
  });
});

describe("an embedded repository runs nothing", () => {
  const command = () => `touch ${path("ran")}; false`;

  /** A bare repository as a commit can bring it along, with every program that git could start. */
  async function embed(folder: string): Promise<void> {
    await put(`${folder}/HEAD`, "ref: refs/heads/main\n");
    await put(`${folder}/objects/.keep`, "");
    await put(`${folder}/refs/heads/.keep`, "");
    await put(`${folder}/hooks/post-index-change`, `#!/bin/sh\n${command()}\n`, 0o755);
    await put(
      `${folder}/config`,
      `[core]
  repositoryformatversion = 0
  bare = false
  worktree = .
  fsmonitor = "${command()}"
  hooksPath = hooks
  pager = "${command()}"
[diff]
  external = "${command()}"
[diff "text"]
  textconv = "${command()}"
`,
    );
    await put(`${folder}/.gitattributes`, "*.md diff=text\n");
  }

  test.each(["incidents", "incidents/2026", "."])("in %s", async (folder) => {
    await embed(folder);
    git("add", "--all");
    git("commit", "--quiet", "-m", "embedded");
    await put("incidents/ä b.md", BROKEN);
    for (const cwd of [path(), path("incidents")]) {
      const { code, stdout } = await runCli(["lint", "--changed", "--format", "concise"], { cwd });
      expect(existsSync(path("ran"))).toBe(false);
      expect({ code, lines: stdout.split("\n").length }).toEqual({ code: 1, lines: 2 });
    }
    await runCli(["lint", "--changed", "--dir", path("incidents")], { cwd: path("..") });
    expect(existsSync(path("ran"))).toBe(false);
  });

  test.skipIf(process.platform === "win32")("a program named git is not run", async () => {
    await put("git", `#!/bin/sh\n${command()}\n`, 0o755);
    await put("incidents/ä b.md", BROKEN);
    vi.stubEnv("PATH", `.:${process.env["PATH"] ?? ""}`);
    try {
      expect((await lint("--changed")).code).toBe(1);
    } finally {
      vi.unstubAllEnvs();
    }
    expect(existsSync(path("ran"))).toBe(false);
  });

  test("a repository inside the one where pm was started is not asked", async () => {
    execFileSync("git", ["init", "--quiet", path("incidents")]);
    await put("incidents/.git/config", `[core]\n  fsmonitor = "${command()}"\n`);
    const { code, stderr } = await lint("--changed");
    expect(existsSync(path("ran"))).toBe(false);
    expect(code).toBe(2);
    expect(stderr).toContain("incidents: in a git repository of its own");
    expect(stderr).toContain("Run pm in that repository to lint its changes.");
  });
});

test("outside a repository --changed is exit code 2", async () => {
  const cwd = await mkdtemp(join(tmpdir(), "pm-no-repository-"));
  await writeFile(join(cwd, "incident.md"), GOOD);
  const { stderr, code } = await runCli(["lint", "--changed"], { cwd });
  await rm(cwd, { recursive: true });
  expect(code).toBe(2);
  expect(stderr).toContain("no git repository");
});

import { execFileSync } from "node:child_process";
import { lstat, mkdir, readdir, symlink } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import type { Ask } from "../../src/cli/io.ts";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const UNCONFIRMED =
  "Reports do not count what nobody confirmed: pm gaps --include-suggested shows it, pm suggest --confirm --write confirms it.\n";

const { path, put, read } = useTemporaryFolder();

/** Links take a privilege on Windows, which has no pipes in folders. */
const isPosix = process.platform !== "win32";

const DOCUMENT = `---
title: Queue stalled
status: draft
---

# Queue stalled

## Contributing factors

- We were unfamiliar with consumer lag.
`;

const SEV = "---\ntitle: B\nstatus: draft\nseverity: SEV1\n---\n";

function run(...args: readonly string[]) {
  return runCli([...args], { cwd: path("project") });
}

async function link(target: string, name: string): Promise<void> {
  await symlink(path(target), path(name));
}

describe.skipIf(!isPosix)("links and what is no file", () => {
  beforeEach(async () => {
    await put("project/a.md", DOCUMENT);
    await put("elsewhere/secret.md", DOCUMENT);
  });

  test("a pattern neither reads nor writes through a link that leaves the folder", async () => {
    await link("elsewhere", "project/linkdir");
    await link("elsewhere/secret.md", "project/link.md");
    const done = await run("suggest", "**/*.md", "--accept-above", "0.01", "--write");
    expect(done.stderr).toBe(
      "warning: link.md was left out: a link that leaves the folder\n" +
        "warning: linkdir was left out: a link that leaves the folder\n" +
        "Wrote 1 gap into 1 file\n" +
        UNCONFIRMED,
    );
    expect(await read("elsewhere/secret.md")).toBe(DOCUMENT);
    expect(await read("project/a.md")).not.toBe(DOCUMENT);
    const linted = await run("lint", "**/*.md", "--format", "concise");
    expect(linted.stdout).toBe(
      "a.md:5:5: warning: Missing confirmation of the suggested gap `messaging.backpressure` [suggestion-unconfirmed]\n" +
        "link.md:1:1: error: This file could not be read: a link that leaves the folder [file-unreadable]\n" +
        "linkdir:1:1: error: This file could not be read: a link that leaves the folder [file-unreadable]\n",
    );
  });

  test("a pattern that does not reach into a linked folder does not name it", async () => {
    await link("elsewhere", "project/linkdir");
    expect((await run("show", "*.md")).stderr).not.toContain("linkdir");
    expect((await run("gaps", "*.md")).stderr).not.toContain("linkdir");
  });

  test("a pattern that begins in a linked folder reads nothing of it", async () => {
    await link("elsewhere", "project/linkdir");
    const done = await run("lint", "linkdir/*.md");
    expect(done).toEqual({
      stdout: "",
      stderr:
        "pm: linkdir/*.md: no file matches this pattern\n" +
        "linkdir/secret.md was left out: a link that leaves the folder\n",
      code: 2,
    });
  });

  test("a pattern in another folder reads what lies in that", async () => {
    const done = await run("lint", "../elsewhere/*.md", "--format", "concise");
    expect(done).toMatchObject({ stdout: "", code: 0 });
  });

  test("a link that is named itself is read, and not written through", async () => {
    await put("elsewhere/b.md", SEV);
    await link("elsewhere/b.md", "project/link.md");
    await put("project/z.md", SEV);
    const done = await run("lint", "--fix", "link.md", "z.md", "--format", "concise");
    expect(done.stderr).toBe(
      "pm: link.md was not written: a link leads out of the folder\n" +
        "Fixed 1 problem in 1 file\n0 errors, 1 warning in 2 files\n",
    );
    expect(done.code).toBe(2);
    expect(done.stdout).toContain("link.md:4:11");
    expect(await read("elsewhere/b.md")).toBe(SEV);
    expect(await read("project/z.md")).toBe(SEV.replace("SEV1", "P1"));
  });

  test("a file below a linked folder is not written either", async () => {
    await link("elsewhere", "project/linkdir");
    const args = ["--accept-above", "0.01", "--write"];
    const done = await run("suggest", "linkdir/secret.md", ...args);
    expect(done).toMatchObject({
      stderr:
        "pm: linkdir/secret.md was not written: a link leads out of the folder\n" +
        "Wrote nothing\n",
      code: 2,
    });
    expect(await read("elsewhere/secret.md")).toBe(DOCUMENT);
  });

  test("a taxonomy that is a link out of the project is not renamed in", async () => {
    const taxonomy = "version: 1\nextends: default\nteams:\n  - { id: payments, name: Payments }\n";
    await put("elsewhere/taxonomy.yaml", taxonomy);
    await link("elsewhere/taxonomy.yaml", "project/taxonomy.yaml");
    const done = await run("taxonomy", "rename", "payments", "money", "--write");
    expect(done.stderr).toContain(
      "pm: taxonomy.yaml was not written: a link leads out of the folder\n",
    );
    expect(done.code).toBe(2);
    expect(await read("elsewhere/taxonomy.yaml")).toBe(taxonomy);
  });

  test.each<[file: string, args: readonly string[]]>([
    ["pm-baseline.yaml", ["lint", "--update-baseline"]],
    ["out.md", ["gaps", "--output", "out.md", "--force"]],
    ["out.json", ["lint", "--format", "json", "--output", "out.json", "--force"]],
    ["map.yaml", ["import", "--learn-map", "--output", "map.yaml", "--force"]],
  ])("%s is not written through a link that leaves the folder", async (file, args) => {
    await put("project/pm.yaml", "folder: .\n");
    await put("elsewhere/mine", "[]\n");
    await link("elsewhere/mine", `project/${file}`);
    const done = await run(...args);
    expect(done.stderr).toContain(`pm: ${file} was not written: a link leads out of the folder\n`);
    expect(done.code).toBe(2);
    expect(await read("elsewhere/mine")).toBe("[]\n");
  });

  test("decisions are not remembered through a link that leaves the folder", async () => {
    await put("project/pm.yaml", "folder: .\n");
    await put("elsewhere/mine", "[]\n");
    await link("elsewhere/mine", "project/pm-suggestions.yaml");
    const ask: Ask = {
      text: () => Promise.resolve(""),
      one: () => Promise.resolve("accept"),
      many: () => Promise.resolve([]),
    };
    const done = await runCli(["suggest", "--interactive"], { cwd: path("project"), ask });
    expect(done.stderr).toContain(
      "pm: pm-suggestions.yaml was not written: a link leads out of the folder\n",
    );
    expect(done.code).toBe(2);
    expect(await read("elsewhere/mine")).toBe("[]\n");
  });

  test("a new file below a linked folder is not written, nor a folder made there", async () => {
    await link("elsewhere", "project/linkdir");
    const done = await run("gaps", "--output", "linkdir/new/out.md");
    expect(done.stderr).toContain(
      "pm: linkdir/new/out.md was not written: a link leads out of the folder\n",
    );
    expect(await readdir(path("elsewhere"))).toEqual(["secret.md"]);
  });

  test("an output in another folder is written, also where a link leads there", async () => {
    await mkdir(path("reports"));
    await link("reports", "linked");
    const done = await run("gaps", "--output", "../linked/out.md");
    expect(done).toMatchObject({ code: 0, stderr: expect.stringContaining("Wrote ") as string });
    expect(await read("reports/out.md")).toContain("# ");
  });

  test("a link to a file of the folder is written through, and stays a link", async () => {
    await put("project/reports/out.md", "old\n");
    await link("project/reports/out.md", "project/out.md");
    expect(await run("gaps", "--output", "out.md", "--force")).toMatchObject({ code: 0 });
    expect(await read("project/reports/out.md")).not.toBe("old\n");
    expect((await lstat(path("project/out.md"))).isSymbolicLink()).toBe(true);
  });

  test("the folder of the project may be a link", async () => {
    await link("elsewhere", "project/linkdir");
    await put("project/pm.yaml", "folder: linkdir\n");
    const done = await run("suggest", "--accept-above", "0.01", "--write");
    expect(done.stderr).toBe(`Wrote 1 gap into 1 file\n${UNCONFIRMED}`);
  });

  test("a folder names the links and pipes that its patterns match", async () => {
    await put("project/pm.yaml", "folder: pm\n");
    await put("project/pm/a.md", DOCUMENT);
    await put("project/pm/notes.txt", "Notes.\n");
    await mkdir(path("project/pm/2026"));
    await link("project/pm/a.md", "project/pm/same.md");
    await link("project/pm", "project/pm/2026/loop");
    await link("project/pm/notes.txt", "project/pm/notes.md");
    await link("project/pm/gone.md", "project/pm/broken.md");
    await link("project/pm/self.md", "project/pm/self.md");
    await link("elsewhere/secret.md", "project/pm/out.md");
    await link("elsewhere/secret.md", "project/pm/out.txt");
    await link("elsewhere", "project/pm/outside");
    await link("elsewhere/secret.md", "project/pm/README.md");
    execFileSync("mkfifo", [path("project/pm/pipe.md")]);
    expect((await run("gaps")).stderr).toBe(
      [
        "warning: pm/broken.md was left out: a broken link",
        "warning: pm/notes.md was left out: a link to what is not read itself",
        "warning: pm/out.md was left out: a link that leaves the folder",
        "warning: pm/outside was left out: a link that leaves the folder",
        "warning: pm/pipe.md was left out: not a regular file",
        "warning: pm/self.md was left out: a broken link",
        "note: 2 files set aside, not postmortems: pm/notes.txt (not named by `include`), pm/README.md",
        "",
      ].join("\n"),
    );
  });

  test("a folder with nothing but links names them", async () => {
    await put("project/pm.yaml", "folder: pm\n");
    await mkdir(path("project/pm"));
    await link("elsewhere/secret.md", "project/pm/out.md");
    const done = await run("gaps");
    expect(done.code).toBe(2);
    expect(done.stderr).toContain("pm/out.md was left out: a link that leaves the folder\n");
  });

  test("a pipe is no postmortem, and nobody waits for it", async () => {
    execFileSync("mkfifo", [path("project/pipe.md")]);
    expect(await run("lint", "pipe.md", "--format", "concise")).toEqual({
      stdout:
        "pipe.md:1:1: error: This file could not be read: not a regular file [file-unreadable]\n",
      stderr: "1 error, 0 warnings in 1 file\n",
      code: 1,
    });
    expect((await run("show", "pipe.md")).code).not.toBe(0);
  });
});

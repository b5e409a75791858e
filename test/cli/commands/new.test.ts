import { mkdir, readFile } from "node:fs/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

function postmortem(title: string, day: string): string {
  return `---
title: ${JSON.stringify(title)}
status: draft
times: { started: ${day}T02:15:00Z }
---

## Contributing factors

- Nobody expected it.
`;
}

async function newDocument(title: string, ...more: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runCli(["new", title, ...more], { cwd: path() });
  return stdout === "" ? stderr : readFile(path(stdout.trim()), "utf8");
}

describe("the incidents that a new one is like", () => {
  beforeEach(async () => {
    await put("pm.yaml", "folder: pms\ntemplates: own\n");
    await put(
      "own/bare.md",
      "---\ntitle: {{title}}\n---\n\n# {{title}}\n\n{{similar}}\n\n## End\n",
    );
    await put("pms/2025/lock (1).md", postmortem("Payouts [blocked] by a lock", "2025-03-14"));
    await put("pms/lock.md", postmortem("Migration waited for a lock, says @maria", "2026-03-14"));
    await put("pms/search.md", postmortem("Search slow", "2026-01-14"));
  });

  test("are listed with their links, the most alike first", async () => {
    const text = await newDocument("Payouts blocked by a migration lock", "--template", "bare");
    expect(text).toBe(`---
title: Payouts blocked by a migration lock
---

# Payouts blocked by a migration lock

## Similar incidents

- [Payouts \\[blocked\\] by a lock](2025/lock%20%281%29.md) (2025-03-14)
- [Migration waited for a lock, says [person]](lock.md) (2026-03-14)

## End
`);
  });

  test.each(["full", "light", "narrative"])("stand at the end of template %s", async (template) => {
    const text = await newDocument("Search slow", "--template", template);
    const section = "\n\n## Similar incidents\n\n- [Search slow](search.md) (2026-01-14)\n";
    expect(text.slice(-section.length)).toBe(section);
    const lint = await runCli(["lint", "pms/2026-07-01-search-slow.md", "--max-warnings", "0"], {
      cwd: path(),
    });
    expect(lint).toEqual({ stdout: "", stderr: "0 errors, 0 warnings in 1 file\n", code: 0 });
  });

  test.each([
    ["nothing is like it", ["Website down"]],
    ["they are not wanted", ["Search slow", "--no-similar"]],
  ])("leave no trace where %s", async (_name, args) => {
    const [title = "", ...more] = args;
    const text = await newDocument(title, "--template", "bare", ...more);
    expect(text).toBe(`---\ntitle: ${title}\n---\n\n# ${title}\n\n## End\n`);
    expect(await newDocument("Website down", "--force")).toMatch(/-->\n$/);
  });

  test("are at most three, services count too, and the file itself never does", async () => {
    await put(
      "taxonomy.yaml",
      "version: 1\nextends: default\nteams: [{ id: a }]\nservices: [{ id: search, owner: a }]\n",
    );
    for (const name of ["a", "b", "c"]) {
      await put(`pms/${name}.md`, postmortem(`Search slow ${name}`, "2026-01-14"));
    }
    const first = await newDocument("Outage", "--service", "search", "--template", "bare");
    expect(first.match(/^- \[Search slow/gm)).toHaveLength(3);
    const again = await newDocument("Outage", "--template", "bare", "--force");
    expect(again).not.toContain("Similar");
  });

  test("need a folder that somebody named", async () => {
    await mkdir(path("other"));
    await put("other/search.md", postmortem("Search slow", "2026-01-14"));
    await put("pm.yaml", "folder: empty\n");
    expect(await newDocument("Search slow")).not.toContain("Similar");
  });
});

describe("where a new one goes, and how it begins", () => {
  const TAXONOMY = `version: 1
teams: [{ id: web }, { id: core }]
competencies: [{ id: queues }, { id: queues.lag, parent: queues }]
kinds: [{ id: knowledge }]
`;

  test("into a folder of its own where most are laid out so", async () => {
    await put("pm.yaml", "folder: pms\n");
    await put("pms/2025-01-02-a/index.md", postmortem("A", "2025-01-02"));
    await put("pms/2025-02-03-b/index.md", postmortem("B", "2025-02-03"));
    await put("pms/c.md", postmortem("C", "2025-03-04"));
    const first = await runCli(["new", "D"], { cwd: path() });
    expect(first.stdout).toBe("pms/2026-07-01-d/index.md\n");
    expect((await runCli(["lint"], { cwd: path() })).stderr).toContain(" in 4 files");
    await put("pms/e.md", postmortem("E", "2025-03-04"));
    const second = await runCli(["new", "F", "--dir", "pms/2025-01-02-a"], { cwd: path() });
    expect(second.stdout).toBe("pms/2025-01-02-a/2026-07-01-f.md\n");
  });

  test("with the taxonomy's own names in its comments", async () => {
    await put("pm.yaml", "folder: pms\n");
    await put("taxonomy.yaml", TAXONOMY);
    const text = await newDocument("A");
    expect(text).toContain("who responded: web, core\n");
    expect(text).toContain("from: web, to: core, reason: expertise, competency: queues.lag }");
    expect(text).toContain("(gap: queues.lag, knowledge, team: web, phase: diagnose)");
    expect(text).toContain("Competencies: queues. Kinds: knowledge.");
  });

  test("in the editor that the user names", async () => {
    const opened: string[] = [];
    const edit = (editor: string, file: string) => {
      opened.push(`${editor} ${file.slice(path().length + 1)}`);
      return Promise.resolve(editor !== "false");
    };
    const open = (env: Readonly<Record<string, string>>) =>
      runCli(["new", "A", "--edit", "--force"], { cwd: path(), env, edit });
    expect((await open({})).stderr).toContain("pm: --edit needs an editor\n");
    expect((await open({ EDITOR: "vi", VISUAL: "code --wait" })).code).toBe(0);
    const failed = await open({ EDITOR: "false", VISUAL: "" });
    expect([failed.code, failed.stderr]).toEqual([2, expect.stringContaining("is written")]);
    expect(opened).toEqual(["code --wait 2026-07-01-a.md", "false 2026-07-01-a.md"]);
  });
});

test.each([["  "], ["--title", ""]])("an empty title is refused: %s", async (...args) => {
  const { stdout, stderr, code } = await runCli(["new", ...args], { cwd: path() });
  expect([stdout, code]).toEqual(["", 2]);
  expect(stderr).toBe('pm: The title is empty\n    Say what broke: pm new "Checkout stalled".\n');
});

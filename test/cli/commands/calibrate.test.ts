import { execFileSync } from "node:child_process";
import { beforeEach, expect, test } from "vitest";
import { runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

function document(kind: string): string {
  return `---\nid: one\ntitle: One\nteams: [payments]\ngaps:\n  - { competency: caching.stampede, kind: ${kind}, evidence: "Nobody knew it. Ask Dr. Zubin Feldhausen <zubin@example.com>." }\n---\n\n## Attendees\n\n- Zubin Feldhausen\n`;
}

beforeEach(async () => {
  await put("pm.yaml", "folder: pms\n");
  await put("pms/one.md", document("knowledge"));
});

const run = (...args: readonly string[]) =>
  runCli(["calibrate", ...args, "--section", "differences", "--format", "csv"], { cwd: path() });

const DIFFERENT =
  /^document,competency,rater_a,rater_b,evidence\none,caching.stampede,knowledge,coverage,/;

test("copies in two folders, or two copies in one", async () => {
  await put("zubin/one.md", document("coverage"));
  await put("pms/one-copy.md", document("coverage").replace("id: one\n", ""));
  for (const paths of [
    ["pms/one.md", "zubin"],
    ["pms/one.md", "pms/one-copy.md"],
  ]) {
    const { stdout, stderr, code } = await run(...paths);
    expect(code).toBe(0);
    expect(stdout).toMatch(DIFFERENT);
    expect(`${stdout}${stderr}`).not.toMatch(/zubin|feldhausen/i);
  }
});

function commitAll(): void {
  const git = (...args: readonly string[]) => {
    const who = ["-c", "user.name=team", "-c", "user.email=team@example.com"];
    return execFileSync("git", [...who, ...args], { cwd: path(), stdio: "ignore" });
  };
  git("init", "--initial-branch", "main");
  git("add", ".");
  git("commit", "--message", "tags");
}

test("--against a branch", async () => {
  commitAll();
  await put("pms/one.md", document("coverage"));
  const { stdout, code } = await run("--against", "main");
  expect(code).toBe(0);
  // A is the working tree, B the branch.
  expect(stdout).toMatch(/\none,caching.stampede,coverage,knowledge,/);
  expect((await run("--against", "nowhere")).stderr).toContain("git knows no commit `nowhere`");
});

test("--against a branch: its documents tell who is withheld, and which cannot be read", async () => {
  const other = (kind: string, evidence: string) =>
    `---\nid: two\ntitle: Two\ngaps:\n  - { competency: caching.stampede, kind: ${kind}${evidence} }\n---\n`;
  await put("pms/one.md", "---\nid: one\ntitle: One\n---\n\n## Attendees\n\n- Quorl Vestimer\n");
  await put("pms/two.md", other("knowledge", ', evidence: "Only quorl vestimer knew it."'));
  await put("pms/three.md", "---\nid: [\n---\n");
  commitAll();
  await put("pms/one.md", "---\nid: one\ntitle: One\n---\n");
  await put("pms/two.md", other("coverage", ""));
  await put("pms/three.md", "---\nid: three\n---\n");
  const { stdout, stderr } = await run("--against", "main");
  expect(stdout).toContain("two,caching.stampede,coverage,knowledge,Only ");
  expect(stdout).not.toMatch(/vestimer/i);
  expect(stderr).toMatch(/main:pms\/three\.md:\d+: .*its frontmatter was left out/);
});

test("--against a branch reads documents as the folder is read: byte order mark and line ends", async () => {
  await put("pms/one.md", `\uFEFF${document("knowledge").replaceAll("\n", "\r\n")}`);
  commitAll();
  await put("pms/one.md", document("coverage"));
  const { stdout } = await run("--against", "main");
  expect(stdout).toMatch(/\none,caching.stampede,coverage,knowledge,/);
});

test.each([
  [[], "Missing documents"],
  [["pms"], "Agreement needs the tags of at least two people"],
  [["pms", "./pms/"], "pms is given twice, and agrees with itself"],
  [["pms/one.md", "pms/one.md"], "pms/one.md is given twice, and agrees with itself"],
  [["pms", "nowhere"], "nowhere: no such file or folder"],
  [["--against", "main"], "no git repository"],
])("%j is refused", async (args, message) => {
  const { code, stderr } = await run(...args);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) as string });
});

import { describe, expect, test } from "vitest";
import { runCli } from "../../../support/run-cli.ts";
import { useTemporaryFolder } from "../../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const BROKEN = "---\ntitle: Checkout stalled\nstatus: draft\nseverity: P9\n---\n";
const EXPECTED = "a.md:4:11: error: Unknown severity `P9` [unknown-severity]\n";

describe("the format of findings", () => {
  test("is for people by default", async () => {
    await put("a.md", BROKEN);
    const { stdout } = await runCli(["lint"], { cwd: path() });
    expect(stdout).toBe(`a.md
  4:11 error Unknown severity \`P9\` [unknown-severity]
    4 | severity: P9
      |           ^^
    help: Known: P1, P2, P3, P4.
`);
  });

  test("is GitHub's in GitHub Actions, unless another is asked for", async () => {
    await put("a.md", BROKEN);
    const world = { cwd: path(), env: { GITHUB_ACTIONS: "true" } };
    const { stdout } = await runCli(["lint"], world);
    expect(stdout).toMatch(/^::error file=a\.md,line=4,endLine=4,col=11,/);
    expect((await runCli(["lint", "--format", "concise"], world)).stdout).toBe(EXPECTED);
  });

  test("goes to a file with --output, which is not replaced without --force", async () => {
    await put("a.md", BROKEN);
    const args = ["lint", "--format", "concise", "--output", "found.txt"];
    expect(await runCli(args, { cwd: path() })).toEqual({
      stdout: "",
      stderr: "Wrote found.txt\n1 error, 0 warnings in 1 file\n",
      code: 1,
    });
    expect(await read("found.txt")).toBe(EXPECTED);
    const again = await runCli(args, { cwd: path() });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain("found.txt already exists");
    expect((await runCli([...args, "--force"], { cwd: path() })).code).toBe(1);
  });

  test("that nobody knows is exit code 2, with those there are", async () => {
    const { stderr, code } = await runCli(["lint", "--format", "xml"], { cwd: path() });
    expect(stderr).toContain("Allowed choices are pretty, concise, json, github");
    expect(code).toBe(2);
  });
});

test("--quiet leaves warnings out, and counts them", async () => {
  await put("a.md", BROKEN.replace("P9", "SEV1"));
  expect(await runCli(["lint", "--quiet"], { cwd: path() })).toEqual({
    stdout: "",
    stderr: "0 errors, 1 warning in 1 file, 1 fixable with --fix\n",
    code: 0,
  });
});

test("--statistics counts findings by rule, the most frequent first", async () => {
  await put("a.md", BROKEN.replace("P9", "SEV1"));
  await put("b.md", BROKEN.replace("P9", "SEV1"));
  await put("c.md", BROKEN);
  const { stdout, stderr, code } = await runCli(["lint", "--statistics"], { cwd: path() });
  expect(stdout).toBe("2  canonical-term (2 fixable)\n1  unknown-severity\n");
  expect(stderr).toBe("1 error, 2 warnings in 3 files, 2 fixable with --fix\n");
  expect(code).toBe(1);
});

test("what comments silence is counted", async () => {
  await put(
    "a.md",
    BROKEN.replace("severity", "# pm-disable-next-line unknown-severity: x\nseverity"),
  );
  const { stderr } = await runCli(["lint"], { cwd: path() });
  expect(stderr).toBe("0 errors, 0 warnings in 1 file, 1 silenced by comments\n");
});

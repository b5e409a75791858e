import { expect, test } from "vitest";
import { runCli } from "../../../support/run-cli.ts";
import { useTemporaryFolder } from "../../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

const BROKEN = "---\ntitle: Checkout stalled\nstatus: draft\nseverity: P9\n---\n";

test("`-` reads one document", async () => {
  expect(
    await runCli(["lint", "-", "--format", "concise"], { cwd: path(), stdin: BROKEN }),
  ).toEqual({
    stdout: "stdin.md:4:11: error: Unknown severity `P9` [unknown-severity]\n",
    stderr: "1 error, 0 warnings in 1 file\n",
    code: 1,
  });
});

test("--stdin-filename says where it lies: its project, and the document that it replaces", async () => {
  await put("team/pm.yaml", "lint:\n  rules:\n    unknown-severity: warning\n");
  await put("team/a.md", "---\nid: x\ntitle: A\nstatus: draft\n---\n");
  await put("team/b.md", "---\nid: b\ntitle: B\nstatus: draft\n---\n");
  const args = ["lint", "-", "--format", "concise", "--stdin-filename", "team/b.md"];
  const stdin = BROKEN.replace("title", "id: x\ntitle");
  expect((await runCli(args, { cwd: path(), stdin })).stdout).toBe(
    "team/b.md:2:5: error: Unexpected id `x`: team/a.md already has it [duplicate-id]\n" +
      "team/b.md:5:11: warning: Unknown severity `P9` [unknown-severity]\n",
  );
});

test.each([
  [["-", "a.md"], "pm: `-` reads one document and cannot be combined with other paths\n"],
  [["-", "--fix"], "pm: --fix cannot be combined with `-`, which is not a file\n"],
  [
    ["-", "--update-baseline"],
    "pm: --update-baseline cannot be combined with `-`, which is not a file\n",
  ],
  [["--stdin-filename", "a.md"], "pm: --stdin-filename works only with `pm lint -`\n"],
  [["--dry-run"], "pm: --dry-run needs --fix\n"],
  [
    ["--fix", "--update-baseline"],
    "pm: --fix and --update-baseline are separate steps: fix first\n",
  ],
])("%j is exit code 2", async (args, expected) => {
  expect(await runCli(["lint", ...args], { cwd: path(), stdin: BROKEN })).toEqual({
    stdout: "",
    stderr: expected,
    code: 2,
  });
});

test("what is no text is exit code 2", async () => {
  const stdin = Buffer.from([0x80, 0x00]);
  expect(await runCli(["lint", "-"], { cwd: path(), stdin })).toEqual({
    stdout: "",
    stderr: "pm: stdin.md: standard input is not UTF-8 text\n",
    code: 2,
  });
});

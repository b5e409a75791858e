import { describe, expect, test } from "vitest";
import { runCli } from "../../../support/run-cli.ts";
import { useTemporaryFolder } from "../../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const ALIASED = `---
title: Checkout stalled # still
status: draft
severity: SEV1
trigger: gremlins
---
`;

function lint(...args: readonly string[]) {
  return runCli(["lint", "--format", "concise", ...args], { cwd: path() });
}

describe("pm lint --fix", () => {
  test("mends what it can and reports the rest", async () => {
    await put("a.md", ALIASED);
    await put("b.md", "---\ntitle: B\nstatus: draft\n---");
    await put("c.md", "---\ntitle: C\nstatus: draft\n---\n");
    expect(await lint("--fix")).toEqual({
      stdout: "a.md:5:10: error: Unknown trigger `gremlins` [unknown-trigger]\n",
      stderr: "Fixed 2 problems in 2 files\n1 error, 0 warnings in 3 files\n",
      code: 1,
    });
    expect(await read("a.md")).toBe(ALIASED.replace("SEV1", "P1"));
    expect(await read("b.md")).toBe("---\ntitle: B\nstatus: draft\n---\n");
  });

  test("says nothing of fixes where there is nothing to mend", async () => {
    await put("c.md", "---\ntitle: C\nstatus: draft\n---\n");
    expect((await lint("--fix")).stderr).toBe("0 errors, 0 warnings in 1 file\n");
  });

  test("--dry-run writes nothing and shows a diff that patch takes", async () => {
    await put("a.md", ALIASED);
    expect(await lint("--fix", "--dry-run")).toEqual({
      stdout: `--- a/a.md
+++ b/a.md
@@ -1,6 +1,6 @@
 ---
 title: Checkout stalled # still
 status: draft
-severity: SEV1
+severity: P1
 trigger: gremlins
 ---
`,
      stderr: "Would fix 1 problem in 1 file\n",
      code: 1,
    });
    expect(await read("a.md")).toBe(ALIASED);
  });

  test("--dry-run with nothing to mend lints", async () => {
    await put("a.md", ALIASED.replace("SEV1", "P1"));
    const { stdout, code } = await lint("--fix", "--dry-run");
    expect(stdout).toBe("a.md:5:10: error: Unknown trigger `gremlins` [unknown-trigger]\n");
    expect(code).toBe(1);
  });

  test("a diff of a document without a line end says so, as git does", async () => {
    await put("b.md", "---\ntitle: B\nstatus: draft\n---");
    expect((await lint("--fix", "--dry-run")).stdout).toContain(
      "----\n\\ No newline at end of file\n+---\n",
    );
  });
});

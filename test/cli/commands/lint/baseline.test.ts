import { writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { runCli } from "../../../support/run-cli.ts";
import { useTemporaryFolder } from "../../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

function lint(...args: readonly string[]) {
  return runCli(["lint", "--format", "concise", ...args], { cwd: path() });
}

function documentWith(...lines: readonly string[]): string {
  return ["---", "title: Checkout stalled", "status: draft", ...lines, "---", ""].join("\n");
}

const BROKEN = documentWith("severity: P9", "trigger: gremlins");
const HEADER = "# Problems that pm lint knew";

describe("pm lint --update-baseline", () => {
  test("records today's problems, sorted and one a line, and passes", async () => {
    await put("b.md", BROKEN);
    await put("a.md", documentWith("severity: P9"));
    const { stdout, stderr, code } = await lint("--update-baseline");
    expect({ stdout, code }).toEqual({ stdout: "", code: 0 });
    expect(stderr).toBe(
      "Wrote pm-baseline.yaml: 3 problems in 2 files\n0 errors, 0 warnings in 2 files\n",
    );
    const text = await read("pm-baseline.yaml");
    expect(text).toMatch(new RegExp(`^${HEADER}`));
    expect(text.split("\n").filter((line) => line.startsWith("- "))).toEqual([
      expect.stringMatching(
        /^- \{"path":"a\.md","rule":"unknown-severity","fingerprint":"[0-9a-f]{16}"\}$/,
      ),
      expect.stringContaining('"path":"b.md","rule":"unknown-severity"'),
      expect.stringContaining('"path":"b.md","rule":"unknown-trigger"'),
    ]);
  });

  test("does not take in a file that cannot be read, and still reports it", async () => {
    await put("a.md", BROKEN);
    await writeFile(path("latin1.md"), Buffer.from("# Caf\u00e9\n", "latin1"));
    const { stdout, stderr, code } = await lint("--update-baseline");
    expect(stdout).toContain("latin1.md:1:1");
    expect(stdout).toContain("not UTF-8 text; save it with the encoding UTF-8");
    expect(stderr).toContain("Wrote pm-baseline.yaml: 2 problems in 2 files");
    expect(code).toBe(1);
    expect(await read("pm-baseline.yaml")).not.toContain("file-unreadable");
    expect((await lint()).stdout).toContain("latin1.md:1:1");
  });

  test("two runs at the same time lose nothing of each other", async () => {
    await put("a.md", BROKEN);
    await put("b.md", BROKEN);
    const [a, b] = await Promise.all([
      lint("--update-baseline", "a.md"),
      lint("--update-baseline", "b.md"),
    ]);
    expect([a.code, b.code]).toEqual([0, 0]);
    expect((await read("pm-baseline.yaml")).match(/"path":"[ab]\.md"/g)).toHaveLength(4);
  });

  test("writes the same file again where nothing changed", async () => {
    await put("a.md", BROKEN);
    await lint("--update-baseline");
    const first = await read("pm-baseline.yaml");
    await lint("--update-baseline");
    expect(await read("pm-baseline.yaml")).toBe(first);
  });

  test("for some files keeps what it has of the others", async () => {
    await put("pm.yaml", "");
    await put("a.md", BROKEN);
    await put("b.md", BROKEN);
    await lint("--update-baseline");
    await put("a.md", documentWith());
    await lint("--update-baseline", "a.md");
    expect((await read("pm-baseline.yaml")).match(/"path":"(a|b)\.md"/g)).toEqual([
      '"path":"b.md"',
      '"path":"b.md"',
    ]);
  });

  test("of a folder without problems is a baseline that holds none", async () => {
    await put("a.md", documentWith());
    await lint("--update-baseline");
    expect(await lint()).toEqual({
      stdout: "",
      stderr: "0 errors, 0 warnings in 1 file\n",
      code: 0,
    });
  });
});

describe("a baseline", () => {
  test("leaves known problems out, also where their lines moved, and reports new ones", async () => {
    await put("a.md", BROKEN);
    await lint("--update-baseline");
    await put("a.md", documentWith("detected_by: nobody", "", "severity: P9", "trigger: gremlins"));
    expect(await lint()).toEqual({
      stdout: "a.md:4:14: error: Unknown detection source `nobody` [unknown-detection-source]\n",
      stderr: "2 known problems left out (pm-baseline.yaml)\n1 error, 0 warnings in 1 file\n",
      code: 1,
    });
  });

  test("knows one of two problems that are alike, and reports the other", async () => {
    const gap = "  - { competency: nothing.known }";
    await put("a.md", documentWith("gaps:", gap));
    await lint("--update-baseline");
    await put("a.md", documentWith("gaps:", gap, gap));
    const { stdout, code } = await lint();
    expect(stdout).toBe(
      "a.md:6:19: error: Unknown competency `nothing.known` [unknown-competency]\n",
    );
    expect(code).toBe(1);
  });

  test("that holds what is gone says so, and --prune-baseline forgets it", async () => {
    await put("a.md", BROKEN);
    await put("b.md", BROKEN);
    await lint("--update-baseline");
    await put("a.md", documentWith("severity: P9"));
    expect((await lint()).stderr).toBe(
      "3 known problems left out (pm-baseline.yaml)\n" +
        "1 problem in pm-baseline.yaml is gone: remove it with pm lint --prune-baseline\n" +
        "0 errors, 0 warnings in 2 files\n",
    );
    expect((await lint("--prune-baseline")).stderr).toBe(
      "3 known problems left out (pm-baseline.yaml)\n" +
        "Wrote pm-baseline.yaml: 1 problem removed\n" +
        "0 errors, 0 warnings in 2 files\n",
    );
    expect((await lint()).stderr).toBe(
      "3 known problems left out (pm-baseline.yaml)\n0 errors, 0 warnings in 2 files\n",
    );
  });

  test("does not call a file's problems gone that was not judged", async () => {
    await put("pm.yaml", "");
    await put("a.md", BROKEN);
    await put("b.md", BROKEN);
    await lint("--update-baseline");
    expect((await lint("a.md")).stderr).toBe(
      "2 known problems left out (pm-baseline.yaml)\n0 errors, 0 warnings in 1 file\n",
    );
  });

  test("is found beside pm.yaml whatever folder pm is started in", async () => {
    await put("pm.yaml", "folder: incidents\n");
    await put("incidents/a.md", BROKEN);
    await lint("--update-baseline");
    const { stdout, code } = await runCli(["lint"], { cwd: path("incidents") });
    expect({ stdout, code }).toEqual({ stdout: "", code: 0 });
  });

  test("is left aside with --no-baseline", async () => {
    await put("a.md", BROKEN);
    await lint("--update-baseline");
    expect((await lint("--no-baseline")).code).toBe(1);
  });

  test("that is named must be there", async () => {
    await put("a.md", BROKEN);
    expect(await lint("--baseline", "known.yaml")).toEqual({
      stdout: "",
      stderr: "pm: known.yaml: no such file\n    Create it with --update-baseline.\n",
      code: 2,
    });
  });

  test("with a mistake is exit code 2 with its place", async () => {
    await put("a.md", BROKEN);
    await put("pm-baseline.yaml", '- {"path":"a.md","rule":"x","fingerprnt":"0","message":""}\n');
    expect(await lint()).toEqual({
      stdout: "",
      stderr:
        "pm: pm-baseline.yaml:1:3 Missing key `fingerprint`, expected text\n" +
        "pm-baseline.yaml:1:29 Unknown key `fingerprnt`\n" +
        "    Did you mean `fingerprint`?\n",
      code: 2,
    });
  });
});

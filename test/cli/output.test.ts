import { beforeEach, describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const INCIDENT = "---\ntitle: Checkout stalled\ntimes: { started: 2026-03-14T02:15:00Z }\n---\n";

beforeEach(() => put("incidents/a b.md", INCIDENT));

async function signalAs(...args: readonly string[]) {
  return runCli(["signal", "--section", "documents", ...args], { cwd: path() });
}

describe("links of a report", () => {
  test("lead from where the report lies to the documents", async () => {
    await signalAs("--output", "out/signal.md");
    expect(await read("out/signal.md")).toContain("](../incidents/a%20b.md)");
  });

  test("that lies in a new folder are told where it is", async () => {
    const { stderr } = await signalAs("--output", "out/of/signal.md");
    expect(stderr).toBe("Wrote out/of/signal.md, and made the folder out/of\n");
    expect((await signalAs("--output", "out/other.md")).stderr).toBe("Wrote out/other.md\n");
  });

  test("lead below --repo-url where it is given", async () => {
    const url = "https://git.example.com/r/blob/main";
    await signalAs("--output", "out/signal.md", "--repo-url", url);
    expect(await read("out/signal.md")).toContain(`](${url}/incidents/a%20b.md)`);
  });

  test.each(["javascript:alert(1)", "git.example.com/r", "https://x y", "file:///etc"])(
    "never below %s",
    async (url) => {
      const { code, stderr } = await signalAs("--output", "s.md", "--repo-url", url);
      expect(code).toBe(2);
      expect(stderr).toContain(`Unexpected --repo-url "${url}"`);
    },
  );
});

test("a page that people began keeps what stands outside of its marks, without --force", async () => {
  await put("index.md", "# Ours\n\n<!-- pm: begin -->\n<!-- pm: end -->\n\nOwn words.\n");
  expect((await signalAs("--output", "index.md")).code).toBe(0);
  const page = await read("index.md");
  expect(page).toMatch(
    /^# Ours\n\n<!-- pm: begin -->\n\n## [\s\S]+\n\n<!-- pm: end -->\n\nOwn words\.\n$/u,
  );
  expect((await signalAs("--output", "index.md")).code).toBe(0);
  expect(await read("index.md")).toBe(page);
});

describe("where a report cannot be written", () => {
  test.each([
    ["a folder", "incidents", "already exists"],
    ["below a file", "incidents/a b.md/out.md", "could not be written"],
  ])("%s is named", async (_, output, message) => {
    const { code, stdout, stderr } = await signalAs("--output", output);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  test("folders far from here are not made, save the last", async () => {
    await put("here/pm.yaml", "folder: ../incidents\n");
    const run = (output: string) => runCli(["signal", "--output", output], { cwd: path("here") });
    expect(await run("../far/away/s.md")).toEqual({
      code: 2,
      stdout: "",
      stderr: `pm: ${path("far")}: no such folder\n    Outside the current folder, --output makes one new folder at most.\n`,
    });
    expect((await run("../far/s.md")).stderr).toContain("and made the folder ../far\n");
  });

  test("a folder is not replaced with --force either", async () => {
    const { code, stderr } = await signalAs("--output", "incidents", "--force");
    expect(code).toBe(2);
    expect(stderr).toContain("incidents could not be written");
    expect(await read("incidents/a b.md")).toBe(INCIDENT);
  });
});

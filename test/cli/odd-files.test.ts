import { symlink, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/run-cli.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

const INCIDENT =
  "# Search is down\n\n**Severity:** P2\n\n## Timeline (UTC)\n\n- 2026-03-14 10:00 Search fails\n- 2026-03-14 10:30 Search works again\n";

/** The incident under a name of its own: no copy of another. */
const named = (name: string) =>
  INCIDENT.replace("Search", name).replace("10:30", `10:3${name.length % 10}`);

async function run(...args: readonly string[]) {
  return runCli(args, { cwd: path() });
}

/** The files of the incidents that `pm list` lists. */
async function listed(): Promise<readonly string[]> {
  const { stdout } = await run("list", "--format", "csv");
  return stdout
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").at(-1)?.trim() ?? "");
}

describe("files in which nothing stands", () => {
  test.each([
    ["no byte", ""],
    ["blanks", "  \n\t\n"],
    ["a byte order mark", "\uFEFF\n"],
    ["blanks without width", "\u200B\u00A0\n"],
  ])("%s: set aside with a word by every command", async (_what, text) => {
    await put("real.md", INCIDENT);
    await put("empty.md", text);
    await put("blank.md", " \n");
    for (const args of [["list"], ["lint"], ["families"], ["gaps"], ["import"]]) {
      const { stdout, stderr } = await run(...args);
      expect(stderr, args[0]).toContain(
        "2 files set aside, not postmortems: blank.md (empty), empty.md (empty)",
      );
      expect(stdout + stderr, args[0]).not.toMatch(/copy|2 incidents|3 incidents/iu);
    }
    expect(await listed()).toEqual(["real.md"]);
    const { stderr, code } = await run("show", "empty.md");
    expect(code).toBe(2);
    expect(stderr).toContain("note: 1 file set aside, not a postmortem: empty.md (empty)\n");
  });

  test("a folder of these alone holds no incident", async () => {
    await put("empty.md", "");
    expect((await run("list")).stdout).toContain("0 incidents");
    expect((await run("lint", "empty.md")).stderr).toContain("0 errors, 0 warnings in 0 files");
  });
});

describe("a README alone in its folder", () => {
  test.each([
    ["x/README.md", "# Team docs\n\nWelcome.\n", false],
    ["x/index.md", "# Team docs\n\nWelcome.\n", false],
    ["docs/onboarding/readme.md", "# Onboarding\n\n## Summary\n\nRead on.\n", false],
    ["checkout-stalled/README.md", named("Checkout"), true],
    [
      "checkout-stalled/index.md",
      "# Checkout stalled\n\n## Impact\n\nNo orders.\n\n## Root cause\n\nA full queue.\n",
      true,
    ],
    ["2026-01-05-checkout/README.md", "# Checkout stalled\n\nThe queue was full.\n", true],
    ["outage-of-search/index.md", "# Search is down\n\nThe index was full.\n", true],
  ])("%s, %j: an incident only where it is one", async (file, text, isIncident) => {
    await put("real.md", INCIDENT);
    await put(file, text);
    expect(await listed()).toEqual(isIncident ? expect.arrayContaining([file]) : ["real.md"]);
    const { stderr } = await run("lint");
    if (!isIncident) expect(stderr).toContain(`not a postmortem: ${file} (a README)`);
  });
});

describe("endings in other cases", () => {
  test.each(["o.MD", "o.Markdown", "o.Md", "o.MARKDOWN", "o.mdX"])("%s is read", async (name) => {
    await put("real.md", INCIDENT);
    await put(name, named(name));
    expect((await listed()).toSorted()).toEqual([name, "real.md"].toSorted());
    expect((await run("lint")).stderr).toContain(" in 2 files");
  });

  test.each([
    ["include", "folder: .\ninclude: ['pm/**/*.md']\n", ["pm/a.md", "pm/o.MD"]],
    ["exclude", "folder: .\nexclude: ['pm/*.md']\n", ["x.md", "z/README.MD"]],
    ["a named file", "folder: .\ninclude: ['**/README.md']\n", ["z/README.MD"]],
  ])("%s of pm.yaml names them too", async (_what, config, files) => {
    await put("pm.yaml", config);
    for (const file of ["pm/a.md", "pm/o.MD", "x.md", "z/README.MD"]) await put(file, named(file));
    expect((await listed()).toSorted()).toEqual(files);
  });

  test("a README stays one, and other endings are named", async () => {
    await put("real.md", INCIDENT);
    await put("README.MD", "# Docs\n");
    await put("a.TXT", INCIDENT);
    expect((await run("list")).stderr).toContain(
      "2 files set aside, not postmortems: a.TXT (not named by `include`), README.MD",
    );
  });
});

test("what may be a postmortem is named before what is a README", async () => {
  for (const name of ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "a/README.md", "a/b.md"]) {
    await put(name, "# Docs\n");
  }
  await put("PM2022-008 Kafka.md", INCIDENT);
  await put("PM2022-009 Search is down", INCIDENT);
  expect((await run("list")).stderr).toContain(
    "set aside, not postmortems: PM2022-009 Search is down (not named by `include`), ",
  );
});

describe("what is left out", () => {
  const LATIN1 = Buffer.from("# Panne \u00e9lectrique\n", "latin1");

  test.each([["--write"], ["--diff"], ["--learn-map"], ["--write", "--inferred"]])(
    "pm import %s ends with 1",
    async (...options) => {
      await put("pm.yaml", "folder: .\n");
      await put("real.md", INCIDENT);
      expect((await run("import", ...options)).code).toBe(0);
      await writeFile(path("latin1.md"), LATIN1);
      const { code, stderr } = await run("import", ...options);
      expect(stderr).toContain("latin1.md was left out");
      expect(code).toBe(1);
    },
  );

  test("pm import ends with 1 where a link is broken", async () => {
    await put("real.md", INCIDENT);
    await symlink("nowhere.md", path("link.md"));
    const { code, stderr } = await run("import", "--write");
    expect(stderr).toContain("link.md was left out: a broken link");
    expect(code).toBe(1);
  });

  test.each([["."], ["*.md"]])("pm show %s says that it shows one of several", async (what) => {
    await put("a.md", INCIDENT);
    expect((await run("show", what)).stderr).toBe("");
    await put("b.md", named("Checkout"));
    await put("c.md", named("Payments"));
    const { code, stderr } = await run("show", what);
    expect(code).toBe(0);
    expect(stderr).toBe(
      `note: only a.md is shown, not 2 other postmortems of ${what}: name one, such as b.md; pm list lists all\n`,
    );
  });
});

test("the help says what counts, and which window is the default", async () => {
  const help = async (command: string) =>
    (await run(command, "--help")).stdout.replaceAll(/\s+/gu, " ");
  expect(await help("import")).toContain("reports count all but drafts");
  expect(await help("review")).toContain("(default: the last calendar month)");
  expect(await help("review")).not.toContain("2026-01-01 (default: all)");
  expect(await help("gaps")).toContain("2026-01-01 (default: all)");
});

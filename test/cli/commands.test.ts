import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SCHEMA_NAMES } from "../../src/schema/json-schema.ts";
import { runCli } from "../support/run-cli.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pm-test-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, text: string): Promise<void> {
  await mkdir(join(folder, name, ".."), { recursive: true });
  await writeFile(join(folder, name), text);
}

const DRAFT = "---\ntitle: Checkout stalled\nstatus: draft\n---\n";

describe("usage", () => {
  test("no command shows the help", async () => {
    const { stdout, code } = await runCli([]);
    expect(stdout).toContain("Usage: pm [options] [command]");
    expect(code).toBe(0);
  });

  test("a folder where none is taken is exit code 2, with the option that takes it", async () => {
    const { stderr, code } = await runCli(["gaps", "incidents"], { cwd: folder });
    expect(stderr).toBe(
      "pm: too many arguments for 'gaps'. Expected 0 arguments but got 1.\n(--dir names a folder; a value with blanks needs quotes)\n(see --help)\n",
    );
    expect(code).toBe(2);
  });

  test("a word that an argument does not take is exit code 2, with those that it takes", async () => {
    const { stderr, code } = await runCli(["completion", "tcsh"]);
    expect(stderr).toContain("pm: <shell> 'tcsh' is invalid. Allowed choices are bash, zsh, fish.");
    expect(code).toBe(2);
  });

  test("an unknown command is exit code 2, with a suggestion", async () => {
    const { stdout, stderr, code } = await runCli(["gasp"]);
    expect(stderr).toBe("pm: unknown command 'gasp'\n(Did you mean gaps?)\n(see --help)\n");
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  });

  test.each([
    [
      ["gaps", "--dir", "nowhere"],
      "pm: nowhere: no such folder\n    Set --dir to a folder of postmortems.\n",
    ],
    [
      ["gaps", "--dir", "examples/pm.yaml"],
      "pm: examples/pm.yaml: not a folder\n    Set --dir to a folder of postmortems.\n",
    ],
    [
      ["gaps", "--dir", "/"],
      "pm: /: pm does not read a whole file system\n    Name the folder of postmortems with --dir, or run `pm init` in your repository.\n",
    ],
    [
      ["gaps", "--dir", "examples", "--compare", "2025-02..2025-01"],
      "pm: Unexpected --compare 2025-02-01..2025-01-01, which ends before it begins\n",
    ],
    [
      ["gaps", "--dir", "examples", "--service", "ledgre"],
      "pm: Unknown service `ledgre`\n    Did you mean `ledger`?\n",
    ],
    [
      ["gaps", "--dir", "examples", "--section", "nope"],
      "pm: Unknown section `nope` of `pm gaps`\n    Available: gaps.\n",
    ],
    [
      ["gaps", "--dir", "examples", "--section", "evidence"],
      "pm: `pm gaps` has the section `evidence` only with another option\n    Add --evidence.\n",
    ],
    [
      ["gaps", "--dir", "examples", "--competency", "alertng"],
      "pm: Unknown competency `alertng`\n    Did you mean `observability.alerting`?\n",
    ],
    [
      ["gaps", "--dir", "examples", "--kind", "knowlege"],
      "pm: Unknown kind `knowlege`\n    Did you mean `knowledge`?\n",
    ],
    [
      ["gaps", "--dir", "examples", "--since", "1q", "--compare", "last"],
      'pm: Unexpected --compare "last", expected prior, year-ago or SINCE..UNTIL\n',
    ],
    [["lint", "nowhere.md"], "pm: nowhere.md: no such file or folder\n"],
    [["lint", "examples/*.txt"], "pm: examples/*.txt: no file matches this pattern\n"],
    [
      ["explain", "gap-evidnce"],
      "pm: Unknown rule, term or verdict `gap-evidnce`\n    Did you mean `gap-evidence`?\n",
    ],
    [["show", "nowhere.md"], "pm: nowhere.md: no such file or folder\n"],
  ])("%j is exit code 2 and says what to do", async (args, message) => {
    expect(await runCli(args)).toEqual({ stdout: "", stderr: message, code: 2 });
  });

  test("an unreadable period says what is accepted", async () => {
    const { stderr, code } = await runCli(["gaps", "--dir", "examples", "--since", "6 moons"]);
    expect(stderr).toContain(
      'Unexpected --since "6 moons", expected a period (6mo, 90d, 2q, 1y, 3w)',
    );
    expect(code).toBe(2);
  });

  test("an output that fails is a bug of ours: exit code 3", async () => {
    const { main } = await import("../../src/cli/main.ts");
    const failing = {
      isTerminal: false,
      columns: null,
      write: () => Promise.reject(new Error("disk")),
    };
    let stderr = "";
    const code = await main(["explain"], {
      cwd: folder,
      env: {},
      now: () => 0,
      stdout: failing,
      stderr: { ...failing, write: (text) => Promise.resolve(void (stderr += text)) },
      ask: null,
      edit: () => Promise.resolve(true),
      readStdin: () => Promise.resolve(new Uint8Array()),
      untilInterrupted: () => Promise.resolve(),
    });
    expect(stderr).toContain("pm: this is a bug in pm");
    expect(code).toBe(3);
  });
});

test("a taxonomy that is not there is told with the key that names it", async () => {
  await put("pm.yaml", "taxonomy: taxonmy.yaml\n");
  expect(await runCli(["gaps"], { cwd: folder })).toMatchObject({
    code: 2,
    stderr:
      "pm: taxonmy.yaml: no such file\n    `taxonomy` in pm.yaml names it: correct the name, or remove the line.\n",
  });
});

describe("pm init", () => {
  test.each([["lint"], ["lint", "."], ["gaps"], ["import"], ["suggest"], ["list"]])(
    "is what to run next where nothing is set up: %s",
    async (...args) => {
      const { stderr, code } = await runCli(args, { cwd: folder });
      expect(stderr).toContain("pm: .: no postmortems in this folder\n");
      expect(stderr).toContain("`pm init` finds those of a repository and sets it up.\n");
      expect(code).toBe(2);
    },
  );

  test("writes what is missing and keeps what is there", async () => {
    await put("taxonomy.yaml", "version: 1\n");
    const { stdout, stderr, code } = await runCli(["init"], { cwd: folder });
    expect(stdout.split("\n").slice(0, 2)).toEqual(["pm.yaml", "templates/full.md"]);
    expect(stdout.match(/^\.pm\/.*$/gm)).toHaveLength(SCHEMA_NAMES.length);
    expect(stderr).toContain("kept     taxonomy.yaml (already there)");
    expect(await readFile(join(folder, "taxonomy.yaml"), "utf8")).toBe("version: 1\n");
    expect(code).toBe(0);
  });

  test("makes the folder, in which lint and reports are green and say what to do next", async () => {
    expect((await runCli(["init"], { cwd: folder })).stdout).toContain("postmortems/.gitkeep\n");
    const next = 'note: no postmortems yet: pm new "What broke" writes the first\n';
    const commands = [["lint"], ["lint", "postmortems"], ["lint", "."], ["gaps"], ["import"]];
    for (const args of [...commands, ["suggest", "postmortems"]]) {
      const { stderr, code } = await runCli(args, { cwd: folder });
      expect([args, code, stderr]).toEqual([args, 0, expect.stringContaining(next)]);
    }
    await put("postmortems/notes.txt", "Something else");
    const other = await runCli(["lint"], { cwd: folder });
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining("no postmortems in")]);
  });

  const FOUND = "# Disk full\n\n## Impact\n\nNo orders.\n\n## Root cause\n\nLogs had no limit.\n";
  const GUIDE = "# Set up\n\n## Overview\n\nRead this.\n\n## Next steps\n\nGo on.\n";

  test.each<[name: string, files: readonly string[], line: string, said: string]>([
    ["the folder itself", ["a.md", "2026-03-14-b.md"], "folder: .", "Found 2 postmortems here\n"],
    ["a usual one", ["docs/incidents/a.md"], "folder: docs/incidents", "in docs/incidents\n"],
    ["by year", ["ops/2025/a.md", "ops/2026/b.md"], "folder: ops", "Found 2 postmortems in ops\n"],
    [
      "of one year so far",
      ["ops/2025/a.md", "ops/2025/b.md"],
      "folder: ops",
      "2 postmortems in ops\n",
    ],
    ["one with a space", ["our outages/a.md"], 'folder: "our outages"', "in our outages\n"],
    ["deep below", ["a/b/c/d/e.md"], "folder: a/b/c/d", "Found 1 postmortem in a/b/c/d\n"],
    ["hidden or not ours", [".x/a.md", "node_modules/x/a.md"], "", ""],
  ])("finds where postmortems are already: %s", async (_, files, line, said) => {
    await put("docs/guides/set-up.md", GUIDE);
    await put("README.md", FOUND);
    for (const name of files) await put(name, FOUND);
    const { stderr } = await runCli(["init"], { cwd: folder });
    const config = await readFile(join(folder, "pm.yaml"), "utf8");
    expect(config).toContain(line === "" ? "folder: postmortems\n" : `${line}\n`);
    if (line === "") {
      expect(stderr).not.toContain("Found");
      return;
    }
    expect(stderr).toContain(said);
    expect(stderr).toContain("  2. pm import ");
    const { stdout, code } = await runCli(["import", "--format", "csv"], { cwd: folder });
    expect(stdout.match(/Disk full/g)).toHaveLength(files.length);
    expect({ isTemplateRead: stdout.includes("templates/full.md"), code }).toEqual({
      isTemplateRead: false,
      code: 0,
    });
  });

  test("proposes the teams and services that CODEOWNERS and the catalog name, and assumes none", async () => {
    await put(".github/CODEOWNERS", "* @acme/payments @bob # not @acme/comment\n/x @acme/ledger\n");
    await put(
      "catalog-info.yaml",
      "kind: Component\nmetadata: { name: checkout-api }\nspec: { owner: group:default/payments }\n---\nkind: Component\nmetadata: { name: reports }\nspec: { owner: user:bob }\n",
    );
    const { stderr } = await runCli(["init"], { cwd: folder });
    expect(stderr).toContain(
      "Found 2 teams and 2 services in .github/CODEOWNERS, catalog-info.yaml: remove the # before those that are yours.\n",
    );
    const taxonomy = await readFile(join(folder, "taxonomy.yaml"), "utf8");
    expect(taxonomy).toContain(`#  - { id: ledger }   # in .github/CODEOWNERS
#  - { id: payments }   # in .github/CODEOWNERS
`);
    expect(taxonomy).toContain(`#  - { id: checkout-api, owner: payments }   # in catalog-info.yaml
#  - { id: reports, owner: "" }   # in catalog-info.yaml
`);
    expect(taxonomy).not.toContain("bob");
    const listed = taxonomy.replace(/^#(?=.*# in )(?!.*""})(?!.*"")/gm, "");
    await put("taxonomy.yaml", listed);
    const { stdout, code } = await runCli(["taxonomy", "list", "--format", "csv"], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toContain("messaging.backpressure");
  });

  test("a file that cannot be read as a catalog names nothing", async () => {
    await put("catalog-info.yaml", "kind: [\n");
    const { code, stderr } = await runCli(["init"], { cwd: folder });
    expect({ code, isFound: stderr.includes("Found") }).toEqual({ code: 0, isFound: false });
  });

  test("names what lies outside the folder that holds most of them", async () => {
    for (const file of ["ops/a.md", "ops/b.md", "ops/c.md", "old/d.md"]) await put(file, FOUND);
    const { stderr } = await runCli(["init"], { cwd: folder });
    expect(stderr).toContain(
      "Found 3 postmortems in ops\n1 other file reads like a postmortem and will not be read: old/d.md. Change `folder` in pm.yaml if they belong here.\n",
    );
  });

  const ODD = "# What we saw\n\nThe disks of the warehouse were full at night.\n";

  test("names what lies beside postmortems and does not read like one, and why", async () => {
    await put("outages/a.md", FOUND);
    await put("outages/odd.md", ODD);
    await put("outages/runbook.md", "# Runbook: full disks\n\nDelete logs.\n");
    const { stderr } = await runCli(["init"], { cwd: folder });
    expect(stderr).toContain(
      "Found 1 postmortem in outages\nFound 1 more in outages in which pm recognises too little (a time of day, a severity, a timeline, a gap, or two usual sections): outages/odd.md. Reports read it all the same; `exclude` in pm.yaml leaves files out.\nSet aside 1 file in outages: outages/runbook.md (a runbook).\n",
    );
    expect((await runCli(["list"], { cwd: folder })).stdout).toContain("odd");
  });

  test.each([
    ["a usual folder", "incidents/odd.md", "incidents"],
    ["a folder that is called like them", "our-outages/odd.md", "our-outages"],
    ["a dated name", "notes/2026-03-14.md", "notes"],
  ])("sees documents that do not read like postmortems: %s", async (_, name, place) => {
    await put(name, ODD);
    const { stderr } = await runCli(["init"], { cwd: folder });
    expect(await readFile(join(folder, "pm.yaml"), "utf8")).toContain(`folder: ${place}\n`);
    expect(stderr).toContain(`Found 1 in ${place} in which pm recognises too little`);
    expect(stderr).toContain("  2. pm import ");
  });

  test("says the same when it runs again, and knows its own folder", async () => {
    for (const args of [
      ["init", ".", "--folder", "."],
      ["init", "."],
    ]) {
      const { stderr } = await runCli(args, { cwd: folder });
      expect(stderr).toContain('pm new "What broke"      writes your first postmortem here.\n');
    }
  });

  test.each([[["init", "notes.txt"]], [["init", ".", "--folder", "notes.txt"]]])(
    "refuses a file: pm %s",
    async (args) => {
      await put("notes.txt", "Something else");
      expect(await runCli(args, { cwd: folder })).toMatchObject({
        code: 2,
        stderr:
          "pm: notes.txt: a file, not a folder\n    pm init sets up a repository: name its folder, or run it there without an argument.\n",
      });
    },
  );

  test("--folder says where they are, or are to be", async () => {
    await put("incidents/a.md", FOUND);
    const { stderr } = await runCli(["init", "--folder", "./ops/"], { cwd: folder });
    expect(await readFile(join(folder, "pm.yaml"), "utf8")).toContain("folder: ops\n");
    expect(stderr).toContain("writes your first postmortem in ops.");
  });

  test("what it writes can be used at once", async () => {
    await runCli(["init"], { cwd: folder });
    await runCli(["new", "Checkout stalled", "--severity", "SEV1"], { cwd: folder });
    const { stderr, code } = await runCli(["lint", "--max-warnings", "0"], { cwd: folder });
    expect({ stderr, code }).toEqual({ stderr: "0 errors, 0 warnings in 1 file\n", code: 0 });
  });
});

describe("pm new", () => {
  test.each(["full", "light", "narrative"])(
    "template %s passes lint as a draft, and not as final",
    async (template) => {
      const args = ["new", 'Queue: "stuck" #1', "--template", template, "--severity", "P1"];
      const made = await runCli([...args, "--service", "checkout"], { cwd: folder });
      const name = "2026-07-01-queue-stuck-1.md";
      expect({ stdout: made.stdout, code: made.code }).toEqual({ stdout: `${name}\n`, code: 0 });
      const draft = await runCli(["lint", "--max-warnings", "0", name], { cwd: folder });
      expect(draft).toEqual({ stdout: "", stderr: "0 errors, 0 warnings in 1 file\n", code: 0 });
      const text = await readFile(join(folder, name), "utf8");
      await writeFile(join(folder, name), text.replace("status: draft", "status: final"));
      const final = await runCli(["lint", name], { cwd: folder });
      const prompts = text.match(/<!-- prompt:/g)?.length;
      expect(final.stdout.match(/\[prompt-unanswered\]/g)?.length).toBe(prompts);
      expect(final.code).toBe(1);
    },
  );

  test("never overwrites", async () => {
    await runCli(["new", "Twice"], { cwd: folder });
    const { stdout, stderr, code } = await runCli(["new", "Twice"], { cwd: folder });
    expect(stderr).toContain(
      "2026-07-01-twice.md already exists; nothing was written\n    Give another --title, or add --force.",
    );
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  });

  test("asks at a terminal, with the taxonomy's values", async () => {
    const asked: string[] = [];
    const ask = {
      text: (message: string, options: { readonly default?: string }) => {
        asked.push(message);
        return Promise.resolve(options.default ?? "Asked for");
      },
      one: (message: string, choices: readonly { readonly value: string }[]) => {
        asked.push(`${message}: ${choices.map(({ value }) => value).join(" ")}`);
        return Promise.resolve("P3");
      },
      many: () => Promise.resolve([]),
    };
    const { stdout, code } = await runCli(["new"], { cwd: folder, ask });
    expect(asked).toEqual([
      "Title (what broke, for whom)",
      "Severity: P1 P2 P3 P4",
      "Services (ids, separated by commas)",
      "Started at (UTC without an offset)",
    ]);
    expect({ stdout, code }).toEqual({ stdout: "2026-07-01-asked-for.md\n", code: 0 });
  });

  test("takes the template that pm.yaml gives a severity, and a team's own", async () => {
    await put(
      "pm.yaml",
      "folder: pms\ntemplates: own\nnew:\n  template_by_severity: { P4: tiny }\n",
    );
    await put("own/tiny.md", "---\ntitle: {{title}}\nstatus: draft\n---\n\n# {{title}}\n");
    await runCli(["new", "Small", "--severity", "P4"], { cwd: folder });
    const text = await readFile(join(folder, "pms/2026-07-01-small.md"), "utf8");
    expect(text).toBe("---\ntitle: Small\nstatus: draft\n---\n\n# Small\n");
  });
});

describe("bad input is normal input", () => {
  test("a report does not rest on the file of decisions, of which pm suggest tells", async () => {
    await put(
      "a.md",
      "# Checkout stalled\n\nStarted: 2026-03-14 02:15 UTC\n\n## Contributing factors\n\nNobody on call knew how to read the consumer lag dashboard.\n\n## Timeline\n\n- 02:15 Errors rise.\n- 03:15 Resolved.\n",
    );
    const gaps = () => runCli(["gaps", "--dir", folder, "--as-of", "2026-04-01"]);
    expect((await gaps()).stdout).toContain("`pm suggest` proposes 1 from the prose");
    await put("pm-suggestions.yaml", "- 1\n");
    const { stdout, stderr, code } = await gaps();
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    expect(stdout).toContain("`pm suggest` proposes gaps from the prose");
    expect((await runCli(["suggest", "--dir", folder])).stderr).toContain(
      "pm-suggestions.yaml:1:3",
    );
  });

  test("a hostile frontmatter runs nothing, is named, and the rest is counted", async () => {
    await put("a.md", "---js\n(globalThis.pwned = true, { title: 1 })\n---\n# A\n");
    await put("b.md", "---\ntitle: B\ntimes:\n  started: 2026-06-01T00:00:00Z\n---\n");
    const { stdout, stderr, code } = await runCli(["ttd", "--by", "all"], { cwd: folder });
    expect("pwned" in globalThis).toBe(false);
    expect(stderr).toContain(
      "warning: a.md:1: Unexpected frontmatter language `js`, expected YAML",
    );
    expect(stdout).toContain("1 incident");
    expect(code).toBe(0);
  });

  test("a file that is no text is named, the rest is linted", async () => {
    await writeFile(join(folder, "a.md"), Buffer.from([0x80, 0x81, 0x00]));
    await put("b.md", DRAFT);
    expect(await runCli(["lint"], { cwd: folder })).toEqual({
      stdout:
        "a.md\n  1:1 error This file could not be read: not UTF-8 text; save it with the encoding UTF-8 [file-unreadable]\n",
      stderr: "1 error, 0 warnings in 2 files\n",
      code: 1,
    });
  });

  test("a broken taxonomy is exit code 2 with the place and the fix", async () => {
    await put(
      "taxonomy.yaml",
      "version: 1\nteams:\n  - id: payments\nservices:\n  - { id: ledger, owner: paymets }\n",
    );
    await put("a.md", DRAFT);
    expect(await runCli(["gaps"], { cwd: folder })).toEqual({
      stdout: "",
      stderr:
        "pm: taxonomy.yaml:5:26 Unknown owner `paymets` of service `ledger`\n    Did you mean `payments`?\n",
      code: 2,
    });
  });

  test("an unknown key in pm.yaml is exit code 2 with a suggestion", async () => {
    await put("pm.yaml", "foldr: .\nlint:\n  rules:\n    gap-evidence: off\n");
    expect(await runCli(["lint"], { cwd: folder })).toEqual({
      stdout: "",
      stderr: "pm: pm.yaml:1:1 Unknown key `foldr`\n    Did you mean `folder`?\n",
      code: 2,
    });
  });

  test("an unknown rule in pm.yaml is exit code 2 with a suggestion", async () => {
    await put("pm.yaml", "lint:\n  rules:\n    gap-evidnce: off\n");
    expect(await runCli(["lint"], { cwd: folder })).toEqual({
      stdout: "",
      stderr: "pm: pm.yaml:3:5 Unknown rule `gap-evidnce`\n    Did you mean `gap-evidence`?\n",
      code: 2,
    });
  });

  test("READMEs and templates are set aside with a word", async () => {
    await put("README.md", "# Postmortems\n");
    await put("a.md", DRAFT);
    const { stderr } = await runCli(["lint"], { cwd: folder });
    expect(stderr).toBe(
      "note: 1 file set aside, not a postmortem: README.md\n0 errors, 0 warnings in 1 file\n",
    );
  });

  test("a window without incidents says where the data is", async () => {
    await put("a.md", "---\ntitle: A\ntimes:\n  started: 2025-03-14T00:00:00Z\n---\n");
    const { stdout } = await runCli(["gaps", "--since", "6mo"], { cwd: folder });
    expect(stdout).toContain("Newest: 2025-03-14; try --since 2y.");
  });
});

describe("output", () => {
  test("--output writes a file in the format of its ending, and replaces none without --force", async () => {
    await put("a.md", "---\ntitle: A\ntimes:\n  started: 2026-06-01T00:00:00Z\n---\n");
    const args = ["ttd", "--output", "ttd.csv", "--by", "all"];
    const first = await runCli(args, { cwd: folder });
    expect(first).toMatchObject({ stdout: "", code: 0 });
    expect(first.stderr).toContain("Wrote ttd.csv\n");
    const csv = await readFile(join(folder, "ttd.csv"), "utf8");
    expect(csv.split("\n")[0]).toContain("time_to_diagnose_median_minutes");
    const second = await runCli(args, { cwd: folder });
    expect(second.stderr).toContain("ttd.csv already exists; nothing was written");
    expect(second.code).toBe(2);
    expect((await runCli([...args, "--force"], { cwd: folder })).code).toBe(0);
    expect(await readdir(folder)).toEqual(["a.md", "ttd.csv"]);
  });

  test.each([
    ["list", "out.csv"],
    ["families", "out.csv"],
    ["similar", "queue", "--output", "out.csv"],
    ["suggest", "out.csv"],
    ["show", "a.md", "--output", "out.csv"],
    ["taxonomy", "list", "--output", "out.csv"],
    ["taxonomy", "usage", "--output", "out.csv"],
    ["taxonomy", "adopt", "--output", "out.csv"],
    ["lint", "--output", "out.json"],
    ["import", "out.md"],
    ["import", "--learn-map", "--output", "map.yaml"],
    ["calibrate", "a", "--output", "out.csv"],
    ["sql", "select 1", "--output", "out.csv"],
    ["actions", "out.ics"],
    ["list", "out.md"],
  ])("a file in the way is said before anything else: %s %s", async (...args) => {
    const [output = ""] = args.slice(-1);
    await put("broken.md", "---\ntitle: [A\n---\n");
    await put(output, "mine\n");
    const asked = args.includes("--output") ? args : [...args.slice(0, -1), "--output", output];
    expect(await runCli(asked, { cwd: folder })).toMatchObject({
      stdout: "",
      stderr: `pm: ${output} already exists; nothing was written\n    Choose another name, or add --force.\n`,
      code: 2,
    });
  });

  test.each([
    [["--by", "team, competency"], "group,incidents,incidents_"],
    [["--by", "kind,kind"], "group,incidents,incidents_n,incidents_share,"],
    [["--since", "2026-Q1", "--until", "2026-Q3", "--compare", "prior"], ",share_ratio,"],
    [["--team", "ledger", "--by", "team"], "\nledger,"],
  ])("gaps %j", async (args, expected) => {
    const { stdout, code } = await runCli([
      "gaps",
      "--dir",
      "examples",
      "--format",
      "csv",
      ...args,
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain(expected);
  });

  test.each(["team,team,kind", "team,nothing"])("gaps --by %s is refused", async (by) => {
    const { stderr, code } = await runCli(["gaps", "--dir", "examples", "--by", by]);
    expect(code).toBe(2);
    expect(stderr).toContain("Allowed are one or two of competency, domain, kind");
  });

  test("the same input gives the same bytes, and no colour at a pipe", async () => {
    const args = ["gaps", "--dir", "examples", "--as-of", "2026-07-01", "--evidence"];
    const first = await runCli(args);
    expect(first).toEqual(await runCli(args));
    expect(first.stdout).not.toContain("\u001b");
  });

  test("csv says on standard error what it has no place for", async () => {
    const args = [
      "ttd",
      "--dir",
      "examples",
      "--as-of",
      "2026-07-01",
      "--format",
      "csv",
      "--limit",
      "1",
    ];
    const { stdout, stderr } = await runCli(args);
    expect(stdout.trimEnd().split("\n")).toHaveLength(2);
    expect(stderr).toContain("more rows not shown (--limit 1).");
    expect(stderr).toContain(
      "csv holds one table, durations; choose another with --section: extended.",
    );
  });

  test("no report is narrowed to a team of one person", async () => {
    await put("taxonomy.yaml", "version: 1\nteams:\n  - { id: solo, size: 1 }\n");
    await put("a.md", DRAFT);
    const { stderr, code } = await runCli(["gaps", "--team", "solo"], { cwd: folder });
    expect(stderr).toContain("Team `solo` is one person");
    expect(code).toBe(2);
  });

  test("no report names a person", async () => {
    await put(
      "a.md",
      "---\ntitle: A\nteams: ['@alex']\ntimes:\n  started: 2026-06-01T00:00:00Z\ngaps:\n  - competency: messaging.backpressure\n    evidence: '@alex told alex@example.com of the lag'\n---\n",
    );
    const { stdout } = await runCli(["gaps", "--evidence"], { cwd: folder });
    expect(stdout).toContain("[person] told [person] of the lag");
    expect(stdout).not.toContain("alex");
  });
});

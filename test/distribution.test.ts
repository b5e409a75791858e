import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { ROOT, runCli } from "./support/run-cli.ts";
import { useTemporaryFolder } from "./support/temporary-folder.ts";

const stepSchema = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
  shell: z.literal("bash").optional(),
  env: z.record(z.string(), z.string()).optional(),
  run: z.string().optional(),
});

const actionSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  author: z.string(),
  branding: z.record(z.string(), z.string()),
  inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({ using: z.literal("composite"), steps: z.array(stepSchema) }),
});

const hooksSchema = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    entry: z.string(),
    language: z.literal("node"),
    types_or: z.array(z.string()),
    pass_filenames: z.literal(true),
    require_serial: z.literal(true),
    minimum_pre_commit_version: z.string(),
  }),
);

function readRoot(name: string): Promise<string> {
  return readFile(join(ROOT, name), "utf8");
}

const action = actionSchema.parse(parse(await readRoot("action.yml")));
const { steps } = action.runs;
const LINT_SCRIPT = ".github/action/lint.sh";

describe("action.yml", () => {
  test("nothing that a pull request can name becomes part of a script", () => {
    const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) expect(run).not.toContain("${{");
  });

  test("its expressions name inputs, steps and outputs that there are", async () => {
    const text = await readRoot("action.yml");
    const inputs = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect(new Set(inputs)).toEqual(new Set(Object.keys(action.inputs)));
    const scripts = { install: await readRoot(".github/action/install.sh") };
    const outputs = { ...scripts, lint: await readRoot(LINT_SCRIPT) };
    for (const [, step, output] of text.matchAll(/steps\.(\w+)\.outputs\.([\w-]+)/g)) {
      expect(steps.map(({ id }) => id)).toContain(step);
      expect(outputs[step as keyof typeof outputs]).toContain(`"${output ?? ""}=`);
    }
  });

  test("each script is there, and gets every variable that it reads", async () => {
    for (const { run = "", env = {} } of steps) {
      const [, path] = /\$GITHUB_ACTION_PATH\/([\w./-]+)/.exec(run) ?? [];
      const script = path === undefined ? run : await readRoot(path);
      const read = [...script.matchAll(/\$\{?(PM(?:_\w+)?)\b/g)].map(([, name]) => name);
      expect(new Set(read)).toEqual(new Set(Object.keys(env)));
    }
  });

  test("what others wrote is pinned to a major version", () => {
    const uses = steps.flatMap((step) => (step.uses === undefined ? [] : [step.uses]));
    expect(uses).not.toEqual([]);
    for (const one of uses) expect(one).toMatch(/^[\w-]+(\/[\w-]+)+@v\d+$/);
  });

  test("the verdict comes after the upload", () => {
    const upload = steps.findIndex(({ uses }) => uses?.includes("upload-sarif"));
    const verdict = steps.findIndex(({ run }) => run === 'exit "$PM_EXIT_CODE"');
    expect(upload).toBeGreaterThan(-1);
    expect(verdict).toBeGreaterThan(upload);
  });
});

describe("options of pm lint", () => {
  test.each([LINT_SCRIPT, ".pre-commit-hooks.yaml"])("%s uses only what there is", async (name) => {
    const { stdout: help } = await runCli(["lint", "--help"]);
    const code = (await readRoot(name)).replace(/^\s*#.*$/gm, "");
    const flags = [...code.matchAll(/(?<![\w-])--[a-z][\w-]*/g)].map(([flag]) => flag);
    for (const flag of flags) expect(help).toMatch(new RegExp(`^ +${flag}\\b`, "m"));
    const formats = [...code.matchAll(/--format (\w+)/g)].map(([, format]) => format ?? "");
    const choices = /--format[\s\S]*?choices:([^)]*)/.exec(help)?.[1];
    for (const format of formats) expect(choices).toContain(`"${format}"`);
  });
});

test(".pre-commit-hooks.yaml runs the command that the package installs", async () => {
  const hooks = hooksSchema.parse(parse(await readRoot(".pre-commit-hooks.yaml")));
  const { bin } = z
    .object({ bin: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readRoot("package.json")));
  for (const { entry } of hooks) {
    const [program = "", command = ""] = entry.split(" ");
    expect(Object.keys(bin)).toContain(program);
    expect((await runCli([command, "--help"])).code).toBe(0);
  }
  expect(hooks.map(({ id }) => id)).toEqual(["pm-lint"]);
});

const canRun = (program: string) => spawnSync(program, ["--version"]).status === 0;
const isPosix = process.platform !== "win32";

describe.skipIf(!isPosix || !canRun("bash") || !canRun("git"))("the action's script", () => {
  const { path, put, read } = useTemporaryFolder();

  beforeEach(async () => {
    await mkdir(path("runner"));
  });

  function run(program: string, args: readonly string[], variables: Record<string, string> = {}) {
    const { PATH = "" } = process.env;
    const identity = { GIT_AUTHOR_NAME: "ci", GIT_AUTHOR_EMAIL: "ci@example.com" };
    const committer = { GIT_COMMITTER_NAME: "ci", GIT_COMMITTER_EMAIL: "ci@example.com" };
    const env = { PATH, ...identity, ...committer, ...variables };
    const cwd = path("repository");
    return spawnSync(program, [...args], { cwd, env, encoding: "utf8" });
  }

  async function commit(name: string, text: string): Promise<string> {
    await put(`repository/${name}`, text);
    run("git", ["init", "--quiet"]);
    run("git", ["add", "--all"]);
    run("git", ["commit", "--quiet", "--message", name]);
    return run("git", ["rev-parse", "HEAD"]).stdout.trim();
  }

  /** Runs the script as the action does. */
  async function lint(inputs: Record<string, string>) {
    await put("output", "");
    const { status, stdout, stderr } = run("bash", [join(ROOT, LINT_SCRIPT)], {
      PM: join(ROOT, "bin/pm.js"),
      RUNNER_TEMP: path("runner"),
      GITHUB_OUTPUT: path("output"),
      ...inputs,
    });
    return { status, stdout, stderr, outputs: await read("output") };
  }

  const DRAFT = "---\ntitle: A\nstatus: draft\n---\n";
  const BROKEN = "---\ntitle: B\nstatus: drft\n---\n";

  test("lints what changed, and leaves the failing to the last step", async () => {
    await commit("pm.yaml", "folder: post mortems\n");
    const base = await commit("post mortems/old.md", BROKEN);
    await commit("post mortems/new.md", BROKEN);
    const { status, stdout, outputs } = await lint({ PM_BASE: base });
    expect(stdout).toContain("::error file=post mortems/new.md,");
    expect(stdout).not.toContain("old.md");
    expect({ status, outputs }).toEqual({
      status: 0,
      outputs: `sarif-file=${path("runner/pm.sarif")}\nexit-code=1\n`,
    });
    expect(JSON.parse(await read("runner/pm.sarif"))).toMatchObject({ version: "2.1.0" });
  });

  test("lints all without a base, or when told to", async () => {
    await commit("pm.yaml", "folder: post mortems\n");
    const base = await commit("post mortems/old.md", BROKEN);
    for (const inputs of [{ PM_BASE: "" }, { PM_BASE: base, PM_CHANGED_ONLY: "false" }]) {
      expect((await lint(inputs)).stdout).toContain("old.md");
    }
    const clean = await lint({ PM_BASE: base });
    expect({ status: clean.status, outputs: clean.outputs }).toEqual({
      status: 0,
      outputs: `sarif-file=${path("runner/pm.sarif")}\nexit-code=0\n`,
    });
  });

  test("takes paths one a line, and warnings for failures", async () => {
    await commit("post mortems/good.md", DRAFT);
    await commit("post mortems/warned.md", "# No frontmatter\n");
    const paths = { PM_PATHS: "post mortems/good.md\r\n\npost mortems/w*.md\n" };
    expect((await lint(paths)).outputs).toContain("exit-code=0\n");
    const strict = await lint({ ...paths, PM_FAIL_ON_WARNINGS: "true" });
    expect(strict.stdout).toContain("::warning file=post mortems/warned.md,");
    expect(strict.outputs).toContain("exit-code=1\n");
  });

  test.each([{ PM_CONFIG: "$(touch ran)" }, { PM_BASE: "$(touch ran)" }, { PM_PATHS: "`id`.md" }])(
    "wrong usage ends at once and is told; no input is run: %j",
    async (inputs) => {
      await commit("post mortems/good.md", DRAFT);
      const { status, stderr, outputs } = await lint(inputs);
      expect(stderr).toMatch(/^pm: /);
      expect({ status, outputs }).toEqual({ status: 2, outputs: "" });
      expect(existsSync(path("repository/ran"))).toBe(false);
    },
  );
});

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readableStack } from "../src/cli/stack.ts";
import { SHIPPED_DATA } from "../src/project/shipped.ts";
import { ROOT } from "./support/run-cli.ts";
import { useTemporaryFolder } from "./support/temporary-folder.ts";

const { path } = useTemporaryFolder();

function runFor(args: readonly string[]): readonly string[] {
  const hook = join(ROOT, "test/support/loaded-modules.mjs");
  const run = spawnSync(process.execPath, ["--import", hook, join(ROOT, "bin/pm.js"), ...args], {
    cwd: join(ROOT, "examples"),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  expect(run.status, run.stderr).toBe(0);
  const told = (run.output[3] ?? "").split("\n");
  expect(told.join("\n")).toContain("dist/cli/program.js");
  return told;
}

const runs = new Map<string, readonly string[]>();

/** What test/support/loaded-modules.mjs tells of the built program with some arguments, with which it runs once. */
function toldFor(args: readonly string[]): readonly string[] {
  const key = JSON.stringify(args);
  const told = runs.get(key) ?? runFor(args);
  runs.set(key, told);
  return told;
}

/** Addresses of the modules that the built program loads for some arguments. */
function modulesFor(args: readonly string[]): readonly string[] {
  return toldFor(args).filter((line) => line.startsWith("file:"));
}

/** The packages of node_modules that the built program loads for some arguments. */
function packagesFor(args: readonly string[]): readonly string[] {
  const names = modulesFor(args).flatMap((url) => {
    return /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1] ?? [];
  });
  return [...new Set(names)].toSorted();
}

/** The files of the built program that are loaded, without the mark of their content. */
function filesFor(args: readonly string[]): readonly string[] {
  const names = modulesFor(args).flatMap((url) => {
    return /dist\/cli\/([a-z-]+?)(?:-[\w-]{8})?\.js$/.exec(url)?.[1] ?? [];
  });
  return [...new Set(names)];
}

const GAPS = ["gaps", "--as-of", "2026-07-01"];

describe("the built program loads what a command needs", () => {
  test("--version loads no command", () => {
    const files = filesFor(["--version"]);
    expect(files.length).toBeLessThan(15);
    for (const name of ["lint", "report", "rules", "new", "suggest"]) {
      expect(files).not.toContain(name);
    }
  });

  test.each([
    ["--version", ["--version"]],
    ["lint", ["lint", "--quiet"]],
    ["gaps as table", GAPS],
    ["gaps as csv", [...GAPS, "--format", "csv"]],
    ["gaps as markdown", [...GAPS, "--format", "markdown"]],
    ["gaps as json", [...GAPS, "--format", "json"]],
  ])("%s loads no library by itself", (_name, args) => {
    expect(packagesFor(args)).toEqual([]);
  });

  test("what the build kept spares V8 making code", () => {
    const told = toldFor(["lint", "--quiet"]);
    expect(told.filter((line) => line.startsWith("made "))).toEqual([]);
  });

  test("lint loads no report, and gaps no fixes", () => {
    const lint = filesFor(["lint", "--quiet"]);
    expect(lint).toContain("lint");
    expect(lint).not.toContain("report");
    expect(filesFor(GAPS)).not.toContain("lint");
  });

  test("new loads the readers of exports only for --from", () => {
    const from = ["--from", join(ROOT, "test/sources/fixtures/pagerduty.json")];
    expect(filesFor(["new", "a", "--dir", path(), "--yes"])).not.toContain("draft");
    expect(filesFor(["new", "b", "--dir", path(), ...from])).toContain("draft");
  });

  test("nothing loads what reaches a language model unless it is told to", () => {
    const reaches = ["judge", "language-model", "run-program"];
    const built = readdirSync(join(ROOT, "dist/cli"), { recursive: true }).join("\n");
    const loaded = filesFor(["suggest", "--min-confidence", "1"]);
    for (const name of reaches) {
      expect(built).toMatch(new RegExp(`(?:^|\n)${name}-[\\w-]{8}\\.js`));
      expect(loaded).not.toContain(name);
    }
  });

  test("html needs what draws", () => {
    const html = [...GAPS, "--output", path("gaps.html")];
    expect(filesFor(html)).toContain("draw");
    expect(packagesFor(html)).toEqual([]);
  });

  test("xlsx needs what writes workbooks, and nothing that draws", () => {
    const xlsx = [...GAPS, "--output", path("gaps.xlsx")];
    expect(packagesFor(xlsx)).toContain("write-excel-file");
    expect(filesFor(xlsx)).not.toContain("draw");
  });
});

/** The files that the built program was made of. */
function sourcesOfMaps(): readonly string[] {
  const folder = join(ROOT, "dist/cli");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".map"))
    .flatMap((name) => {
      const map = JSON.parse(readFileSync(join(folder, name), "utf8")) as { sources: string[] };
      return map.sources;
    });
}

/** Data that JSON holds as their schema gives them. */
const CHECKED = ["languages", "names", "rows", "taxonomy", "vocabulary"];

describe("the built program", () => {
  test.each(Object.entries(SHIPPED_DATA))("has the %s of its file", (name, file) => {
    const built: unknown = JSON.parse(
      readFileSync(join(ROOT, `dist/cli/data/${name}.json`), "utf8"),
    );
    const data: unknown = parse(readFileSync(join(ROOT, file), "utf8"));
    expect(built).toEqual({ isChecked: CHECKED.includes(name), data });
  });

  test("has maps, by which a stack names the sources", async () => {
    const built = readFileSync(join(ROOT, "dist/cli/program.js"), "utf8");
    const before = built.slice(0, built.indexOf("async function main(")).split("\n");
    const column = (before.at(-1) ?? "").length + 16;
    const place = `${join(ROOT, "dist/cli/program.js")}:${before.length}:${column}`;
    expect(await readableStack(`Error: x\n    at main (file://${place})\n    at ${place}`)).toMatch(
      /^Error: x\n {4}at main \(src\/cli\/main\.ts:\d+:\d+\)\n {4}at src\/cli\/main\.ts:\d+:\d+$/,
    );
  });

  test("has readable stacks in a folder with blanks, brackets and letters of any language", async () => {
    const folder = path("pm für (x86) alle");
    mkdirSync(folder);
    const map = { version: 3, sources: ["../../src/a.ts"], names: [], mappings: "AAAA" };
    writeFileSync(join(folder, "a.js.map"), JSON.stringify(map));
    const plain = `${join(folder, "a.js")}:1:1`;
    const address = `${pathToFileURL(join(folder, "a.js")).href}:1:1`;
    expect(
      await readableStack(
        `Error: x\n    at a (${plain})\n    at ${plain}\n    at async b (${address})\n    at ${address}`,
      ),
    ).toBe(
      "Error: x\n    at a (src/a.ts:1:1)\n    at src/a.ts:1:1\n    at async b (src/a.ts:1:1)\n    at src/a.ts:1:1",
    );
  });

  test("names each package in it, with its licence", () => {
    const notices = readFileSync(join(ROOT, "dist/cli/THIRD-PARTY.md"), "utf8");
    const named = [...notices.matchAll(/^## (\S+) (\S+)\n\nLicence: (\S+)/gm)];
    const names = new Set(named.map(([, name]) => name));
    const bundled = sourcesOfMaps().flatMap((source) => {
      return /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? [];
    });
    expect(names).toEqual(new Set(bundled));
    expect(names).toContain("zod");
    expect(
      notices.match(/permission notice|redistributions|Apache License/gi)?.length,
    ).toBeGreaterThan(100);
  });

  test("imports a library outside of the bundle without a word on standard error", () => {
    const args = [join(ROOT, "bin/pm.js"), "sql", "select 1", "--dir", join(ROOT, "examples")];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("is a module too, for programs that run commands in their own process", () => {
    const address = pathToFileURL(join(ROOT, "dist/cli/main.js")).href;
    const script = `import { main } from ${JSON.stringify(address)}; console.log(typeof main);`;
    const run = spawnSync(process.execPath, ["--input-type=module", "-"], { input: script });
    expect([String(run.stdout), String(run.stderr)]).toEqual(["function\n", ""]);
  });

  test("a stack without maps stays as it is", async () => {
    const stack = "Error: x\n    at a (/nowhere/a.js:1:2)\n    at node:internal/b:3:4";
    expect(await readableStack(stack)).toBe(stack);
  });
});

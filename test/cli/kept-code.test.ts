import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { ROOT } from "../support/root.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

/** A copy of what ships with pm. */
function copyProgram(): void {
  for (const name of ["bin", "dist", "data", "examples", "schemas", "package.json"]) {
    cpSync(join(ROOT, name), folder.path(name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), folder.path("node_modules"));
}

function run(...args: readonly string[]) {
  const { stdout, stderr, status, signal } = spawnSync(
    process.execPath,
    [folder.path("bin/pm.js"), ...args],
    { cwd: folder.path("examples"), encoding: "utf8" },
  );
  return { stdout, stderr, status, signal };
}

/** The files of kept code. */
function codeFiles(): readonly string[] {
  const code = folder.path("dist/cli/code");
  return readdirSync(code).flatMap((version) =>
    readdirSync(join(code, version)).map((name) => join(code, version, name)),
  );
}

test("kept code of which a byte was changed is not run", () => {
  copyProgram();
  const whole = run("lint", "--no-cache");
  expect(whole).toMatchObject({ signal: null, status: 0 });
  const files = codeFiles();
  expect(files.length).toBeGreaterThan(20);
  const before = files.map((file) => readFileSync(file));
  // From the first byte to the last: each time another one of each file.
  for (const part of [0, 0.003, 0.1, 0.35, 0.6, 0.85, 1]) {
    files.forEach((file, at) => {
      const bytes = Buffer.from(before[at] ?? "");
      const place = Math.round(part * (bytes.length - 1));
      bytes[place] = (bytes[place] ?? 0) ^ 0x10;
      writeFileSync(file, bytes);
    });
    expect(run("lint", "--no-cache"), `byte at ${part}`).toEqual(whole);
  }
  files.forEach((file, at) => {
    writeFileSync(file, (before[at] ?? Buffer.alloc(0)).subarray(0, at));
  });
  expect(run("lint", "--no-cache")).toEqual(whole);
}, 120_000);

test("code is sealed with what tells each of its bytes from any other", () => {
  const address = JSON.stringify(pathToFileURL(join(ROOT, "bin/sealed-code.js")));
  const script = `import { openedCode, sealedCode } from ${address};
    const code = Buffer.from("code that was made");
    const bytes = sealedCode(code);
    const flipped = [...bytes].map((byte, at) => {
      const other = Buffer.from(bytes);
      other[at] = byte ^ 1;
      return openedCode(other);
    });
    const cut = [...bytes].map((_, length) => openedCode(bytes.subarray(0, length)));
    console.log(code.equals(openedCode(bytes)), flipped.length, [...flipped, ...cut].every((one) => one === undefined));`;
  const told = spawnSync(process.execPath, ["--input-type=module", "-"], { input: script });
  expect(String(told.stdout)).toBe("true 38 true\n");
});

test("without a built program one sentence says so", () => {
  cpSync(join(ROOT, "bin"), folder.path("bin"), { recursive: true });
  cpSync(join(ROOT, "package.json"), folder.path("package.json"));
  rmSync(folder.path("dist"), { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [folder.path("bin/pm.js"), "lint"],
    { encoding: "utf8" },
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toBe(
    `pm: ${folder.path("dist/cli/")} has no program: build it with \`npm run build\`\n`,
  );
});

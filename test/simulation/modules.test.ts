import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../support/run-cli.ts";

const IMPORTED = /from "(\.[^"]+\/(?:build|dist)\/[^"]+)"/gu;

test.each(["scripts", "scripts/simulation", "bench", "fuzz"])(
  "modules of pm that scripts in %s import are made by npm run build:modules",
  (folder) => {
    const scripts = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".mjs"));
    const imported = scripts.flatMap((name) => {
      const script = join(folder, name);
      const text = readFileSync(join(ROOT, script), "utf8");
      return Array.from(text.matchAll(IMPORTED), ([, specifier = ""]) =>
        join(dirname(script), specifier),
      );
    });
    // Each module of build/ is made of the one in src/.
    const isMade = (path: string) =>
      path.startsWith("build/") &&
      existsSync(join(ROOT, path.replace(/^build/u, "src").replace(/js$/u, "ts")));
    expect(imported.filter((path) => !isMade(path))).toEqual([]);
  },
);

// Loads the built program: each file in dist/cli is one function, which V8 need not compile anew where
// the build kept the code that it made of it. Only a Node.js like the one that ran the build can use
// that code; any other compiles the text.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cachedDataVersionTag, setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { flagsOf } from "./flags.js";
import { openedCode } from "./sealed-code.js";

/** The folder of the built program. */
export const FOLDER = fileURLToPath(new URL("../dist/cli/", import.meta.url));
// Code is kept for the flags that it was made with, so they come first.
for (const flag of flagsOf(process.versions.v8)) setFlagsFromString(flag);

/** Tells this V8, with its flags and processor, from any other. */
const TAG = cachedDataVersionTag().toString(16);
/** The folder of the code that V8 made of the files. */
export const CODE = join(FOLDER, "code", `${process.version}-${process.arch}-${TAG}`);
const hasCode = existsSync(CODE);
/** For libraries outside of the bundle; they are found from the program. */
const requireOther = createRequire(join(FOLDER, "program.js"));
/** For those that only an import loads. */
const importOther = (id) => import(id);
const loaded = new Map();

/** The code that was kept of a file; undefined where there is none that can be used. */
function codeOf(name) {
  const path = join(CODE, name);
  try {
    return hasCode && existsSync(path) ? openedCode(readFileSync(path)) : undefined;
  } catch {
    return undefined;
  }
}

/** What a file of the program exports, by the name of the file. */
function requireFile(name) {
  const before = loaded.get(name);
  if (before) return before.module.exports;
  const filename = join(FOLDER, name);
  const script = new Script(readFileSync(filename, "utf8"), {
    filename,
    cachedData: codeOf(name),
  });
  const module = { exports: {} };
  loaded.set(name, { script, module });
  const require = (id) => (id.startsWith("./") ? requireFile(id.slice(2)) : requireOther(id));
  script.runInThisContext()(module.exports, require, module, filename, FOLDER, importOther);
  return module.exports;
}

/** Whether the program was built: a checkout of its sources alone was not. */
export function isBuilt() {
  return existsSync(join(FOLDER, "program.js"));
}

/** What a part of the program exports: `program`, `process-io` or `read-thread`. */
export function load(part) {
  return requireFile(`${part}.js`);
}

/**
 * The loaded files by name, with the code of what has run of them.
 * @internal for the build
 */
export function codeOfLoaded() {
  return new Map([...loaded].map(([name, { script }]) => [name, script.createCachedData()]));
}

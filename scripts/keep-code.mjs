// Keeps the code that V8 makes of the built program while it runs commands over the examples, so that
// a start with a Node.js like this one need not make it again: see bin/load.js.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CODE, codeOfLoaded, load } from "../bin/load.js";
import { sealedCode } from "../bin/sealed-code.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DOCUMENT = "postmortems/2026-01-13-checkout-backlog.md";
/** Commands that only read, as many people run them. */
const COMMANDS = [
  ["--version"],
  ["lint", "--no-cache"],
  ["lint", "--no-cache", "--format", "json"],
  ["gaps", "--no-cache"],
  ["gaps", "--no-cache", "--format", "json"],
  ["ttd", "--no-cache"],
  ["escalations", "--no-cache"],
  ["actions", "--no-cache"],
  ["list", "--no-cache"],
  ["review", "--no-cache", "--format", "markdown"],
  ["plan", "--no-cache", "--format", "html"],
  ["show", DOCUMENT],
  ["suggest"],
  ["families"],
  ["explain", "frontmatter-missing"],
  ["completion", "bash"],
];

const { main } = load("program");
const { processHost } = load("process-io");
const silent = { write: () => Promise.resolve(), isTerminal: false, columns: null };
const host = {
  ...processHost(process),
  ...{ cwd: join(ROOT, "examples"), env: {}, ask: null, stdout: silent, stderr: silent },
};
async function run(command, env = {}) {
  const exitCode = await main(command, { ...host, env });
  if (exitCode > 1) throw new Error(`pm ${command.join(" ")} ended with ${exitCode}`);
}

for (const command of COMMANDS) await run(command);
// What reads a cache only runs once there is one.
const cache = mkdtempSync(join(tmpdir(), "pm-code-"));
try {
  for (let time = 0; time < 3; time += 1) await run(["gaps", "--cache"], { XDG_CACHE_HOME: cache });
} finally {
  rmSync(cache, { recursive: true });
}
mkdirSync(CODE, { recursive: true });
for (const [name, code] of codeOfLoaded()) {
  writeFileSync(join(CODE, name), sealedCode(code));
}

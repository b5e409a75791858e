#!/usr/bin/env node
import { FOLDER, isBuilt, load } from "./load.js";

if (isBuilt()) {
  const { main } = load("program");
  const { processHost } = load("process-io");
  process.exitCode = await main(process.argv.slice(2), processHost(process));
} else {
  process.stderr.write(`pm: ${FOLDER} has no program: build it with \`npm run build\`\n`);
  process.exitCode = 2;
}

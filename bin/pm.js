#!/usr/bin/env node
import { main } from "../dist/cli/main.js";
import { processHost, tuneEngine } from "../dist/cli/process-io.js";

tuneEngine(process.versions.v8);
process.exitCode = await main(process.argv.slice(2), processHost(process));

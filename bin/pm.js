#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { main } from "../dist/cli/main.js";
import { processHost } from "../dist/cli/process-io.js";

// Large patterns are compiled once, to machine code, rather than to bytecode first and then again.
setFlagsFromString("--no-regexp-tier-up");

process.exitCode = await main(process.argv.slice(2), processHost(process));

#!/usr/bin/env node
import { load } from "./load.js";

const { main } = load("program");
const { processHost } = load("process-io");

process.exitCode = await main(process.argv.slice(2), processHost(process));

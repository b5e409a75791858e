// Kills the process just before it puts the file in place whose number is in PM_TEST_KILL_AT.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";

const killAt = Number(process.env.PM_TEST_KILL_AT);
let count = 0;

function killing(rename) {
  return (...args) => {
    count += 1;
    if (count === killAt) process.kill(process.pid, "SIGKILL");
    return rename(...args);
  };
}

fs.promises.rename = killing(fs.promises.rename);
fs.renameSync = killing(fs.renameSync);
syncBuiltinESMExports();

// Bundles the program. The command of the bundler would list each of some 200 files, which would be most
// of what somebody sees of an installation from a clone.
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import config from "../rolldown.config.mjs";

await build({ ...config, cwd: fileURLToPath(new URL("..", import.meta.url)), logLevel: "warn" });

import { dirname, join } from "node:path";
import type { Config } from "../core/settings/config.ts";

/** The absolute path of a file beside `pm.yaml`; where there is none, in the folder of the postmortems. */
export function besideConfig({ path, folder }: Config, name: string): string {
  return join(path === null ? folder : dirname(path), name);
}

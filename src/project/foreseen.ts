import type { ForeseenGap } from "../core/document/foreseen.ts";
import { kindOfPath } from "../read/find-files.ts";
import { withoutProblems } from "../setup/setup-problem.ts";
import { parseSignals } from "../setup/signals.ts";
import { besideConfig } from "./beside-config.ts";
import type { Project } from "./project.ts";
import { readNeeded } from "./shipped.ts";

const SIGNALS_NAME = "signals.yaml";

/**
 * Gaps that were foreseen, from signals.yaml beside the configuration; nothing where there is no file.
 * @throws {UsageError} with the place of each problem in the file.
 */
export async function readForeseen({
  config,
  cwd,
  taxonomy,
}: Project): Promise<readonly ForeseenGap[]> {
  const path = besideConfig(config, SIGNALS_NAME);
  if ((await kindOfPath(path)) !== "file") return [];
  return withoutProblems(parseSignals(await readNeeded(path, cwd), taxonomy));
}

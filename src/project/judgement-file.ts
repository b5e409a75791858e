import type { Judgement } from "../core/document/judgement.ts";
import { kindOfPath, shownPath } from "../read/find-files.ts";
import { parseJudgements } from "../setup/judgements.ts";
import { withoutProblems } from "../setup/setup-problem.ts";
import { besideConfig } from "./beside-config.ts";
import type { Project } from "./project.ts";
import { readNeeded } from "./shipped.ts";

export { judgementsText } from "../setup/judgements.ts";

const JUDGEMENTS_NAME = "pm-judgements.yaml";

/** The file in which the answers of a language model are remembered. */
export interface JudgementFile {
  /** As shown. */
  readonly path: string;
  readonly absolutePath: string;
  /** None where there is no file yet. */
  readonly judgements: readonly Judgement[];
}

/**
 * Reads what a language model answered in a project: the file beside its `pm.yaml`, as decisions are.
 * @throws {UsageError} with the place of each problem in it.
 */
export async function readJudgements({ config, cwd }: Project): Promise<JudgementFile> {
  const absolutePath = besideConfig(config, JUDGEMENTS_NAME);
  const named = { path: shownPath(absolutePath, cwd), absolutePath };
  if ((await kindOfPath(absolutePath)) === null) return { ...named, judgements: [] };
  const file = await readNeeded(absolutePath, cwd);
  return { ...named, judgements: withoutProblems(parseJudgements(file)) };
}

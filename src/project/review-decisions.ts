import { basename, join } from "node:path";
import { compareText } from "../core/compare.ts";
import type { ReviewDecision } from "../core/settings/review-decision.ts";
import { findInFolder, kindOfPath } from "../read/find-files.ts";
import { parseReviewDecisions } from "../setup/review-decisions.ts";
import { withoutProblems } from "../setup/setup-problem.ts";
import { besideConfig } from "./beside-config.ts";
import type { Project } from "./project.ts";
import { readNeeded } from "./shipped.ts";

const REVIEW_NAME = /^(\d{4}-(?:0[1-9]|1[0-2]))\.ya?ml$/;

/**
 * What monthly reviews decided, the oldest first: `reviews/YYYY-MM.yaml` beside pm.yaml.
 * @throws {UsageError} with the place of each problem in a file.
 */
export async function readReviewDecisions(project: Project): Promise<readonly ReviewDecision[]> {
  const reviews = besideConfig(project.config, "reviews");
  if ((await kindOfPath(reviews)) !== "folder") return [];
  const found = await findInFolder(reviews, { include: ["*"], exclude: [], setAside: [] });
  const names = found.files.map((file) => basename(file)).filter((name) => REVIEW_NAME.test(name));
  const decisions = await Promise.all(
    names.toSorted(compareText).map(async (name) => {
      const file = await readNeeded(join(reviews, name), project.cwd);
      const month = REVIEW_NAME.exec(name)?.[1] ?? "";
      return withoutProblems(parseReviewDecisions(file, month, project.taxonomy));
    }),
  );
  return decisions.flat();
}

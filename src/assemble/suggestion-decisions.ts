import { indexLines } from "../core/line-index.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { SuggestionDecision } from "../core/suggestion-decisions.ts";
import { compareDecisions } from "../core/suggestion-decisions.ts";
import { parseYaml } from "../parse/yaml.ts";
import { checkSchema } from "../schema/check.ts";
import { suggestionDecisionsSchema } from "../schema/suggestion-decisions.ts";
import type { SetupProblem } from "./setup-problem.ts";

const HEADER = `# What was decided on the gaps that pm suggest proposed, one a line, so that nobody is asked twice.
# Written by pm suggest --interactive; take a line out to be asked again. Merge by keeping both sides.
`;

/**
 * Reads a file of decisions.
 * @returns null, with at least one problem, where it cannot be used.
 */
export function parseDecisions(file: SourceFile): {
  readonly decisions: readonly SuggestionDecision[] | null;
  readonly problems: readonly SetupProblem[];
} {
  const { path } = file;
  const yaml = parseYaml(file.text, 0, indexLines(file.text));
  const data = yaml.data ?? [];
  const issues = yaml.problems.length > 0 ? [] : checkSchema(suggestionDecisionsSchema, data);
  const problems: readonly SetupProblem[] = [
    ...yaml.problems.map((problem) => ({ ...problem, path })),
    ...issues.map(({ kind, path: at, message, hint }) => {
      const range = kind === "unknown-key" ? yaml.keyRange(at) : yaml.valueRange(at);
      return { path, range, message, hint };
    }),
  ];
  return problems.length > 0
    ? { decisions: null, problems }
    : { decisions: suggestionDecisionsSchema.parse(data), problems };
}

/** A file with these decisions: sorted, one a line, so that two branches merge by lines. */
export function decisionsText(decisions: readonly SuggestionDecision[]): string {
  const lines = decisions.toSorted(compareDecisions).map((one) => {
    const { path, fingerprint, decision, competency, kind } = one;
    return `- ${JSON.stringify({ path, fingerprint, decision, competency, kind })}\n`;
  });
  return HEADER + lines.join("");
}

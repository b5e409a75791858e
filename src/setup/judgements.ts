import type { Judgement } from "../core/document/judgement.ts";
import { no, ok, type Result } from "../core/result.ts";
import type { SourceFile } from "../core/source-file.ts";
import { decode } from "../schema/check.ts";
import { judgementsSchema } from "../schema/judgements.ts";
import { linesText, readLinesFile } from "./lines-file.ts";
import type { SetupProblem } from "./setup-problem.ts";

const HEADER = `# What a language model answered to pm suggest --judge, one sentence a line, so that it is not asked twice.
# Written by pm; take a line out to have it asked again. Nobody has confirmed any of this.
`;

/** Reads a file of answers; at least one problem where it cannot be used. */
export function parseJudgements(
  file: SourceFile,
): Result<readonly Judgement[], readonly SetupProblem[]> {
  const { data, problems } = readLinesFile(file, (read) => decode(judgementsSchema, read));
  return data === undefined ? no(problems) : ok(data);
}

/** A file with these answers. */
export function judgementsText(judgements: readonly Judgement[]): string {
  const written = judgements.map(({ fingerprint, question, model, kind, competency, evidence }) => {
    return { fingerprint, question, model, kind, competency, evidence };
  });
  return linesText(HEADER, written);
}

import { no, ok, type Result } from "../core/result.ts";
import { type BaselineEntry, compareBaseline } from "../core/settings/baseline.ts";
import type { SourceFile } from "../core/source-file.ts";
import { baselineSchema } from "../schema/baseline.ts";
import { decode } from "../schema/check.ts";
import { linesText, readLinesFile } from "./lines-file.ts";
import type { SetupProblem } from "./setup-problem.ts";

const HEADER = `# Problems that pm lint knew when this file was written, one a line; it reports only others.
# Written by pm lint --update-baseline; --prune-baseline removes what is gone. Merge by keeping both sides.
`;

/** Reads a baseline file; at least one problem where it cannot be used. */
export function parseBaseline(
  file: SourceFile,
): Result<readonly BaselineEntry[], readonly SetupProblem[]> {
  const { data, problems } = readLinesFile(file, (read) => decode(baselineSchema, read));
  return data === undefined
    ? no(problems)
    : ok(data.map(({ path, rule, fingerprint }) => ({ path, rule, fingerprint })));
}

/** A baseline file with these entries, sorted. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const written = entries.toSorted(compareBaseline).map(({ path, rule, fingerprint }) => {
    return { path, rule, fingerprint };
  });
  return linesText(HEADER, written);
}

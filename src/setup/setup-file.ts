import { indexLines } from "../core/line-index.ts";
import type { SourceFile } from "../core/source-file.ts";
import { faultWording } from "../core/syntax-fault.ts";
import type { DataPath, LocatedData } from "../parse/frontmatter/located-data.ts";
import { parseYaml } from "../parse/frontmatter/yaml.ts";
import type { SchemaIssue } from "../schema/check.ts";
import type { SetupProblem } from "./setup-problem.ts";

/** What a file says that `pm` is set up by. */
interface SetupFile {
  /** Undefined where there is a problem. */
  readonly data: unknown;
  readonly problems: readonly SetupProblem[];
  /** A problem at a key or a value. */
  readonly problemAt: (misfit: SetupMisfit) => SetupProblem;
  readonly yaml: LocatedData;
}

/** What is wrong with one entry, before its place is known. */
export interface SetupMisfit {
  readonly path: DataPath;
  readonly what: "key" | "value";
  readonly message: string;
  readonly hint: string | null;
}

/**
 * Reads a file that `pm` is set up by as far as its shape.
 * @param prepare what is to be checked of its data, which are null in an empty file.
 */
export function readSetupFile(
  file: SourceFile,
  prepare: (data: unknown) => unknown,
  check: (data: unknown) => readonly SchemaIssue[],
): SetupFile {
  const { path } = file;
  const yaml = parseYaml(file.text, 0, indexLines(file.text));
  const problemAt = ({ path: at, what, message, hint }: SetupMisfit): SetupProblem => {
    const range = what === "key" ? yaml.keyRange(at) : yaml.valueRange(at);
    return { path, range, message, hint };
  };
  const data = yaml.data === undefined ? undefined : prepare(yaml.data);
  const issues = data === undefined ? [] : check(data);
  const problems = [
    ...yaml.problems.map(({ fault, range }) => ({ ...faultWording(fault), range, path })),
    ...issues.map(({ kind, ...issue }) =>
      problemAt({ ...issue, what: kind === "unknown" ? "key" : "value" }),
    ),
  ];
  return { data: problems.length > 0 ? undefined : data, problems, problemAt, yaml };
}

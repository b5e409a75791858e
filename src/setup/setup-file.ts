import { faultWording } from "../core/document/syntax-fault.ts";
import { indexLines } from "../core/places/line-index.ts";
import type { Point } from "../core/position.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { DataPath, LocatedData } from "../parse/frontmatter/located-data.ts";
import { parseYaml } from "../parse/frontmatter/yaml.ts";
import { type Checked, decode, type Schema, withoutEmpty } from "../schema/check.ts";
import type { SetupProblem } from "./setup-problem.ts";

/** A file that was parsed when `pm` was built, so that no start has to. */
export interface ParsedFile {
  readonly path: string;
  readonly parsed: unknown;
  /** Whether the data are as their schema gave them at build. */
  readonly isChecked: boolean;
}

/** What a file says that `pm` is set up by. */
interface SetupFile<T> {
  /** Undefined where there is a problem. */
  readonly data: T | undefined;
  /** The data without what has a problem, in which further ones are looked for; undefined where that does not fit. */
  readonly rest: T | undefined;
  readonly problems: readonly SetupProblem[];
  /** A problem at a key or a value. */
  readonly problemAt: (issue: SetupIssue) => SetupProblem;
  readonly yaml: LocatedData;
}

/** What is wrong at one key or value, before its place in the file is known. */
export interface SetupIssue {
  readonly path: DataPath;
  readonly what: "key" | "value";
  readonly message: string;
  readonly hint: string | null;
}

const START: Point = { line: 1, column: 1, offset: 0 };

/** Plain data without the key at a path, which may lead through lists; their items stay. */
function withoutPath(data: unknown, path: DataPath): unknown {
  const [step, ...steps] = path;
  if (Array.isArray(data)) {
    return data.map((item: unknown, index) => (index === step ? withoutPath(item, steps) : item));
  }
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
      if (key !== step) return [[key, value]];
      return steps.length === 0 ? [] : [[key, withoutPath(value, steps)]];
    }),
  );
}

/** Data whose places are not known: what was parsed at build was found to fit then. */
function withoutPlaces(data: unknown): LocatedData {
  const range = () => ({ start: START, end: START });
  const none = () => null;
  const edits = { replaceText: none, addText: none };
  return { data, problems: [], valueRange: range, keyRange: range, ...edits, comments: [] };
}

/**
 * Reads a file that `pm` is set up by as far as its shape.
 * @param prepare what is to be checked of its data, which are null in an empty file.
 */
export function readSetupFile<T>(
  file: SourceFile | ParsedFile,
  prepare: (data: unknown) => unknown,
  check: (data: unknown) => Checked<T>,
): SetupFile<T> {
  const { path } = file;
  const yaml =
    "parsed" in file ? withoutPlaces(file.parsed) : parseYaml(file.text, 0, indexLines(file.text));
  const problemAt = ({ path: at, what, message, hint }: SetupIssue): SetupProblem => {
    const range = what === "key" ? yaml.keyRange(at) : yaml.valueRange(at);
    return { path, range, message, hint };
  };
  const unparsed = yaml.problems.map(({ fault, range }) => ({
    ...faultWording(fault),
    range,
    path,
  }));
  if (yaml.data === undefined) {
    return { data: undefined, rest: undefined, problems: unparsed, problemAt, yaml };
  }
  const isChecked = "parsed" in file && file.isChecked;
  // What was checked at build has the form of what the check gives.
  const prepared = isChecked ? yaml.data : prepare(yaml.data);
  const checked = isChecked ? { data: yaml.data as T } : check(prepared);
  const issues = "issues" in checked ? checked.issues : [];
  const problems = [
    ...unparsed,
    ...issues.map(({ kind, ...issue }) =>
      problemAt({ ...issue, what: kind === "unknown" ? "key" : "value" }),
    ),
  ];
  const data = problems.length > 0 || "issues" in checked ? undefined : checked.data;
  const left = issues.reduce((one, { path: at }) => withoutPath(one, at), prepared);
  const again = issues.length > 0 ? check(left) : checked;
  const rest = "issues" in again ? undefined : again.data;
  return { data, rest, problems, problemAt, yaml };
}

/**
 * Reads a file that people write, by its schema.
 * @param empty what an empty file stands for.
 */
export function readWrittenFile<T>(
  file: SourceFile,
  schema: Schema<T>,
  empty: Readonly<Record<string, unknown>>,
): SetupFile<T> {
  return readSetupFile(
    file,
    (read) => withoutEmpty(read ?? empty),
    (read) => decode(schema, read),
  );
}

import type { Phrases } from "../core/settings/language.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { DataPath } from "../parse/frontmatter/located-data.ts";
import { listsIn } from "../prose/phrases.ts";
import { type Checked, decode, type Schema } from "../schema/check.ts";
import { type ParsedFile, readSetupFile, type SetupIssue } from "./setup-file.ts";
import { setupError } from "./setup-problem.ts";

/** A phrase of a file with its path. */
export interface WrittenPhrase {
  readonly path: DataPath;
  readonly phrase: string;
}

/** Each unknown key with all the names that could stand there: the sets of these files are closed. */
function withAllowedNames<T>(checked: Checked<T>): Checked<T> {
  if ("data" in checked) return checked;
  const issues = checked.issues.map((issue) => {
    const { kind, allowed } = issue;
    const hint = kind === "unknown" ? `Known here: ${allowed.join(", ")}.` : issue.hint;
    return { ...issue, hint };
  });
  return { issues };
}

/**
 * Reads a file of data that ships with `pm`.
 * @param crossCheck what is wrong with data that fit the schema.
 * @throws {UsageError} with the place of each problem, and the names that are allowed there.
 */
export function readShippedData<T>(
  file: SourceFile | ParsedFile,
  schema: Schema<T>,
  crossCheck: (data: T) => readonly SetupIssue[] = () => [],
): T {
  const { data, problems, problemAt } = readSetupFile(
    file,
    (read) => read,
    (read) => withAllowedNames(decode(schema, read)),
  );
  if (data === undefined) throw setupError(problems);
  const issues = crossCheck(data);
  if (issues.length > 0) throw setupError(issues.map(problemAt));
  return data;
}

/** The phrases of a list of groups, which the file has under a key. */
export function groupedPhrases(key: string, groups: readonly Phrases[]): readonly WrittenPhrase[] {
  return groups.flatMap((group, at) =>
    (["phrases", "except"] as const).flatMap((part) =>
      group[part].map((phrase, index) => ({ path: [key, at, part, index], phrase })),
    ),
  );
}

/** The references of phrases, as `{people}`, to lists of words that are not there. */
export function unknownLists(
  written: readonly WrittenPhrase[],
  lists: readonly string[],
): readonly SetupIssue[] {
  return written.flatMap(({ path, phrase }) =>
    listsIn(phrase)
      .filter((name) => !lists.includes(name))
      .map((name): SetupIssue => {
        const message = `Unknown list \`${name}\` of words in \`${phrase}\``;
        return { path, what: "value", message, hint: `Lists: ${lists.join(", ")}.` };
      }),
  );
}

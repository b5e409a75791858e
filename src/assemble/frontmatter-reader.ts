import { isCalendarDate } from "../core/calendar.ts";
import type { Fact, Problem, Source } from "../core/postmortem.ts";
import type { Term } from "../core/taxonomy.ts";
import { findTerm } from "../core/taxonomy.ts";
import type { DataPath, LocatedYaml } from "../parse/yaml.ts";
import { isPlaceholder } from "./phrases.ts";
import { readInstant } from "./time-text.ts";
import type { AssembleContext } from "./context.ts";

/** Turns decoded frontmatter values into facts, and notes what is wrong with them. */
export interface FrontmatterReader {
  readonly source: (path: DataPath) => Source;
  /** A fact of the value at a path; null where there is none, or only a placeholder. */
  readonly text: (
    value: string | undefined,
    path: DataPath,
    terms?: readonly Term[],
  ) => Fact<string> | null;
  readonly list: (
    values: readonly string[] | undefined,
    path: DataPath,
    terms?: readonly Term[],
  ) => readonly Fact<string>[];
  readonly instant: (value: string | undefined, path: DataPath) => Fact<number> | null;
  /** An instant, or the beginning of a calendar date in the configured zone. */
  readonly day: (value: string | undefined, path: DataPath) => Fact<number> | null;
  readonly any: <T>(value: T | undefined, path: DataPath) => Fact<T> | null;
  /** What was found wrong so far. */
  readonly problems: () => readonly Problem[];
}

/** A reader over one document's frontmatter. */
export function createFrontmatterReader(
  yaml: LocatedYaml,
  { vocabulary, timeZone }: AssembleContext,
): FrontmatterReader {
  const problems: Problem[] = [];
  const report = (ruleId: string, path: DataPath, message: string, hint: string | null) => {
    problems.push({ ruleId, message, hint, range: yaml.valueRange(path) });
  };
  const source = (path: DataPath): Source => ({
    origin: "frontmatter",
    how: "stated",
    range: yaml.valueRange(path),
  });
  const placeholder = (value: string, path: DataPath): boolean => {
    if (!isPlaceholder(value, vocabulary.placeholders)) return false;
    const message = `Unexpected placeholder \`${value}\` for \`${String(path.findLast((step) => typeof step === "string"))}\``;
    report("placeholder-value", path, message, "Give the value, `unknown`, or leave the key out.");
    return true;
  };
  const text: FrontmatterReader["text"] = (value, path, terms = []) => {
    if (value === undefined || value.trim() === "" || placeholder(value, path)) return null;
    const trimmed = value.trim();
    return { value: findTerm(terms, trimmed)?.id ?? trimmed, source: source(path) };
  };
  return {
    source,
    text,
    list: (values, path, terms) =>
      (values ?? []).flatMap((value, index) => {
        const inList = yaml.valueRange([...path, index]);
        return text(value, inList.start.offset === 0 ? path : [...path, index], terms) ?? [];
      }),
    instant: (value, path) => {
      if (value === undefined || placeholder(value, path)) return null;
      const read = readInstant(value, timeZone);
      if (read.kind === "unreadable") {
        const message = `Unexpected time \`${value}\`, expected an instant such as 2026-03-14T02:15:00Z`;
        report("frontmatter-schema", path, message, "Or write `unknown` where nobody knows it.");
        return null;
      }
      if (read.kind === "no-offset") {
        const message = `Unexpected time without an offset: \`${value}\` could be any zone's`;
        report(
          "milestone-offset",
          path,
          message,
          `Add one: \`Z\` or \`+02:00\`. It is read as ${timeZone}.`,
        );
      }
      return { value: read.at, source: source(path) };
    },
    day: (value, path) => {
      if (value === undefined || placeholder(value, path)) return null;
      const read = readInstant(isCalendarDate(value) ? `${value}T00:00` : value, timeZone);
      if (read.kind !== "unreadable") return { value: read.at, source: source(path) };
      const message = `Unexpected date \`${value}\`, expected one such as 2026-03-16`;
      report("frontmatter-schema", path, message, null);
      return null;
    },
    any: (value, path) => (value === undefined ? null : { value, source: source(path) }),
    problems: () => problems,
  };
}

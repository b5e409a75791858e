import type { ForeseenGap } from "../core/document/foreseen.ts";
import { no, ok, type Result } from "../core/result.ts";
import type { SourceFile } from "../core/source-file.ts";
import { idOf, type Taxonomy } from "../core/taxonomy.ts";
import { isCalendarDate } from "../core/time/calendar.ts";
import type { DataPath } from "../parse/frontmatter/located-data.ts";
import { signalsSchema, type WrittenSignal } from "../schema/signals.ts";
import { readWrittenFile, type SetupIssue } from "./setup-file.ts";
import type { SetupProblem } from "./setup-problem.ts";
import { unknownTerm } from "./unknown-term.ts";

/** What a schema cannot see of one entry: its date and its names. */
function issuesOf(
  { date, competency, team }: WrittenSignal,
  index: number,
  taxonomy: Taxonomy,
): readonly SetupIssue[] {
  const at = (key: string): DataPath => ["signals", index, key];
  const isDate = isCalendarDate(date);
  const message = `Unexpected date \`${date}\``;
  return [
    ...(isDate
      ? []
      : [{ path: at("date"), what: "value", message, hint: "Write it as 2026-03-14." } as const]),
    ...unknownTerm("competency", competency, taxonomy.competencies, at("competency")),
    ...(team === undefined ? [] : unknownTerm("team", team, taxonomy.teams, at("team"))),
  ];
}

/** Reads a file of foreseen gaps; at least one problem where it cannot be used. */
export function parseSignals(
  file: SourceFile,
  taxonomy: Taxonomy,
): Result<readonly ForeseenGap[], readonly SetupProblem[]> {
  const { data, problems, problemAt } = readWrittenFile(file, signalsSchema, { version: 1 });
  if (data === undefined) return no(problems);
  const written = data.signals ?? [];
  const issues = written.flatMap((one, index) => issuesOf(one, index, taxonomy));
  if (issues.length > 0) return no(issues.map(problemAt));
  return ok(
    written.map(({ source, competency, date, team }) => ({
      ...{ source, date },
      competency: idOf(taxonomy.competencies, competency),
      team: team === undefined ? null : idOf(taxonomy.teams, team),
    })),
  );
}

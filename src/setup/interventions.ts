import { no, ok, type Result } from "../core/result.ts";
import type { Intervention } from "../core/settings/intervention.ts";
import type { SourceFile } from "../core/source-file.ts";
import { idOf, type Taxonomy } from "../core/taxonomy.ts";
import { isCalendarDate } from "../core/time/calendar.ts";
import type { DataPath } from "../parse/frontmatter/located-data.ts";
import { yamlInsertions } from "../parse/frontmatter/yaml-insertions.ts";
import { interventionsSchema, type WrittenIntervention } from "../schema/interventions.ts";
import { readWrittenFile, type SetupIssue } from "./setup-file.ts";
import type { SetupProblem } from "./setup-problem.ts";
import { unknownTerm } from "./unknown-term.ts";

const HEADER = `# What was done about skill gaps. pm impact compares the incidents before and after each entry;
# pm impact --add adds one.
version: 1
`;

function readInterventionsFile(file: SourceFile) {
  return readWrittenFile(file, interventionsSchema, { version: 1 });
}

/** What a schema cannot see of one entry: its date, its names, and whether its id is its own. */
function issuesOf(
  { id, date, competency, teams = [] }: WrittenIntervention,
  index: number,
  others: readonly WrittenIntervention[],
  taxonomy: Taxonomy,
): readonly SetupIssue[] {
  const at = (...rest: DataPath): DataPath => ["interventions", index, ...rest];
  const issues: SetupIssue[] = [];
  const report = (path: DataPath, message: string, hint: string) => {
    issues.push({ path, what: "value", message, hint });
  };
  if (others.findIndex((other) => other.id === id) < index) {
    report(at("id"), `Unexpected id \`${id}\`: another intervention has it`, "Choose another.");
  }
  if (!isCalendarDate(date)) {
    report(at("date"), `Unexpected date \`${date}\``, "Write it as 2026-03-14.");
  }
  const isOne = teams.length === 1;
  return [
    ...issues,
    ...unknownTerm("competency", competency, taxonomy.competencies, at("competency")),
    ...teams.flatMap((team, position) =>
      unknownTerm("team", team, taxonomy.teams, isOne ? at("teams") : at("teams", position)),
    ),
  ];
}

function interventionOf(written: WrittenIntervention, taxonomy: Taxonomy): Intervention {
  const { id, date, competency, teams = [], kind, hours = null, note = null } = written;
  return {
    ...{ id, date, kind, hours, note },
    competency: idOf(taxonomy.competencies, competency),
    teams: [...new Set(teams.map((team) => idOf(taxonomy.teams, team)))],
  };
}

/** Reads a file of interventions; at least one problem where it cannot be used. */
export function parseInterventions(
  file: SourceFile,
  taxonomy: Taxonomy,
): Result<readonly Intervention[], readonly SetupProblem[]> {
  const { data, problems, problemAt } = readInterventionsFile(file);
  if (data === undefined) return no(problems);
  const written = data.interventions ?? [];
  const issues = written.flatMap((one, index) => issuesOf(one, index, written, taxonomy));
  if (issues.length > 0) return no(issues.map(problemAt));
  return ok(written.map((one) => interventionOf(one, taxonomy)));
}

/** An entry as the file has it: what is not known is left out. */
function entryOf({ id, date, competency, teams, kind, hours, note }: Intervention) {
  return {
    ...{ id, date, competency },
    ...(teams.length > 0 ? { teams } : {}),
    kind,
    ...(hours === null ? {} : { hours }),
    ...(note === null ? {} : { note }),
  };
}

/**
 * The text of a file with one more intervention, every other byte as it was.
 * @param text null for a file that is not there yet.
 * @returns null where the file is not written as `key: value` lines.
 */
export function withIntervention(
  path: string,
  text: string | null,
  intervention: Intervention,
): string | null {
  const before = text ?? HEADER;
  const ended = before.endsWith("\n") ? before : `${before}\n`;
  const { yaml } = readInterventionsFile({ path, text: ended });
  const place = { text: ended, yaml, closing: ended.length };
  const insertions = yamlInsertions(place, { interventions: [entryOf(intervention)] });
  if (insertions === null) return null;
  return insertions.reduceRight(
    (made, { start, end, text: added }) => made.slice(0, start) + added + made.slice(end),
    ended,
  );
}

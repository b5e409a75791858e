import { type Command, InvalidArgumentError, Option } from "commander";
import { resolveBound, resolveWindow, type Window } from "../core/calendar.ts";
import { suggest } from "../core/did-you-mean.ts";
import { UsageError } from "../core/errors.ts";
import { findTerm, type Term } from "../core/taxonomy.ts";
import { type FormatName, FORMATS } from "../formats/tables/index.ts";
import type { Project } from "../project/project.ts";
import type { Filters } from "../reports/define.ts";

/** Where to look, as every command takes it. */
export interface LocationOptions {
  readonly dir?: string;
  readonly config?: string;
}

/** How a result is written, as every report takes it. */
export interface OutputOptions {
  readonly format?: FormatName;
  readonly output?: string;
  readonly force?: boolean;
  readonly limit?: number;
  readonly section?: string;
  readonly charts?: boolean;
  readonly repoUrl?: string;
}

/** When the incidents of a report started. */
export interface PeriodOptions {
  readonly since?: string;
  readonly until?: string;
  readonly asOf?: string;
}

/** Which incidents a report is about. */
export interface WindowOptions extends PeriodOptions {
  readonly service: readonly string[];
  readonly team: readonly string[];
  readonly severity: readonly string[];
  readonly competency: readonly string[];
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [
    ...before,
    ...value
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== ""),
  ];
}

/** A whole number of at least 0, for commander. */
export function parseCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(value);
}

export function addLocationOptions(command: Command): Command {
  return command
    .option(
      "--dir <folder>",
      "folder of postmortems, or of their pm.yaml (default: the nearest pm.yaml's)",
    )
    .option("--config <file>", "the pm.yaml to use");
}

export function addOutputOptions(command: Command): Command {
  const names = FORMATS.map(({ name }) => name);
  const format = new Option(
    "--format <name>",
    "how to write it (default: by the ending of --output, else table)",
  );
  return command
    .addOption(format.choices(names))
    .option("--output <file>", "write to a file instead of standard output")
    .option("--force", "let --output replace a file")
    .option("--limit <rows>", "at most so many rows a table", parseCount)
    .option("--section <key>", "only this table of the report")
    .option("--no-charts", "leave out bars and charts")
    .option("--repo-url <url>", "link to files at this address instead of on disk");
}

/** The options that say when incidents started. */
export function addPeriodOptions(command: Command): Command {
  return command
    .option(
      "--since <when>",
      "incidents from then on: 6mo, 90d, 2q, 1y or 2026-01-01 (default: all)",
    )
    .option("--until <when>", "incidents before then (default: --as-of)")
    .option("--as-of <when>", "what 6mo counts back from (default: now)");
}

export function addWindowOptions(command: Command): Command {
  const several = (flags: string, description: string) =>
    new Option(flags, description).argParser(collect).default([], "all");
  return addPeriodOptions(command)
    .addOption(
      several("--service <id>", "only these services; may be repeated, or listed with commas"),
    )
    .addOption(several("--team <id>", "only incidents that these teams responded to"))
    .addOption(several("--severity <id>", "only these severities"))
    .addOption(several("--competency <id>", "only these competencies, or whole domains"));
}

function canonical(
  kind: string,
  written: readonly string[],
  terms: readonly Term[],
  where: string,
) {
  return written.map((name) => {
    const term = findTerm(terms, name);
    if (term) return term.id;
    if (terms.length === 0) return name;
    const near = suggest(
      name,
      terms.flatMap(({ id, aliases }) => [id, ...aliases]),
    );
    const hint = near ? `Did you mean \`${near}\`?` : `See ${where}.`;
    throw new UsageError(`Unknown ${kind} \`${name}\``, hint);
  });
}

/** Refuses a team that is one person: narrowed to it, every figure would be about that person. */
function refuseTeamsOfOne(teams: readonly string[], { taxonomy }: Project): void {
  const alone = taxonomy.teams.find(({ id, size }) => size === 1 && teams.includes(id));
  if (!alone) return;
  const hint = "No report of pm is about a person. Leave --team out.";
  throw new UsageError(`Team \`${alone.id}\` is one person`, hint);
}

/** The filters as canonical ids. Throws a UsageError for a name that the taxonomy does not have. */
export function readFilters(options: WindowOptions, project: Project): Filters {
  const { taxonomy, taxonomyName } = project;
  const teams = canonical("team", options.team, taxonomy.teams, taxonomyName);
  refuseTeamsOfOne(teams, project);
  return {
    services: canonical("service", options.service, taxonomy.services, taxonomyName),
    teams,
    severities: canonical("severity", options.severity, taxonomy.severities, taxonomyName),
    competencies: canonical("competency", options.competency, taxonomy.competencies, taxonomyName),
  };
}

/** The window of --since, --until and --as-of. Throws a UsageError for one that cannot be read. */
export function readWindow(options: PeriodOptions, timeZone: string, now: number): Window {
  const asOf =
    options.asOf === undefined ? now : resolveBound(options.asOf, { asOf: now, timeZone });
  if (asOf === null) {
    const hint = "Give a date (2026-07-01) or an instant with an offset.";
    throw new UsageError(`Unexpected --as-of "${options.asOf ?? ""}"`, hint);
  }
  const { since = null, until = null } = options;
  const result = resolveWindow({ since, until, asOf, timeZone });
  if (result.window === null) throw new UsageError(result.error);
  return result.window;
}

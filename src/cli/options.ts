import { type Command, InvalidArgumentError, Option } from "commander";
import { UsageError } from "../core/errors.ts";
import { findTerm, type Term } from "../core/taxonomy.ts";
import { nameMeant } from "../core/text/did-you-mean.ts";
import { resolveBound, resolveWindow, type Window } from "../core/time/window.ts";
import { type FormatName, FORMATS } from "../formats/tables/index.ts";
import type { Project } from "../project/project.ts";
import type { Filters } from "../reports/define.ts";

/** Where to look, as every command takes it. */
export interface LocationOptions {
  readonly dir?: string;
  readonly config?: string;
  readonly cache?: boolean;
  readonly jobs?: number;
}

/** The format of what is due on a day, which few reports have. */
export const CALENDAR_FORMAT = "ics";

/** How a result is written, as every report takes it. */
export interface OutputOptions {
  readonly format?: FormatName | typeof CALENDAR_FORMAT;
  readonly output?: string;
  readonly force?: boolean;
  readonly limit?: number;
  readonly section?: string;
  readonly columns?: readonly string[];
  readonly excel?: boolean;
  readonly wide?: boolean;
  readonly charts?: boolean;
  readonly repoUrl?: string;
}

/** When the incidents of a report started. */
export interface PeriodOptions {
  readonly since?: string;
  readonly until?: string;
  readonly asOf?: string;
  readonly compare?: string;
}

/** Which incidents a report is about. */
export interface WindowOptions extends PeriodOptions {
  readonly service: readonly string[];
  readonly team: readonly string[];
  readonly responder: readonly string[];
  readonly severity: readonly string[];
  readonly competency: readonly string[];
  readonly kind: readonly string[];
}

/** A list with commas, behind what the same option gave before, for commander. */
export function collect(value: string, before: readonly string[]): readonly string[] {
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

/** A whole number of at least 1, for commander. */
export function parsePositive(value: string): number {
  const count = parseCount(value);
  if (count === 0) throw new InvalidArgumentError("Expected a whole number of at least 1.");
  return count;
}

/** An option that may be repeated, or be a list with commas. */
export function severalOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(collect).default([], "all");
}

/** The headings under which the help of a command lists the options that it shares with others. */
const OPTION_GROUPS = {
  incidents: "Which incidents:",
  fixes: "Fixes:",
  baseline: "Known problems:",
  output: "Output:",
  project: "Project:",
} as const;

/** Adds options under a heading; those that are added later are the command's own again. */
export function addInGroup(
  command: Command,
  group: keyof typeof OPTION_GROUPS,
  add: (command: Command) => Command,
): Command {
  return add(command.optionsGroup(OPTION_GROUPS[group])).optionsGroup("");
}

function addLocation(command: Command): Command {
  return command
    .option(
      "--dir <folder>",
      "folder of postmortems or of their pm.yaml (default: that of the nearest pm.yaml)",
    )
    .option("--config <file>", "the pm.yaml to use")
    .option(
      "--jobs <n>",
      "threads that read documents (default: processors, up to 4)",
      parsePositive,
    )
    .addOption(new Option("--cache", "remember what was read, also where CI is set").hideHelp())
    .option("--no-cache", "read every file, whatever is remembered from the last run");
}

/** Adds the options that say where the project is, and how its documents are read. */
export function addLocationOptions(command: Command): Command {
  return addInGroup(command, "project", addLocation);
}

/** Lets a report be a calendar, too. */
export function addCalendarFormat(command: Command): void {
  const format = command.options.find(({ long }) => long === "--format");
  format?.choices([...FORMATS.map(({ name }) => name), CALENDAR_FORMAT]);
}

/** The address that --repo-url gives. Throws a UsageError for what a browser could run. */
export function readRepoUrl({ repoUrl }: Pick<OutputOptions, "repoUrl">): string | undefined {
  if (repoUrl === undefined || /^https?:\/\/[^\s"'<>]+$/i.test(repoUrl)) return repoUrl;
  const hint =
    "Give the address of this folder, such as https://git.example.com/team/repo/blob/main.";
  throw new UsageError(`Unexpected --repo-url "${repoUrl}"`, hint);
}

function addPeriod(command: Command, otherwise = "all"): Command {
  return command
    .option(
      "--since <when>",
      `incidents from then on: 6mo, 90d, 2q, 1y, 2026, 2026-Q1, 2026-01 or 2026-01-01 (default: ${otherwise})`,
    )
    .option("--until <when>", "incidents before then (default: --as-of)")
    .option("--as-of <when>", "reference date for relative periods such as 6mo (default: now)");
}

/** Adds the options that select incidents by start. */
export function addPeriodOptions(command: Command): Command {
  return addInGroup(command, "incidents", (grouped) => addPeriod(grouped));
}

/** The option of a report that compares two windows. */
export function addCompareOption(command: Command): Command {
  return command.option(
    "--compare <window>",
    "compare with prior (the window before), year-ago, or SINCE..UNTIL",
  );
}

const TEAM_MEANS = {
  lacked: "only gaps that these teams lacked",
  responded: "only incidents that these teams responded to",
};

const RESPONDER_MEANS = {
  lacked: TEAM_MEANS.responded,
  responded: "the same as --team here; in pm gaps and pm plan, --team is who lacked the skill",
};

/**
 * Adds the options that select incidents: by their start, and by what they are about.
 * @param team what `--team` means: who lacked a skill, or who responded.
 * @param since what `--since` is where it is left out, in words.
 */
export function addWindowOptions(
  command: Command,
  team: "lacked" | "responded" = "responded",
  since?: string,
): Command {
  const several = "only these services; repeat the option, or separate ids by commas";
  return addInGroup(command, "incidents", (grouped) =>
    addPeriod(grouped, since)
      .addOption(severalOption("--service <id>", several))
      .addOption(severalOption("--team <id>", TEAM_MEANS[team]))
      .addOption(severalOption("--responder <id>", RESPONDER_MEANS[team]))
      .addOption(severalOption("--severity <id>", "only these severities"))
      .addOption(severalOption("--competency <id>", "only these competencies or whole domains"))
      .addOption(severalOption("--kind <id>", "only gaps of these kinds, or incidents with one")),
  );
}

/** A longer list of names is read in the taxonomy. */
const LISTED_AT_MOST = 12;

/** Names as ids of the taxonomy. Throws a UsageError for one that is not in it. */
export function canonicalIds(
  kind: string,
  written: readonly string[],
  terms: readonly Term[],
  where: string,
) {
  return written.map((name) => {
    const term = findTerm(terms, name);
    if (term) return term.id;
    if (terms.length === 0) return name;
    const near = nameMeant(
      name,
      terms.flatMap(({ id, name: title, aliases }) => [id, title, ...aliases]),
    );
    const ids = terms.map(({ id }) => id);
    const known =
      ids.length <= LISTED_AT_MOST
        ? `Known: ${ids.join(", ")}.`
        : `See ${where}, or run pm taxonomy list.`;
    const meant = terms.find((one) => one.name === near)?.id ?? near;
    const hint = meant ? `Did you mean \`${meant}\`?` : known;
    throw new UsageError(`Unknown ${kind} \`${name}\``, hint);
  });
}

/** Refuses a team of one person: filtered to it, every figure would be about that person. */
function refuseTeamsOfOne(teams: readonly string[], { taxonomy }: Project): void {
  const alone = taxonomy.teams.find(({ id, size }) => size === 1 && teams.includes(id));
  if (!alone) return;
  const hint = "No pm report is about a person. Leave out this team.";
  throw new UsageError(`Team \`${alone.id}\` is one person`, hint);
}

/** Teams as canonical ids. Throws a UsageError for one that the taxonomy does not have, or a team of one. */
export function readTeams(written: readonly string[], project: Project): readonly string[] {
  const { taxonomy, taxonomyName } = project;
  const teams = canonicalIds("team", written, taxonomy.teams, taxonomyName);
  refuseTeamsOfOne(teams, project);
  return teams;
}

/** The filters as canonical ids. Throws a UsageError for a name that is not in the taxonomy. */
export function readFilters(options: WindowOptions, project: Project): Filters {
  const { taxonomy, taxonomyName } = project;
  return {
    services: canonicalIds("service", options.service, taxonomy.services, taxonomyName),
    teams: readTeams(options.team, project),
    responders: readTeams(options.responder, project),
    severities: canonicalIds("severity", options.severity, taxonomy.severities, taxonomyName),
    competencies: canonicalIds(
      "competency",
      options.competency,
      taxonomy.competencies,
      taxonomyName,
    ),
    kinds: canonicalIds("kind", options.kind, taxonomy.kinds, taxonomyName),
  };
}

/** The instant of --as-of, else now. Throws a UsageError for an unreadable one. */
export function readAsOf({ asOf }: PeriodOptions, timeZone: string, now: number): number {
  const instant = asOf === undefined ? now : resolveBound(asOf, { asOf: now, timeZone });
  if (instant !== null) return instant;
  const hint = "Give a date (2026-07-01) or an instant with an offset.";
  throw new UsageError(`Unexpected --as-of "${asOf ?? ""}"`, hint);
}

/** The window of --since, --until and --as-of. Throws a UsageError for an unreadable one. */
export function readWindow(options: PeriodOptions, timeZone: string, now: number): Window {
  const asOf = readAsOf(options, timeZone, now);
  const { since = null, until = null, compare = null } = options;
  const result = resolveWindow({ since, until, compare, asOf, timeZone });
  if (!result.ok) throw new UsageError(result.why);
  const isUpToNow = until === null && options.asOf === undefined;
  return isUpToNow ? { ...result.value, isUpToNow } : result.value;
}

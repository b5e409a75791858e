import { InvalidArgumentError, Option } from "commander";
import { UsageError } from "../../../core/errors.ts";
import {
  type Intervention,
  INTERVENTION_KINDS,
  type InterventionKind,
} from "../../../core/settings/intervention.ts";
import { isCalendarDate, isoDate } from "../../../core/time/calendar.ts";
import { addIntervention } from "../../../jobs/interventions.ts";
import { slugOf } from "../../../jobs/new/template.ts";
import type { Project } from "../../../project/project.ts";
import { impact } from "../../../reports/impact/impact.ts";
import type { AddCommand } from "../../command.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Ask, Choice, Io } from "../../io.ts";
import { openFor } from "../../open.ts";
import { canonicalIds } from "../../options.ts";
import { type ReportOptions, runReport } from "../report.ts";

/** What the options say about an intervention; the filters of the report name its parts. */
interface AddOptions extends ReportOptions {
  readonly add?: boolean;
  readonly yes?: boolean;
  readonly id?: string;
  readonly date?: string;
  readonly hours?: number;
  readonly note?: string;
}

type Given = Partial<Intervention>;

function isKind(written: string): written is InterventionKind {
  return INTERVENTION_KINDS.some((kind) => kind === written);
}

function kindOf(written: string): InterventionKind {
  if (isKind(written)) return written;
  const known = `Known: ${INTERVENTION_KINDS.join(", ")}.`;
  throw new UsageError(`Unknown kind of intervention \`${written}\``, known);
}

function dateOf(written: string): string {
  if (isCalendarDate(written)) return written;
  throw new UsageError(`Unexpected --date "${written}"`, "Give a date such as 2026-03-14.");
}

function only(option: string, written: readonly string[]): string | undefined {
  if (written.length <= 1) return written[0];
  throw new UsageError(`Unexpected ${option} twice: an intervention has one`);
}

/** What the options say, checked. Throws a UsageError for names and dates that nobody knows. */
function givenBy(options: AddOptions, { taxonomy, taxonomyName }: Project): Given {
  const competency = only("--competency", options.competency);
  const kind = only("--kind", options.kind);
  const { id, date, hours, note } = options;
  const [known] = canonicalIds(
    "competency",
    competency === undefined ? [] : [competency],
    taxonomy.competencies,
    taxonomyName,
  );
  const teams = canonicalIds("team", options.team, taxonomy.teams, taxonomyName);
  return {
    ...(known === undefined ? {} : { competency: known }),
    ...(kind === undefined ? {} : { kind: kindOf(kind) }),
    ...(date === undefined ? {} : { date: dateOf(date) }),
    ...(teams.length === 0 ? {} : { teams }),
    ...(id === undefined ? {} : { id }),
    ...(hours === undefined ? {} : { hours }),
    ...(note === undefined ? {} : { note }),
  };
}

function choices(terms: readonly { readonly id: string; readonly name: string }[]) {
  return terms.map(({ id, name }): Choice => {
    return { value: id, name: name === id ? id : `${id}  ${name}`, short: id };
  });
}

/** Asks for everything that is not given yet. */
async function askForRest(
  ask: Ask,
  given: Given,
  { taxonomy }: Project,
  today: string,
): Promise<Given> {
  const { competencies, teams } = taxonomy;
  const isHours = (value: string) =>
    /^\d*(\.\d+)?$/.test(value.trim()) || "Enter a number of hours, or nothing.";
  const isDate = (value: string) =>
    isCalendarDate(value.trim()) || "Enter a date such as 2026-03-14.";
  const competency =
    given.competency ?? (await ask.one("Competency it is about", choices(competencies)));
  const kinds = INTERVENTION_KINDS.map((kind) => ({ value: kind, name: kind }));
  const kind = given.kind ?? kindOf(await ask.one("What was done", kinds));
  const date = given.date ?? (await ask.text("Date", { default: today, validate: isDate })).trim();
  const asked = teams.length === 0 ? [] : await askForTeams(ask, given, choices(teams));
  const hours =
    given.hours ?? (await ask.text("Hours per participant (optional)", { validate: isHours }));
  const note = given.note ?? (await ask.text("Note (optional; name no person)", {})).trim();
  return {
    ...{ ...given, competency, kind, date, teams: asked },
    hours: hours === "" ? null : Number(hours),
    note: note === "" ? null : note,
  };
}

async function askForTeams(ask: Ask, given: Given, teams: readonly Choice[]) {
  return given.teams ?? ask.many("Teams it was for (none for all)", teams);
}

/** The intervention with an id of its own and defaults. Throws a UsageError for what is missing. */
function completed({ competency, kind, date, ...rest }: Given, today: string): Intervention {
  if (competency === undefined || kind === undefined) {
    const missing = [
      ...(competency === undefined ? [{ option: "--competency", value: "ID" }] : []),
      ...(kind === undefined ? [{ option: "--kind", value: INTERVENTION_KINDS.join("|") }] : []),
    ];
    const ids = competency === undefined ? " `pm taxonomy list` lists the ids." : "";
    throw new UsageError(
      `Missing ${missing.map(({ option }) => option).join(" and ")}`,
      `Add ${missing.map(({ option, value }) => `${option} ${value}`).join(" and ")}, or run pm impact --add at a terminal, which asks.${ids}`,
    );
  }
  const day = date ?? today;
  const id = rest.id ?? slugOf(`${day} ${kind} ${competency}`);
  return {
    ...{ id, competency, kind, date: day },
    teams: rest.teams ?? [],
    hours: rest.hours ?? null,
    note: rest.note ?? null,
  };
}

async function addOne(options: AddOptions, io: Io): Promise<ExitCode> {
  const project = await openFor(options, io);
  const today = isoDate(io.now(), project.config.timeZone);
  const given = givenBy(options, project);
  const ask = options.yes === true ? null : io.ask;
  const answers = ask === null ? given : await askForRest(ask, given, project, today);
  const intervention = completed(answers, today);
  const path = await addIntervention(intervention, project);
  await io.print(path);
  await io.say(
    `Added ${intervention.id}. \`pm impact\` compares the incidents before and after it.`,
  );
  return EXIT.ok;
}

function parseHours(value: string): number {
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Expected a number of hours.");
}

/** Lets `pm impact` record interventions too. */
export const addImpactOptions: AddCommand = (program, io, finish) => {
  const command = program.commands.find((one) => one.name() === impact.name);
  command
    ?.option("--add", "add an intervention to interventions.yaml instead of showing the report")
    .option("--yes", "with --add: do not ask; take everything from the options")
    .option("--id <id>", "with --add: its id (default: from date, kind and competency)")
    .option("--date <date>", "with --add: when it took place (default: today)")
    .addOption(
      new Option("--hours <hours>", "with --add: hours each participant").argParser(parseHours),
    )
    .option("--note <text>", "with --add: anything worth knowing")
    .action(async (options: AddOptions) => {
      finish(
        options.add === true ? await addOne(options, io) : await runReport(impact, options, io),
      );
    });
};

import { parseDurationText } from "../assemble/written/durations.ts";
import type { LevelSetting } from "../core/finding.ts";
import { no, ok, type Result } from "../core/result.ts";
import {
  type Config,
  DEFAULT_MINIMUM_PEOPLE,
  DEFAULT_PLAN_WEIGHTS,
  DEFAULT_THRESHOLDS,
  type PlanWeights,
  type Thresholds,
  type WorkingHours,
} from "../core/settings/config.ts";
import type { SourceFile } from "../core/source-file.ts";
import { foldName } from "../core/taxonomy.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import { isTimeZone } from "../core/time/calendar.ts";
import type { DurationWords } from "../core/time/duration-words.ts";
import { decode, withoutEmpty } from "../schema/check.ts";
import { type ConfigFile, configSchema, WEEKDAYS } from "../schema/config.ts";
import { languageModelIssues, languageModelOf, withoutKeys } from "./language-model.ts";
import { readSetupFile, type SetupIssue } from "./setup-file.ts";
import { inFileOrder, type SetupProblem } from "./setup-problem.ts";

/** How a setting may be written; documents have the words of their language. */
const SETTING_DURATIONS: DurationWords = {
  units: {
    week: ["w", "week", "weeks"],
    day: ["d", "day", "days"],
    hour: ["h", "hour", "hours"],
    minute: ["m", "min", "minute", "minutes"],
    second: ["s", "second", "seconds"],
  },
  around: [],
  and: [],
  after: [],
};

const DEFAULT_BASELINE = "pm-baseline.yaml";
const DEFAULT_INCLUDE = ["**/*.{md,markdown,mdx,qmd}"];

/** What a configuration may set of a rule. */
export interface RuleSetup {
  readonly id: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Turns a path of the file into an absolute one. */
export type ResolvePath = (written: string) => string;

function thresholds(written: ConfigFile["thresholds"]): Thresholds {
  const extended = parseDurationText(written?.extended_diagnosis ?? "", SETTING_DURATIONS);
  return {
    systemicIncidents: written?.systemic_incidents ?? DEFAULT_THRESHOLDS.systemicIncidents,
    systemicShare: written?.systemic_share ?? DEFAULT_THRESHOLDS.systemicShare,
    systemicContexts: written?.systemic_contexts ?? DEFAULT_THRESHOLDS.systemicContexts,
    emergingIncidents: written?.emerging_incidents ?? DEFAULT_THRESHOLDS.emergingIncidents,
    extendedDiagnosisMinutes: extended ?? DEFAULT_THRESHOLDS.extendedDiagnosisMinutes,
    smallCount: written?.small_count ?? DEFAULT_THRESHOLDS.smallCount,
  };
}

function planWeights(written: ConfigFile["plan"]): PlanWeights {
  const { weights = {} } = written ?? {};
  return {
    frequency: weights.frequency ?? DEFAULT_PLAN_WEIGHTS.frequency,
    cost: weights.cost ?? DEFAULT_PLAN_WEIGHTS.cost,
    spread: weights.spread ?? DEFAULT_PLAN_WEIGHTS.spread,
    trend: weights.trend ?? DEFAULT_PLAN_WEIGHTS.trend,
    unaddressed: weights.unaddressed ?? DEFAULT_PLAN_WEIGHTS.unaddressed,
  };
}

/** Minutes after midnight of `09:30`. */
function minutesOf(clock: string): number {
  const [hours = "", minutes = ""] = clock.split(":");
  return Number(hours) * 60 + Number(minutes);
}

function workingHours(written: ConfigFile["working_hours"]): WorkingHours | null {
  if (!written) return null;
  const days = written.days ?? WEEKDAYS.slice(0, 5);
  return {
    days: WEEKDAYS.flatMap((day, index) => (days.includes(day) ? [index + 1] : [])),
    from: minutesOf(written.from),
    until: minutesOf(written.until),
  };
}

function buildConfig(path: string | null, file: ConfigFile, resolve: ResolvePath): Config {
  return {
    path,
    folder: resolve(file.folder ?? "."),
    include: file.include ?? DEFAULT_INCLUDE,
    exclude: file.exclude ?? [],
    taxonomyPath: file.taxonomy === undefined ? null : resolve(file.taxonomy),
    templatesPath: file.templates === undefined ? null : resolve(file.templates),
    importMapPath: file.import_map === undefined ? null : resolve(file.import_map),
    language: file.language ?? null,
    vocabularyPath: file.vocabulary === undefined ? null : resolve(file.vocabulary),
    interventionsPath: file.interventions === undefined ? null : resolve(file.interventions),
    membersPath: file.members === undefined ? null : resolve(file.members),
    deployPaths: (file.deploys ?? []).map(resolve),
    timeZone: file.time_zone ?? "UTC",
    workingHours: workingHours(file.working_hours),
    dateOrder: file.date_order ?? null,
    thresholds: thresholds(file.thresholds),
    planWeights: planWeights(file.plan),
    privacy: {
      minimumPeople: file.privacy?.minimum_people ?? DEFAULT_MINIMUM_PEOPLE,
      assumeTeamSize: file.privacy?.assume_team_size ?? null,
    },
    publicEdition: { redact: file.public?.redact ?? [], hosts: file.public?.hosts ?? [] },
    languageModel: languageModelOf(file),
    baselinePath: resolve(file.lint?.baseline ?? DEFAULT_BASELINE),
    roles: new Set((file.lint?.roles ?? []).map(foldName)),
    ruleLevels: new Map<string, LevelSetting>(Object.entries(file.lint?.rules ?? {})),
    ruleOptions: new Map(
      Object.entries(file.lint?.options ?? {}).map(([id, set]) => [
        id,
        new Map(Object.entries(set)),
      ]),
    ),
    templateBySeverity: new Map(Object.entries(file.new?.template_by_severity ?? {})),
  };
}

/** The configuration of a folder without `pm.yaml`. */
export function defaultConfig(resolve: ResolvePath): Config {
  return buildConfig(null, {}, resolve);
}

function unknownName(what: string, path: readonly string[], known: readonly string[]): SetupIssue {
  const name = path.at(-1) ?? "";
  const near = didYouMean(name, known);
  const listed = known.length === 0 ? "It has none." : `It has: ${known.join(", ")}.`;
  const list = what === "rule" ? "`pm explain` lists the rules." : listed;
  const hint = near ? `Did you mean \`${near}\`?` : list;
  return { path, what: "key", message: `Unknown ${what} \`${name}\``, hint };
}

function invalidRules({ lint }: ConfigFile, rules: readonly RuleSetup[]): readonly SetupIssue[] {
  const ids = rules.map(({ id }) => id);
  const levels = Object.keys(lint?.rules ?? {}).map((id) => ["lint", "rules", id]);
  const optionRules = Object.keys(lint?.options ?? {}).map((id) => ["lint", "options", id]);
  const unknown = [...levels, ...optionRules].filter((path) => !ids.includes(path.at(-1) ?? ""));
  const options = Object.entries(lint?.options ?? {}).flatMap(([id, set]) => {
    const rule = rules.find((one) => one.id === id);
    const known = Object.keys(rule?.options ?? {});
    return Object.keys(rule ? set : {})
      .filter((name) => !known.includes(name))
      .map((name) => unknownName(`option of ${id}`, ["lint", "options", id, name], known));
  });
  return [...unknown.map((path) => unknownName("rule", path, ids)), ...options];
}

/** What a schema cannot see: rules, options, zones and durations that nobody knows. */
function invalidValues(file: ConfigFile, rules: readonly RuleSetup[]): readonly SetupIssue[] {
  const found = [...invalidRules(file, rules), ...languageModelIssues(file)];
  if (file.time_zone !== undefined && !isTimeZone(file.time_zone)) {
    const message = `Unknown time zone \`${file.time_zone}\``;
    const hint = "Give an IANA name such as Europe/Berlin, or UTC.";
    found.push({ path: ["time_zone"], what: "value", message, hint });
  }
  const hours = workingHours(file.working_hours);
  if (hours && hours.from >= hours.until) {
    const message = "Unexpected `working_hours`: they end before they begin";
    const hint = "Give `from` and `until` of the same day, such as 09:00 and 17:30.";
    found.push({ path: ["working_hours", "until"], what: "value", message, hint });
  }
  if (Object.values(planWeights(file.plan)).every((weight) => weight === 0)) {
    const message = "Unexpected `weights`: all are 0";
    found.push({ path: ["plan", "weights"], what: "value", message, hint: "Let one count." });
  }
  const extended = file.thresholds?.extended_diagnosis;
  if (extended !== undefined && parseDurationText(extended, SETTING_DURATIONS) === null) {
    const message = `Unexpected duration \`${extended}\``;
    const hint = "Write it as `60 minutes` or `1h 30m`.";
    found.push({ path: ["thresholds", "extended_diagnosis"], what: "value", message, hint });
  }
  return found;
}

/** Reads `pm.yaml`; at least one problem where it cannot be used. */
export function parseConfig(
  file: SourceFile,
  absolutePath: string,
  rules: readonly RuleSetup[],
  resolve: ResolvePath,
): Result<Config, readonly SetupProblem[]> {
  const { data, rest, problems, problemAt } = readSetupFile(
    file,
    (read) => withoutEmpty(read ?? {}),
    withoutKeys((read) => decode(configSchema, read)),
  );
  const invalid = rest === undefined ? [] : invalidValues(rest, rules).map(problemAt);
  if (data === undefined || invalid.length > 0) return no(inFileOrder([...problems, ...invalid]));
  return ok(buildConfig(absolutePath, data, resolve));
}

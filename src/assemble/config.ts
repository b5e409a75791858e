import type { Config, Thresholds } from "../core/config.ts";
import type { LevelSetting } from "../core/finding.ts";
import { indexLines } from "../core/line-index.ts";
import type { SourceFile } from "../core/source-file.ts";
import { suggest } from "../core/suggest.ts";
import { isTimeZone } from "../core/calendar.ts";
import { parseYaml } from "../parse/yaml.ts";
import { checkSchema, withoutEmpty } from "../schema/check.ts";
import type { ConfigFile } from "../schema/config.ts";
import { configSchema } from "../schema/config.ts";
import { parseDurationText } from "./duration-text.ts";
import type { SetupProblem } from "./setup-problem.ts";

/** The thresholds of a team that sets none. */
const DEFAULT_THRESHOLDS: Thresholds = {
  systemicIncidents: 3,
  systemicContexts: 2,
  emergingIncidents: 2,
  extendedDiagnosisMinutes: 60,
  smallCount: 5,
};

const DEFAULT_INCLUDE = ["**/*.{md,markdown,mdx,qmd}"];

/** Turns a path of the file into an absolute one. */
export type ResolvePath = (written: string) => string;

function thresholds(written: ConfigFile["thresholds"]): Thresholds {
  const extended = parseDurationText(written?.extended_diagnosis ?? "");
  return {
    systemicIncidents: written?.systemic_incidents ?? DEFAULT_THRESHOLDS.systemicIncidents,
    systemicContexts: written?.systemic_contexts ?? DEFAULT_THRESHOLDS.systemicContexts,
    emergingIncidents: written?.emerging_incidents ?? DEFAULT_THRESHOLDS.emergingIncidents,
    extendedDiagnosisMinutes: extended ?? DEFAULT_THRESHOLDS.extendedDiagnosisMinutes,
    smallCount: written?.small_count ?? DEFAULT_THRESHOLDS.smallCount,
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
    timeZone: file.time_zone ?? "UTC",
    thresholds: thresholds(file.thresholds),
    ruleLevels: new Map<string, LevelSetting>(Object.entries(file.lint?.rules ?? {})),
    templateBySeverity: new Map(Object.entries(file.new?.template_by_severity ?? {})),
  };
}

/** The configuration of a folder without `pm.yaml`. */
export function defaultConfig(resolve: ResolvePath): Config {
  return buildConfig(null, {}, resolve);
}

/** What a schema cannot see: rule ids, zones and durations that nobody knows. */
function checkMeaning(file: ConfigFile, ruleIds: readonly string[]) {
  const found: {
    path: (string | number)[];
    what: "key" | "value";
    message: string;
    hint: string | null;
  }[] = [];
  for (const rule of Object.keys(file.lint?.rules ?? {})) {
    if (ruleIds.includes(rule)) continue;
    const near = suggest(rule, ruleIds);
    const hint = near ? `Did you mean \`${near}\`?` : "`pm explain` lists the rules.";
    found.push({
      path: ["lint", "rules", rule],
      what: "key",
      message: `Unknown rule \`${rule}\``,
      hint,
    });
  }
  if (file.time_zone !== undefined && !isTimeZone(file.time_zone)) {
    const message = `Unknown time zone \`${file.time_zone}\``;
    const hint = "Give an IANA name such as Europe/Berlin, or UTC.";
    found.push({ path: ["time_zone"], what: "value", message, hint });
  }
  const extended = file.thresholds?.extended_diagnosis;
  if (extended !== undefined && parseDurationText(extended) === null) {
    const message = `Unexpected duration \`${extended}\``;
    const hint = "Write it as `60 minutes` or `1h 30m`.";
    found.push({ path: ["thresholds", "extended_diagnosis"], what: "value", message, hint });
  }
  return found;
}

/**
 * Reads `pm.yaml`.
 * @returns null, with at least one problem, where it cannot be used.
 */
export function parseConfig(
  file: SourceFile,
  absolutePath: string,
  ruleIds: readonly string[],
  resolve: ResolvePath,
): { readonly config: Config | null; readonly problems: readonly SetupProblem[] } {
  const yaml = parseYaml(file.text, 0, indexLines(file.text));
  const { path } = file;
  if (yaml.data === undefined) {
    return { config: null, problems: yaml.problems.map((problem) => ({ ...problem, path })) };
  }
  const data = withoutEmpty(yaml.data ?? {});
  const issues = checkSchema(configSchema, data);
  const problems: SetupProblem[] = issues.map(({ kind, path: at, message, hint }) => {
    const range = kind === "unknown-key" ? yaml.keyRange(at) : yaml.valueRange(at);
    return { path, range, message, hint };
  });
  if (problems.length > 0) return { config: null, problems };
  const written = configSchema.parse(data);
  for (const { path: at, what, message, hint } of checkMeaning(written, ruleIds)) {
    const range = what === "key" ? yaml.keyRange(at) : yaml.valueRange(at);
    problems.push({ path, range, message, hint });
  }
  const config = problems.length > 0 ? null : buildConfig(absolutePath, written, resolve);
  return { config, problems };
}

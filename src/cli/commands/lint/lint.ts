import { resolve } from "node:path";
import { UsageError } from "../../../core/errors.ts";
import type { LintReport, RuleSummary } from "../../../core/output/lint-report.ts";
import type { FindingFormat } from "../../../formats/findings/define.ts";
import { findFindingFormat, FINDING_FORMATS } from "../../../formats/findings/index.ts";
import { fixProject } from "../../../jobs/lint/fix.ts";
import { type LintedProject, lintProject, type LintTarget } from "../../../jobs/lint/lint.ts";
import { RULES } from "../../../lint/rules/index.ts";
import { levelOf } from "../../../lint/run.ts";
import { findConfig, type Project } from "../../../project/project.ts";
import { shippedVersion } from "../../../project/shipped.ts";
import { shownPath } from "../../../read/find-files.ts";
import { sourceOfBytes } from "../../../read/read-file.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Io } from "../../io.ts";
import { noteEmptyFolder, noteEnglishOnly, noteFiles, progressOn } from "../../messages.ts";
import { openFor, startOf } from "../../open.ts";
import { formatOfOutput, noteOtherEnding, refuseTakenOutput, writeOutput } from "../../output.ts";
import { applyBaseline } from "./baseline.ts";
import { showFixes, writeFixes } from "./fix.ts";
import {
  addLintOptions,
  checkLintOptions,
  type LintOptions,
  STDIN,
  UNCOMMITTED,
} from "./options.ts";
import { outcome, statisticsText } from "./summary.ts";
import { watchProject } from "./watch.ts";

/** Opens the one project that all paths belong to. */
async function openAround(
  paths: readonly string[],
  options: LintOptions,
  io: Io,
): Promise<Project> {
  const { dir, config } = options;
  const starts = await Promise.all(paths.map((path) => startOf(path, io.cwd)));
  if (dir === undefined && config === undefined) {
    const configs = new Set(await Promise.all(starts.map((start) => findConfig(start))));
    if (configs.size > 1) {
      const hint = "Lint them one by one, or choose one with --config.";
      throw new UsageError("These paths belong to different pm.yaml files", hint);
    }
  }
  return openFor(options, io, starts[0]);
}

async function readTarget(
  paths: readonly string[],
  { changed, stdinFilename = "stdin.md" }: LintOptions,
  io: Io,
): Promise<LintTarget> {
  if (paths.includes(STDIN)) {
    const shown = shownPath(resolve(io.cwd, stdinFilename), io.cwd);
    const file = sourceOfBytes(await io.readStdin(), shown);
    if (file === null) throw new UsageError(`${shown}: standard input is not UTF-8 text`);
    return { kind: "text", file };
  }
  if (changed === undefined) return { kind: "paths", paths };
  return { kind: "changed", paths, base: changed === true ? UNCOMMITTED : changed };
}

function summariesOf({ config }: Project): readonly RuleSummary[] {
  return RULES.flatMap((rule) => {
    const level = levelOf(rule, config);
    const { id, summary, why, helps } = rule;
    return level === "off" ? [] : [{ id, level, summary, why, helps }];
  });
}

/** The format that is asked for, by name or by the ending of the file; else the one for the place. */
function chooseFormat({ format, output }: LintOptions, { env }: Io): FindingFormat {
  const byDefault = env["GITHUB_ACTIONS"] === "true" ? "github" : "pretty";
  const byName = findFindingFormat(format ?? byDefault) ?? FINDING_FORMATS[0];
  if (format !== undefined || output === undefined) return byName;
  return formatOfOutput(output, FINDING_FORMATS, "format of findings") ?? FINDING_FORMATS[0];
}

async function writeFindings(
  report: LintReport,
  format: FindingFormat,
  options: LintOptions,
  io: Io,
): Promise<void> {
  await noteOtherEnding(format, options.output, FINDING_FORMATS, io);
  if (options.output === undefined) {
    const text = format.render(report, io.look());
    await (format.isCommands ? io.commands(text) : io.result(text));
    return;
  }
  const text = format.render(report, { color: false, width: null });
  await writeOutput(options.output, text, options, io);
}

/** Applies fixes and checks again; with --dry-run only shows what would change. */
async function fix(
  linted: LintedProject,
  relint: () => Promise<LintedProject>,
  project: Project,
  { dryRun, unsafeFixes = false }: LintOptions,
  io: Io,
): Promise<{ readonly linted: LintedProject; readonly isWhole: boolean } | null> {
  const ruleCheck = { rules: RULES, now: io.now() };
  const fixed = await fixProject(linted, project, ruleCheck, unsafeFixes);
  if (dryRun) {
    await showFixes(fixed, io);
    return fixed.files.length > 0 ? null : { linted, isWhole: true };
  }
  const isWhole = await writeFixes(fixed, project, io);
  return { linted: fixed.files.length > 0 ? await relint() : linted, isWhole };
}

async function lint(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const format = chooseFormat(options, io);
  await refuseTakenOutput(options, io);
  const isText = paths.includes(STDIN);
  const places = isText ? [options.stdinFilename ?? "."] : paths;
  const project = await openAround(places, options, io);
  const target = await readTarget(paths, options, io);
  const judge = () => lintProject(project, target, { rules: RULES, now: io.now() }, progressOn(io));
  let linted = await judge();
  let isWhole = true;
  await noteFiles(linted, io);
  if (linted.files.length === 0 && target.kind === "paths") await noteEmptyFolder(io);
  await noteEnglishOnly(linted.foreign, "Rules on wording work", io);
  for (const note of linted.notes) await io.say(note);
  if (options.fix) {
    const mended = await fix(linted, judge, project, options, io);
    if (mended === null) return EXIT.findings;
    ({ linted, isWhole } = mended);
  }
  const { findings, notes } = await applyBaseline(linted, options, project);
  const shown = options.quiet ? findings.filter(({ level }) => level === "error") : findings;
  const { files, shownTexts: texts } = linted;
  const rules = summariesOf(project);
  const version = await shippedVersion();
  if (options.statistics) await io.result(statisticsText(shown));
  else await writeFindings({ findings: shown, files, texts, rules, version }, format, options, io);
  for (const note of notes) await io.say(note);
  const { line, code } = outcome(findings, linted, options);
  await io.say(line);
  return isWhole ? code : EXIT.usage;
}

/** `pm lint`: checks documents against the rules. */
export const addLintCommand: AddCommand = (program, io, finish) => {
  const command = program
    .command("lint")
    .helpGroup(GROUPS.check)
    .summary("Check postmortems against the taxonomy and the rules")
    .description(
      "Check postmortems against the taxonomy and the rules.\n\n" +
        "Exit code 0: no errors; 1: errors, or more warnings than --max-warnings; 2: wrong usage or " +
        "configuration, or nothing to check. `pm explain RULE` says why a rule exists.",
    )
    .argument("[paths...]", "files, folders or patterns, or `-` (default: the folder in pm.yaml)");
  addLintOptions(command).action(async (paths: string[], options: LintOptions) => {
    checkLintOptions(paths, options);
    const once = () => lint(paths, options, io);
    if (!options.watch) finish(await once());
    else finish(await watchProject(paths, await openAround(paths, options, io), once, io));
  });
};

import { dirname, resolve } from "node:path";
import { Chalk } from "chalk";
import { counted } from "../../core/counted.ts";
import { UsageError } from "../../core/errors.ts";
import type { Finding } from "../../core/finding.ts";
import { printable } from "../../core/printable.ts";
import { RULES } from "../../lint/rules/index.ts";
import { runRules } from "../../lint/run.ts";
import { readFolder } from "../../pipeline.ts";
import type { Project } from "../../project.ts";
import { findConfig, openProject } from "../../project.ts";
import { kindOfPath } from "../../read/find-files.ts";
import type { AddCommand } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { wantsColor } from "../io.ts";
import { progressOn, writeFolderNotes } from "../messages.ts";
import type { LocationOptions } from "../options.ts";
import { addLocationOptions, parseCount } from "../options.ts";

interface LintOptions extends LocationOptions {
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
}

function findingText(finding: Finding, color: boolean): string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const { line, column } = finding.range.start;
  const place = chalk.bold(`${printable(finding.path)}:${line}:${column}`);
  const level = finding.level === "error" ? chalk.red("error") : chalk.yellow("warning");
  const first = `${place} ${level} ${printable(finding.message)} ${chalk.dim(`[${finding.ruleId}]`)}`;
  return finding.hint === null ? `${first}\n` : `${first}\n    ${printable(finding.hint)}\n`;
}

/** The folder in which each path of a command line begins to look for `pm.yaml`. */
async function startOf(path: string, cwd: string): Promise<string> {
  const absolute = resolve(cwd, path);
  const kind = await kindOfPath(absolute);
  if (kind === "folder") return absolute;
  return kind === "file" ? dirname(absolute) : cwd;
}

async function openFor(paths: readonly string[], options: LintOptions, io: Io): Promise<Project> {
  const { dir = null, config: configPath = null } = options;
  const starts = await Promise.all(paths.map((path) => startOf(path, io.cwd)));
  if (dir === null && configPath === null) {
    const configs = new Set(await Promise.all(starts.map((start) => findConfig(start))));
    if (configs.size > 1) {
      const hint = "Lint them one by one, or say which holds with --config.";
      throw new UsageError("These paths belong to different pm.yaml files", hint);
    }
  }
  const from = starts[0] ?? io.cwd;
  return openProject({ cwd: io.cwd, dir, configPath, from }, RULES);
}

async function lint(paths: readonly string[], options: LintOptions, io: Io): Promise<ExitCode> {
  const project = await openFor(paths, options, io);
  const read = await readFolder(project, paths, ["everything"], progressOn(io));
  await writeFolderNotes({ ...read, unreadable: [], postmortems: [] }, io);
  const { taxonomy, config } = project;
  const { findings } = runRules({
    ...read,
    others: [],
    rules: RULES,
    context: { taxonomy, config },
  });
  const errors = findings.filter(({ level }) => level === "error");
  const warnings = findings.length - errors.length;
  const shown = options.quiet ? errors : findings;
  const color = wantsColor(io.stdout, io.env);
  await io.stdout.write(shown.map((finding) => findingText(finding, color)).join(""));
  const files = counted(read.postmortems.length + read.unreadable.length, "file");
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  const outcome = `${counted(errors.length, "error")}, ${counted(warnings, "warning")} in ${files}`;
  await io.stderr.write(
    `${outcome}${tooMany ? `, more than --max-warnings ${options.maxWarnings ?? 0}` : ""}\n`,
  );
  return errors.length > 0 || tooMany ? EXIT.findings : EXIT.ok;
}

/** `pm lint`: checks documents against the rules. */
export const addLintCommand: AddCommand = (program, io, finish) => {
  const command = program
    .command("lint")
    .summary("Check postmortems against the taxonomy and the rules")
    .description(
      "Check postmortems against the taxonomy and the rules.\n\n" +
        "Exit code 0: no errors; 1: errors, or more warnings than --max-warnings; 2: wrong usage or\n" +
        "configuration, or nothing to check. `pm explain RULE` says why a rule exists.",
    )
    .argument("[paths...]", "files, folders or patterns (default: the folder of pm.yaml)")
    .option("--quiet", "report errors only")
    .option("--max-warnings <count>", "fail if there are more warnings", parseCount);
  addLocationOptions(command).action(async (paths: string[], options: LintOptions) => {
    finish(await lint(paths, options, io));
  });
};

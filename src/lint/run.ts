import { compareText } from "../core/compare.ts";
import type { Config } from "../core/config.ts";
import type { Finding, Level, LevelSetting } from "../core/finding.ts";
import { compareFindings } from "../core/finding.ts";
import { withFingerprints } from "../core/fingerprint.ts";
import { FILE_START } from "../core/position.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { UnreadableFile } from "../core/source-file.ts";
import type { LintContext, Report, Rule, RuleContext } from "./define.ts";
import type { JudgedFinding } from "./directives.ts";
import { applyDirectives } from "./directives.ts";

/** The rule that speaks for files which could not be read at all. */
const UNREADABLE_RULE = "file-unreadable";

export interface LintRun {
  /** The documents to judge. */
  readonly postmortems: readonly Postmortem[];
  /** Documents that rules across files compare with, and that no finding is about. */
  readonly others: readonly Postmortem[];
  readonly unreadable: readonly UnreadableFile[];
  /** The text of each judged document, by its path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly rules: readonly Rule[];
  readonly context: LintContext;
}

export interface LintOutcome {
  /** Without doubles, in their one order. */
  readonly findings: readonly Finding[];
  /** How many findings the documents' own comments silenced. */
  readonly silenced: number;
}

function byPath(a: Postmortem, b: Postmortem): number {
  return compareText(a.path, b.path);
}

/** The level at which a configuration has a rule. */
export function levelOf(rule: Rule, config: Config): LevelSetting {
  return config.ruleLevels.get(rule.id) ?? rule.defaultLevel;
}

function contextFor(rule: Rule, context: LintContext): RuleContext {
  const set = context.config.ruleOptions.get(rule.id);
  const options = Object.entries(rule.options ?? {}).map(
    ([name, option]) => [name, set?.get(name) ?? option.default] as const,
  );
  return { ...context, options: Object.fromEntries(options) };
}

/** The level of a rule for one document: drafts are judged gently. Null where it does not apply. */
function levelFor(rule: Rule, level: Level, postmortem: Postmortem | undefined): Level | null {
  if (postmortem?.status?.value !== "draft" || rule.drafts === "same") return level;
  return rule.drafts === "off" ? null : "warning";
}

function judged(ruleId: string, level: Level, path: string, report: Report): JudgedFinding {
  const { range, message, hint = null, fix = null } = report;
  return { ruleId, level, path, range, message, hint, fix };
}

function runRule(rule: Rule, level: Level, run: LintRun): readonly JudgedFinding[] {
  const { postmortems, others } = run;
  const context = contextFor(rule, run.context);
  const judgedByPath = new Map(postmortems.map((one) => [one.path, one]));
  const single = postmortems.flatMap((postmortem) => {
    const own = levelFor(rule, level, postmortem);
    if (own === null || !rule.check) return [];
    return [...rule.check(postmortem, context)].map((report) =>
      judged(rule.id, own, postmortem.path, report),
    );
  });
  const all = [...others.toSorted(byPath), ...postmortems.toSorted(byPath)];
  const across = [...(rule.checkAll?.(all, context) ?? [])].flatMap((report) => {
    const postmortem = judgedByPath.get(report.path);
    const own = postmortem ? levelFor(rule, level, postmortem) : null;
    return own === null ? [] : [judged(rule.id, own, report.path, report)];
  });
  return [...single, ...across];
}

function unreadableFindings(rule: Rule, level: Level, run: LintRun): readonly JudgedFinding[] {
  if (rule.id !== UNREADABLE_RULE) return [];
  return run.unreadable.map(({ path, message }) =>
    judged(rule.id, level, path, {
      range: FILE_START,
      message: `This file could not be read: ${message}`,
    }),
  );
}

/** Runs the rules over the documents, and lets the documents' directives silence what they name. */
export function runRules(run: LintRun): LintOutcome {
  const found = run.rules.flatMap((rule) => {
    const level = levelOf(rule, run.context.config);
    if (level === "off") return [];
    return [...runRule(rule, level, run), ...unreadableFindings(rule, level, run)];
  });
  const levels = new Map(run.rules.map((rule) => [rule.id, levelOf(rule, run.context.config)]));
  const { findings, silenced } = applyDirectives(found, run.postmortems, levels);
  const ordered = findings.toSorted(compareFindings).filter((one, index, all) => {
    const before = all[index - 1];
    return before === undefined || compareFindings(before, one) !== 0;
  });
  return { findings: withFingerprints(ordered, run.texts), silenced };
}

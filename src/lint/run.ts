import type { Finding, Level, LevelSetting } from "../core/finding.ts";
import { compareFindings } from "../core/finding.ts";
import { FILE_START } from "../core/position.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { UnreadableFile } from "../core/source-file.ts";
import type { Report, Rule, RuleContext } from "./define.ts";

/** The rule that speaks for files which could not be read at all. */
const UNREADABLE_RULE = "file-unreadable";

export interface LintRun {
  readonly postmortems: readonly Postmortem[];
  readonly unreadable: readonly UnreadableFile[];
  readonly rules: readonly Rule[];
  readonly context: RuleContext;
}

function levelOf(rule: Rule, { config }: RuleContext): LevelSetting {
  return config.ruleLevels.get(rule.id) ?? rule.defaultLevel;
}

/** The level of a rule for one document: drafts are judged gently. Null where it does not apply. */
function levelFor(rule: Rule, level: Level, postmortem: Postmortem | undefined): Level | null {
  if (postmortem?.status?.value !== "draft" || rule.drafts === "same") return level;
  return rule.drafts === "off" ? null : "warning";
}

function finding(ruleId: string, level: Level, path: string, report: Report): Finding {
  const { range, message, hint = null } = report;
  return { ruleId, level, path, range, message, hint };
}

function runRule(rule: Rule, level: Level, { postmortems, context }: LintRun): readonly Finding[] {
  const byPath = new Map(postmortems.map((postmortem) => [postmortem.path, postmortem]));
  const single = postmortems.flatMap((postmortem) => {
    const own = levelFor(rule, level, postmortem);
    if (own === null || !rule.check) return [];
    return [...rule.check(postmortem, context)].map((report) =>
      finding(rule.id, own, postmortem.path, report),
    );
  });
  const across = [...(rule.checkAll?.(postmortems, context) ?? [])].flatMap((report) => {
    const own = levelFor(rule, level, byPath.get(report.path));
    return own === null ? [] : [finding(rule.id, own, report.path, report)];
  });
  return [...single, ...across];
}

function unreadableFindings(rule: Rule, level: Level, run: LintRun): readonly Finding[] {
  if (rule.id !== UNREADABLE_RULE) return [];
  return run.unreadable.map(({ path, message }) =>
    finding(rule.id, level, path, {
      range: FILE_START,
      message: `This file could not be read: ${message}`,
    }),
  );
}

/** Runs the rules over the documents: findings without doubles, in their one order. */
export function runRules(run: LintRun): readonly Finding[] {
  const found = run.rules.flatMap((rule) => {
    const level = levelOf(rule, run.context);
    if (level === "off") return [];
    return [...runRule(rule, level, run), ...unreadableFindings(rule, level, run)];
  });
  return found.toSorted(compareFindings).filter((one, index, all) => {
    const before = all[index - 1];
    return before === undefined || compareFindings(before, one) !== 0;
  });
}

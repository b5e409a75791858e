import type { Postmortem } from "../core/postmortem.ts";
import { defineRule, type Report, type Rule } from "./define.ts";

/** A rule that reports the problems already found under its id while the document was read. */
export function defineProblemRule(rule: Omit<Rule, "check" | "checkAll">): Rule {
  return defineRule({
    ...rule,
    check: (postmortem: Postmortem): Iterable<Report> =>
      postmortem.problems.filter(({ ruleId }) => ruleId === rule.id),
  });
}

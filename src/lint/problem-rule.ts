import type { Postmortem } from "../core/postmortem.ts";
import { defineRule, type Report, type Rule } from "./define.ts";

/** A rule that reports what the reading of a document already found under its id. */
export function defineProblemRule(rule: Omit<Rule, "check" | "checkAll">): Rule {
  return defineRule({
    ...rule,
    check: (postmortem: Postmortem): Iterable<Report> =>
      postmortem.problems.filter(({ ruleId }) => ruleId === rule.id),
  });
}

import type { Postmortem, ProblemRule } from "../core/postmortem.ts";
import { defineRule, type Report, type Rule } from "./define.ts";

/** A rule that reports what the reading of a document already found under its id. */
export function defineProblemRule<const Id extends ProblemRule>(
  rule: Omit<Rule<Id>, "check" | "checkAll">,
): Rule<Id> {
  return defineRule({
    ...rule,
    check: (postmortem: Postmortem): Iterable<Report> =>
      postmortem.problems.filter(({ ruleId }) => ruleId === rule.id),
  });
}

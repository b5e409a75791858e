import type { Postmortem } from "../core/postmortem.ts";
import type { Problem } from "../core/problem.ts";
import { defineRule, type Rule, type RuleFinding } from "./define.ts";

/** What a rule says of a problem, whose place is known. */
export type Wording = Pick<RuleFinding, "message" | "hint">;

/** A rule that puts into words what the reading of a document already found. */
export interface ProblemRule<Id extends string = string> extends Rule<Id> {
  /** What it says of a problem; null where another rule does. */
  readonly reportOn: (problem: Problem) => RuleFinding | null;
}

type ProblemRuleDefinition<Id extends string> = Omit<Rule<Id>, "check" | "checkAll"> & {
  /** Words for the kinds of problems that the rule is about; null for any other. */
  readonly word: (problem: Problem) => Wording | null;
};

/** Declares a rule that reports what the reading of a document already found. */
export function defineProblemRule<const Id extends string>({
  word,
  ...rule
}: ProblemRuleDefinition<Id>): ProblemRule<Id> {
  const reportOn = (problem: Problem): RuleFinding | null => {
    const wording = word(problem);
    if (wording === null) return null;
    const { range, fix, unsafeFix } = problem;
    return { ...wording, range, ...(fix ? { fix } : {}), ...(unsafeFix ? { unsafeFix } : {}) };
  };
  const check = ({ problems }: Postmortem): Iterable<RuleFinding> =>
    problems.flatMap((problem) => reportOn(problem) ?? []);
  return { ...defineRule({ ...rule, check }), reportOn };
}

/** What the first of some rules that is about a problem says of it; null where none is. */
export function reportOf(problem: Problem, rules: readonly ProblemRule[]): RuleFinding | null {
  for (const rule of rules) {
    const report = rule.reportOn(problem);
    if (report) return report;
  }
  return null;
}

import { didYouMean } from "../../core/text/did-you-mean.ts";
import { defineProblemRule } from "../problem-rule.ts";

const FORM = "pm-disable-next-line rule-id: reason";

/** The directive that shares most words with an unknown one; else the one that is written most like it. */
function directiveMeant(written: string, known: readonly string[]): string | null {
  const words = new Set(written.split("-").filter((word) => word !== "pm"));
  const shared = (name: string) => name.split("-").filter((word) => words.has(word)).length;
  const most = Math.max(...known.map(shared));
  // "pm-disable-line" and "pm-ignore-next-line" share "line" with one of them alone.
  const best = known.filter((name) => shared(name) === most);
  const [only] = best;
  if (most > 0 && only !== undefined && best.length === 1) return only;
  return didYouMean(written, best);
}

export const directiveSyntax = defineProblemRule({
  id: "directive-syntax",
  defaultLevel: "error",
  drafts: "same",
  summary: `A comment that silences a rule names the rule and gives a reason.`,
  why: `Whoever finds a silenced rule a year later needs to know whether it should stay silenced. So a directive without a reason silences nothing, and no directive can silence this rule.`,
  helps: `A silenced fact is still missing from the reports: the reason is all that a reader of \`pm gaps\` or \`pm ttd\` has in its place.`,
  bad: `---
title: Checkout stalled
status: draft
---

<!-- pm-disable-file required-facts -->
`,
  good: `---
title: Checkout stalled
# pm-disable-next-line unknown-severity: imported, the old scale has no counterpart
severity: blocker
status: draft
---
`,
  word: (problem) => {
    switch (problem.kind) {
      case "directive-name": {
        const { written, known } = problem;
        const near = directiveMeant(written, known);
        const hint = near === null ? `Known: ${known.join(", ")}.` : `Did you mean \`${near}\`?`;
        return { message: `Unknown directive \`${written}\``, hint };
      }
      case "directive-bare":
        return {
          message: `Missing rule in \`${problem.name}\`, which silences nothing`,
          hint: `Write it as \`${FORM}\`.`,
        };
      case "directive-unreasoned": {
        const { name, ruleIds } = problem;
        return {
          message: `Missing reason in \`${name}\`, which silences nothing`,
          hint: `Say why after a colon: \`${name} ${ruleIds.join(", ")}: reason\`.`,
        };
      }
      default:
        return null;
    }
  },
});

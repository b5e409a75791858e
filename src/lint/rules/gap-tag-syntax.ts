import { PHASES } from "../../core/postmortem.ts";
import { defineProblemRule } from "../problem-rule.ts";

const FORM = "(gap: competency, kind, team: …, phase: …)";

/** What a tag of another form is wrong in; one that begins as a tag is read all the same. */
function slipHint(written: string): string {
  if (/[;|]/.test(written)) return "Separate its parts with commas.";
  return /^\(gap:/i.test(written)
    ? `Write it as \`${FORM}\`.`
    : "No report counts a gap tag in another form.";
}

export const gapTagSyntax = defineProblemRule({
  id: "gap-tag-syntax",
  defaultLevel: "error",
  drafts: "same",
  summary: `A \`(gap: …)\` tag names a competency, then a kind.`,
  why: `A tag that cannot be read is a gap that no report counts.`,
  helps: `\`pm gaps\` counts every tag that it can read; the others are missing from its figures.`,
  bad: `---
title: Checkout stalled
status: draft
---

## Contributing factors

- Lag was read as a traffic dip. (gap:)
`,
  good: `---
title: Checkout stalled
status: draft
---

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpressure, knowledge)
`,
  word: (problem) => {
    const hint = `Write it as \`${FORM}\`.`;
    switch (problem.kind) {
      case "tag-form":
        return { message: `Unexpected gap tag \`${problem.written}\``, hint };
      case "tag-phase": {
        const expected = `expected one of ${PHASES.join(", ")}`;
        return {
          message: `Unexpected phase \`${problem.phase}\` in a gap tag, ${expected}`,
          hint: problem.meant === null ? hint : `Did you mean \`${problem.meant}\`?`,
        };
      }
      case "tag-slip":
        return problem.expected === null
          ? { message: `Unexpected gap tag \`${problem.written}\``, hint }
          : {
              message: `Unexpected gap tag \`${problem.written}\`, expected \`${problem.expected}\``,
              hint: slipHint(problem.written),
            };
      case "tag-unclosed":
        return { message: "Unexpected end of gap tag", hint };
      default:
        return null;
    }
  },
});

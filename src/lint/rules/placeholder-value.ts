import { defineProblemRule } from "../problem-rule.ts";

export const placeholderValue = defineProblemRule({
  id: "placeholder-value",
  defaultLevel: "error",
  drafts: "off",
  summary: `No value is a placeholder such as \`TBD\`.`,
  why: `A placeholder looks like a fact but is not one. Write \`unknown\` if nobody knows: reports count and show it, and leave it out of every share.`,
  helps: `\`pm gaps --by service\` and similar reports would group incidents under \`TBD\`, so they ignore placeholders.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
trigger: TBD
---
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
trigger: unknown
---
`,
  word: (problem) => {
    if (problem.kind !== "stand-in") return null;
    const { value, key, origin } = problem;
    return {
      message: `Unexpected placeholder \`${value}\` for \`${key}\``,
      hint:
        origin === "body"
          ? "Name a team or a role, or leave it out."
          : "Give the value or `unknown`, or leave out the key.",
    };
  },
});

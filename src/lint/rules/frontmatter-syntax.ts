import { faultWording } from "../../core/document/syntax-fault.ts";
import { defineProblemRule } from "../problem-rule.ts";

export const frontmatterSyntax = defineProblemRule({
  id: "frontmatter-syntax",
  defaultLevel: "error",
  drafts: "same",
  summary: `Frontmatter is YAML between two \`---\` lines, or TOML between two \`+++\` lines.`,
  why: `If any of the frontmatter cannot be parsed, every report leaves all of it out. \`pm\` never runs code in frontmatter and does not expand aliases.`,
  helps: `Until the frontmatter can be parsed, reports see only the body: \`pm gaps\` loses the incident's gaps, services and teams.`,
  bad: `---
title: "Checkout stalled
status: draft
---
`,
  good: `---
title: Checkout stalled
status: draft
---
`,
  word: (problem) => (problem.kind === "unparsed" ? faultWording(problem.fault) : null),
});

import { faultWording } from "../../core/syntax-fault.ts";
import { defineProblemRule } from "../problem-rule.ts";

/** Frontmatter is YAML between two `---` lines, or TOML between two `+++` lines. */
export const frontmatterSyntax = defineProblemRule({
  id: "frontmatter-syntax",
  defaultLevel: "error",
  drafts: "same",
  summary: `Frontmatter is YAML between two \`---\` lines, or TOML between two \`+++\` lines.`,
  why: `What cannot be parsed counts for nothing: the whole frontmatter is left out of every report. Code in a frontmatter is never run, and aliases are not expanded.`,
  helps: `While the frontmatter cannot be read, every report knows only what the body tells: \`pm gaps\` loses the incident's gaps, services and teams.`,
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

import { FILE_START } from "../../core/position.ts";
import type { Report } from "../define.ts";
import { defineRule } from "../define.ts";

/** A postmortem has frontmatter. */
export const frontmatterMissing = defineRule({
  id: "frontmatter-missing",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A postmortem has frontmatter.`,
  why: `Severity, services and teams are read from the frontmatter alone. Without it an incident counts in the totals and in no group.`,
  helps: `\`pm gaps\` and \`pm ttd\` can place an incident in a window, a service and a severity only by its frontmatter, or by what they guess from the body.`,
  bad: `# Checkout stalled

The queue backed up.
`,
  good: `---
title: Checkout stalled
status: draft
---

The queue backed up.
`,
  *check({ hasFrontmatter }): Iterable<Report> {
    if (hasFrontmatter) return;
    const hint = "Begin the file with `---`, title, status, severity, services, times and `---`.";
    yield { range: FILE_START, message: "Missing frontmatter", hint };
  },
});

import { FILE_START } from "../../core/position.ts";
import { STATUSES } from "../../core/postmortem.ts";
import { defineRule, type RuleFinding } from "../define.ts";
import { isBroken, statesStatus } from "../stated-status.ts";

export const frontmatterMissing = defineRule({
  id: "frontmatter-missing",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A postmortem has frontmatter with a status.`,
  why: `Reports group best by what the frontmatter states: severity, services and teams. Without it, an incident may count in the totals but in no group. The \`status\` shows that someone vouches for the document.`,
  helps: `\`pm gaps\` and \`pm ttd\` place an incident in a window, a service and a severity by its frontmatter; without it, they can only infer these from the body.`,
  bad: `# Checkout stalled

The queue backed up.
`,
  good: `---
title: Checkout stalled
status: draft
---

The queue backed up.
`,
  *check(postmortem): Iterable<RuleFinding> {
    if (postmortem.hasFrontmatter) {
      if (statesStatus(postmortem) || isBroken(postmortem)) return;
      const hint = `Review the document, then set one of ${STATUSES.join(", ")}.`;
      yield { range: FILE_START, message: "Missing `status` in the frontmatter", hint };
      return;
    }
    const hint =
      "Start the file with title, status, severity, services and times between two `---` lines.";
    yield { range: FILE_START, message: "Missing frontmatter", hint };
  },
});

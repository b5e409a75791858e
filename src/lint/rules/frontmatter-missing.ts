import { FILE_START } from "../../core/position.ts";
import { STATUSES } from "../../core/postmortem.ts";
import { defineRule, type Report } from "../define.ts";
import { isBroken, statesStatus } from "../stated-status.ts";

/** A postmortem has frontmatter, with its status. */
export const frontmatterMissing = defineRule({
  id: "frontmatter-missing",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A postmortem has frontmatter, with its status.`,
  why: `Severity, services and teams count best where the frontmatter states them. Without it an incident may count in the totals and in no group; its \`status\` says that somebody vouches for what it states.`,
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
  *check(postmortem): Iterable<Report> {
    if (postmortem.hasFrontmatter) {
      if (statesStatus(postmortem) || isBroken(postmortem)) return;
      const hint = `Look through it, and give one of ${STATUSES.join(", ")}.`;
      yield { range: FILE_START, message: "Missing `status` in the frontmatter", hint };
      return;
    }
    const hint = "Begin the file with `---`, title, status, severity, services, times and `---`.";
    yield { range: FILE_START, message: "Missing frontmatter", hint };
  },
});

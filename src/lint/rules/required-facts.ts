import { FILE_START } from "../../core/position.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { STATUSES } from "../../core/postmortem.ts";
import type { Report } from "../define.ts";
import { defineRule } from "../define.ts";
import { hasUnreadValue } from "../unread-value.ts";

/** What a broken frontmatter states is not known, so nothing is missing from it. */
function isBroken({ problems }: Postmortem): boolean {
  return problems.some(({ ruleId }) => ruleId === "frontmatter-syntax");
}

/** A document past its draft has status, title, severity, services and a start. */
export const requiredFacts = defineRule({
  id: "required-facts",
  defaultLevel: "error",
  drafts: "off",
  summary: `A document past its draft has status, title, severity, services and a start.`,
  why: `These place an incident in a window and in its groups; without a start it is in no window at all.`,
  helps: `\`--since\`, \`--service\` and \`--severity\` of every report, \`pm gaps\` first, select by these facts.`,
  bad: `---
title: Checkout stalled
status: review
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---
`,
  *check(postmortem, { taxonomy }): Iterable<Report> {
    if (!postmortem.hasFrontmatter || isBroken(postmortem)) return;
    const { status, title, severity, services, milestones, unknownMilestones } = postmortem;
    const severities = taxonomy.severities.map(({ id }) => id).join(", ");
    const hasStart = milestones.started !== null || unknownMilestones.includes("started");
    const required: readonly (readonly [name: string, isGiven: boolean, hint: string])[] = [
      ["status", status !== null, `Give one of ${STATUSES.join(", ")}.`],
      ["title", title !== null, "What happened, in a few words."],
      ["severity", severity !== null, `Give one of ${severities}.`],
      ["services", services.length > 0, "Name the services that failed."],
      ["times.started", hasStart, "Give the instant, or `unknown` where nobody knows it."],
    ];
    for (const [name, isGiven, hint] of required) {
      if (isGiven || hasUnreadValue(postmortem, name)) continue;
      yield { range: FILE_START, message: `Missing \`${name}\` in the frontmatter`, hint };
    }
  },
});

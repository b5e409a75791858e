import { FILE_START } from "../../core/position.ts";
import { defineRule, type Report } from "../define.ts";
import { isBroken, statesStatus } from "../stated-status.ts";
import { hasUnreadValue } from "../unread-value.ts";

/** A document that says it is past its draft has title, severity, services and a start. */
export const requiredFacts = defineRule({
  id: "required-facts",
  defaultLevel: "error",
  drafts: "off",
  summary: `A document that says it is past its draft has title, severity, services and a start.`,
  why: `These place an incident in a window and in its groups; without a start it is in no window at all. A document whose frontmatter says no \`status\` is not asked for them: nobody has looked through it yet.`,
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
    if (!statesStatus(postmortem) || isBroken(postmortem)) return;
    const { title, severity, services, milestones, unknownMilestones } = postmortem;
    const severities = taxonomy.severities.map(({ id }) => id).join(", ");
    const hasStart = milestones.started !== null || unknownMilestones.includes("started");
    const required: readonly (readonly [name: string, isGiven: boolean, hint: string])[] = [
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

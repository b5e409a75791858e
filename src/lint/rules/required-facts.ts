import { FILE_START } from "../../core/position.ts";
import { defineRule, type RuleFinding } from "../define.ts";
import { isBroken, statesStatus } from "../stated-status.ts";
import { hasUnreadValue } from "../unread-value.ts";

export const requiredFacts = defineRule({
  id: "required-facts",
  defaultLevel: "error",
  drafts: "off",
  summary: `A document past its draft has a title, a severity, services and a start.`,
  why: `These facts place an incident in its window and its groups; without a start, it is in no window at all. A document whose frontmatter has no \`status\` is exempt: nobody has reviewed it yet.`,
  helps: `Reports, \`pm gaps\` first, select by these facts with \`--since\`, \`--service\` and \`--severity\`.`,
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
  *check(postmortem, { taxonomy }): Iterable<RuleFinding> {
    if (!statesStatus(postmortem) || isBroken(postmortem)) return;
    const { title, severity, services, milestones, unknownMilestones } = postmortem;
    const severities = taxonomy.severities.map(({ id }) => id).join(", ");
    const hasStart = milestones.started !== null || unknownMilestones.includes("started");
    const required: readonly (readonly [name: string, isGiven: boolean, hint: string])[] = [
      ["title", title !== null, "Say what happened, in a few words."],
      ["severity", severity !== null, `Use one of ${severities}.`],
      ["services", services.length > 0, "Name the services that failed."],
      ["times.started", hasStart, "Give the instant, or `unknown` if nobody knows it."],
    ];
    for (const [name, isGiven, hint] of required) {
      if (isGiven || hasUnreadValue(postmortem, name)) continue;
      yield { range: FILE_START, message: `Missing \`${name}\` in the frontmatter`, hint };
    }
  },
});

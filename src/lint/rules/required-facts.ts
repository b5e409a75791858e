import { FILE_START } from "../../core/position.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Report } from "../define.ts";
import { defineRule } from "../define.ts";

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
  bad: `---
title: Checkout stalled
status: final
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---
`,
  good: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---
`,
  *check(postmortem): Iterable<Report> {
    if (!postmortem.hasFrontmatter || isBroken(postmortem)) return;
    const { status, title, severity, services, milestones, unknownMilestones } = postmortem;
    const given: readonly (readonly [string, boolean])[] = [
      ["status", status !== null],
      ["title", title !== null],
      ["severity", severity !== null],
      ["services", services.length > 0],
      ["times.started", milestones.started !== null || unknownMilestones.includes("started")],
    ];
    for (const [name, isGiven] of given) {
      if (!isGiven) yield { range: FILE_START, message: `Missing \`${name}\` in the frontmatter` };
    }
  },
});

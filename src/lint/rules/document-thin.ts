import { learningWords } from "../../core/document/signal-parts.ts";
import type { Fact, Postmortem } from "../../core/postmortem.ts";
import { defineRule, type RuleFinding } from "../define.ts";
import { isBroken } from "../stated-status.ts";

/** Whether a factor stands where a document says what caused the incident. */
function isCause({ source }: Fact<string>, { sections }: Postmortem): boolean {
  const { line } = source.range.start;
  return sections.findLast(({ range }) => range.start.line <= line)?.kind === "cause";
}

/**
 * Whether it names factors as reports list them, or has a section of them in prose. The one cause of a
 * document only says what happened; several, point by point, are factors.
 */
function namesFactors(postmortem: Postmortem): boolean {
  const { factors, sections } = postmortem;
  const isNamed = factors.length > 1 || factors.some((one) => !isCause(one, postmortem));
  return isNamed || sections.some(({ kind, words }) => kind === "factors" && words > 0);
}

export const documentThin = defineRule({
  id: "document-thin",
  defaultLevel: "warning",
  drafts: "off",
  summary: `A final document goes beyond what happened: it says what contributed, what was missing, or what was learned.`,
  why: `An incident ticket already says what happened and what caused it. Others learn from what made the incident possible, or slower to understand: contributing factors, gaps, learnings. One of these is enough.`,
  helps: `A thin document adds nothing to \`pm gaps\` and comes first in \`pm signal\`, which starts with the lowest score.`,
  bad: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  diagnosed: 2026-03-14T02:40:00Z
  resolved: 2026-03-14T03:10:00Z
review: { due: 2026-06-01, criteria: The next queue incident is diagnosed in 20 minutes. }
---

## Root cause

A deploy made each payment wait for the ledger.
`,
  good: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
  diagnosed: 2026-03-14T02:40:00Z
  resolved: 2026-03-14T03:10:00Z
review: { due: 2026-06-01, criteria: The next queue incident is diagnosed in 20 minutes. }
---

## Root cause

A deploy made each payment wait for the ledger.

## Contributing factors

- Retries had no limit.

## What we learned

- A queue that grows without errors looks like a quiet morning.
`,
  *check(postmortem): Iterable<RuleFinding> {
    if (isBroken(postmortem)) return;
    const { status, gaps } = postmortem;
    if (status?.value !== "final" || gaps.length > 0) return;
    if (namesFactors(postmortem) || learningWords(postmortem) > 0) return;
    yield {
      range: status.source.range,
      message:
        "Missing contributing factors, gaps and learnings: this document says only what happened",
      hint: 'Add a section "Contributing factors" or "What we learned".',
    };
  },
});

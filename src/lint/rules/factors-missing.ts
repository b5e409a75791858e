import type { Report } from "../define.ts";
import { defineRule } from "../define.ts";

/** A final document names contributing factors. */
export const factorsMissing = defineRule({
  id: "factors-missing",
  defaultLevel: "error",
  drafts: "off",
  summary: `A final document names contributing factors.`,
  why: `Factors are where gaps come from. A document that only says what happened teaches nobody.`,
  bad: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
---
`,
  good: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
---

## Contributing factors

- Retries had no limit.
`,
  *check({ status, factors, gaps }): Iterable<Report> {
    if (status?.value !== "final" || factors.length > 0 || gaps.length > 0) return;
    const hint = 'Add a section "Contributing factors" with one bullet for each.';
    yield { range: status.source.range, message: "Missing contributing factors", hint };
  },
});

import type { Report } from "../define.ts";
import { defineRule } from "../define.ts";

const SHOWN = 60;

/** A final document has no template prompt left unanswered. */
export const promptUnanswered = defineRule({
  id: "prompt-unanswered",
  defaultLevel: "error",
  drafts: "off",
  summary: `A final document has no template prompt left unanswered.`,
  why: `A prompt still standing is a question that nobody answered: the document looks finished and is not.`,
  bad: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
---

## Impact

<!-- prompt: Who noticed what? -->
`,
  good: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
---

## Impact

<!-- prompt: Who noticed what? -->

412 payments failed.
`,
  *check({ status, prompts }): Iterable<Report> {
    if (status?.value !== "final") return;
    for (const { text, range } of prompts) {
      const start = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
      yield {
        range,
        message: `Unanswered prompt: ${start}`,
        hint: "Answer it below, or remove it with its section.",
      };
    }
  },
});

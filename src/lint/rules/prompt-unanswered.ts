import { defineRule, type RuleFinding } from "../define.ts";
import { firstWords } from "../first-words.ts";

export const promptUnanswered = defineRule({
  id: "prompt-unanswered",
  defaultLevel: "error",
  drafts: "off",
  summary: `A final document leaves no template prompt unanswered.`,
  why: `A prompt that is still there is a question that nobody answered: the document looks finished but is not.`,
  helps: `The prompts ask for the facts behind \`pm gaps\`, \`pm escalations\` and \`pm ttd\`.`,
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

## Contributing factors

- Retries had no limit.

## Impact

<!-- prompt: Who noticed what? -->
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

## Contributing factors

- Retries had no limit.

## Impact

<!-- prompt: Who noticed what? -->

412 payments failed.
`,
  *check({ status, prompts }): Iterable<RuleFinding> {
    if (status?.value !== "final") return;
    for (const { text, range } of prompts) {
      yield {
        range,
        message: `Unanswered prompt: ${firstWords(text)}`,
        hint: "Answer it below, or remove the prompt and its section.",
      };
    }
  },
});

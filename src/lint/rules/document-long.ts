import { defineRule, type RuleFinding } from "../define.ts";

export const documentLong = defineRule({
  id: "document-long",
  defaultLevel: "warning",
  drafts: "off",
  summary: `A document is short enough to read: at most 2000 words.`,
  why: `Few people read someone else's incident for ten minutes, and the learnings come at the end. Link to logs, raw timelines and chat transcripts instead of pasting them. Code blocks and comments do not count.`,
  helps: `\`pm gaps --evidence\` leads readers to a file and line; in a short document they read the rest too.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---

## Timeline

The queue grew without errors.

## What was said in the channel

First somebody asked whether the queue was slow. Then somebody else asked the same, and
the third answer was that the dashboard had no errors. In the end somebody looked at the lag.
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---

## Timeline

The queue grew without errors.

## What was said in the channel

The transcript is in the incident archive.
`,
  options: {
    words: { default: 2000, description: "Maximum number of words in a document's body." },
  },
  exampleOptions: { words: 20 },
  *check({ status, sections }, { options }): Iterable<RuleFinding> {
    if (status === null) return;
    const total = sections.reduce((sum, { words }) => sum + words, 0);
    let read = 0;
    for (const { words, range } of sections) {
      read += words;
      if (read <= options.words) continue;
      const message = `Unexpected length of ${total} words, expected at most ${options.words}: this is where the limit is reached`;
      yield { range, message, hint: "Shorten it, or link to what few readers need." };
      return;
    }
  },
});

import { defineRule, type Report } from "../define.ts";

/** A document is short enough to be read. */
export const documentLong = defineRule({
  id: "document-long",
  defaultLevel: "warning",
  drafts: "off",
  summary: `A document is short enough to be read: at most 2000 words.`,
  why: `Few people read ten minutes of somebody else's incident to its end, and what is learned stands at the end. Logs, raw timelines and chat transcripts are better linked. Code blocks and comments are not counted.`,
  helps: `\`pm gaps --evidence\` leads readers to a file and line; in a document of readable length they read the rest too.`,
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
    words: { default: 2000, description: "The most words of a document's body." },
  },
  exampleOptions: { words: 20 },
  *check({ status, sections }, { options }): Iterable<Report> {
    if (status === null) return;
    const total = sections.reduce((sum, { words }) => sum + words, 0);
    let read = 0;
    for (const { words, range } of sections) {
      read += words;
      if (read <= options.words) continue;
      const message = `Unexpected length of ${total} words, expected at most ${options.words}: here they are passed`;
      yield { range, message, hint: "Shorten it, or link what few readers need." };
      return;
    }
  },
});

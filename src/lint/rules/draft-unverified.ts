import { firstWords } from "../first-words.ts";
import { defineProblemRule } from "../problem-rule.ts";

export const draftUnverified = defineProblemRule({
  id: "draft-unverified",
  defaultLevel: "error",
  drafts: "warning",
  summary: `Every sentence that a language model drafted has been checked.`,
  why: `\`pm new --draft\` writes first sentences into comments, each with the rows of the timeline that it rests on. A model may misread these rows or make things up, and only someone who knows the incident can tell. Until the mark is removed, the sentence is part of no report.`,
  helps: `\`pm show\`, \`pm gaps\` and \`pm families\` read only what a person has checked; a checked sentence counts like any other.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
---

## Summary

<!-- unverified: drafted by a model from row 2 (2026-03-14 02:15:04). If that is so, delete this line and the last one.
Checkout stalled after a deploy of the queue consumer.
-->
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
  detected: 2026-03-14T02:21:00Z
---

## Summary

Checkout stalled after a deploy of the queue consumer.
`,
  word: (problem) => {
    if (problem.kind !== "unverified") return null;
    const said = problem.text === "" ? "" : `: ${firstWords(problem.text)}`;
    return {
      message: `Unverified sentence, drafted by a language model${said}`,
      hint: "Check it against its rows of the timeline. Then delete the first and last line of the comment, or all of it.",
    };
  },
});

import { defineUnknownTermRule } from "../unknown-term.ts";

export const unknownDetectionSource = defineUnknownTermRule({
  id: "unknown-detection-source",
  noun: "detection source",
  summary: `Every detection source is in the taxonomy.`,
  why: `\`pm ttd --by detected-by\` shows how much later an incident is found when a customer reports it.`,
  helps: `\`pm ttd --by detected-by\` compares what alerts find with what customers find; a misspelt source becomes a group of its own.`,
  bad: `---
title: Checkout stalled
status: draft
detected_by: alrt
---
`,
  good: `---
title: Checkout stalled
status: draft
detected_by: alert
---
`,
  terms: (taxonomy) => taxonomy.detectionSources,
  values: ({ detectedBy }) => [detectedBy],
});

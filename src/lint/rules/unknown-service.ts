import { defineUnknownTermRule } from "../unknown-term.ts";

/** A service is one that the taxonomy has. */
export const unknownService = defineUnknownTermRule({
  id: "unknown-service",
  noun: "service",
  summary: "A service is one that the taxonomy has.",
  why: `A gap is systemic when it shows in several services, and coverage compares responders with a service's owner: both need the service's one name.`,
  helps: `\`pm gaps\` counts the services of a gap before it calls it systemic, and \`--service\` selects by them.`,
  bad: `---
title: Checkout stalled
status: draft
services: [chekout]
---
`,
  good: `---
title: Checkout stalled
status: draft
services: [checkout]
---
`,
  terms: (taxonomy) => taxonomy.services,
  values: ({ services }) => services,
});

import { defineProblemRule } from "../problem-rule.ts";

/** No value is a stand-in such as `TBD`. */
export const placeholderValue = defineProblemRule({
  id: "placeholder-value",
  defaultLevel: "error",
  drafts: "off",
  summary: `No value is a stand-in such as \`TBD\`.`,
  why: `A stand-in looks like a fact and is none. Write \`unknown\` where nobody knows: that is counted and shown, and stays out of every share.`,
  bad: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
trigger: TBD
---
`,
  good: `---
title: Checkout stalled
status: final
severity: P1
services: [checkout]
trigger: unknown
---
`,
});

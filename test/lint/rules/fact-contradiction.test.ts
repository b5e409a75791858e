import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function withGap(kind: string): string {
  return `---
gaps:
  - competency: messaging.backpressure
    kind: ${kind}
---

## Contributing factors

- Lag was read as a dip. (gap: messaging.backpressure, knowledge)
`;
}

function withActions(rows: string): string {
  return `---
actions:
  - title: Game day
    owner: payments
    due: 2026-04-15
---

## Actions

| Action | Owner | Due |
|---|---|---|
${rows}
`;
}

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["one gap told twice", withGap("knowledge"), []],
  [
    "one gap of two kinds",
    withGap("coverage"),
    ["9:56 Unexpected kind of gap `knowledge`: the frontmatter says `coverage` (line 4)"],
  ],
  ["one action told twice", withActions("| game day | payments | 2026-04-15 |"), []],
  [
    "one action of two owners and dates",
    withActions("| Game day | platform | 2026-05-01 |"),
    [
      "12:14 Unexpected owner `platform`: the frontmatter says `payments` (line 4)",
      "12:25 Unexpected due date `2026-05-01`: the frontmatter says `2026-04-15` (line 5)",
    ],
  ],
  [
    "an action that the frontmatter lacks",
    withActions("| Write the runbook | platform | 2026-05-01 |"),
    ["12:3 Unexpected action in the body: the frontmatter lists the actions and lacks it"],
  ],
  [
    "one escalation of two reasons, and one that only the body has",
    `---
escalations:
  - { from: payments, to: platform, reason: access }
---

## Escalations

| From | To | Reason |
|---|---|---|
| payments | platform | expertise |
| ledger | platform | policy |
`,
    ["10:25 Unexpected reason of escalation `expertise`: the frontmatter says `access` (line 3)"],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("fact-contradiction", document)).toEqual(expected);
});

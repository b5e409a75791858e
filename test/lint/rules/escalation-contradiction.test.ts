import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

function escalation(fields: string): string {
  return `---
status: final
times: { started: 2026-03-14T02:15:00Z, resolved: 2026-03-14T03:10:00Z }
escalations:
  - { ${fields}, reason: access }
---
`;
}

test.each<[fields: string, expected: readonly string[]]>([
  ["from: payments, to: ledger, at: 2026-03-14T02:40:00Z", []],
  ["from: payments, to: ledger", []],
  ["from: payments, to: ledger, at: 2026-03-14T02:14:30Z", []],
  ["from: unknown, to: unknown", []],
  ["from: payments, to: payments", ["5:27 Unexpected escalation from `payments` to itself"]],
  ["from: Payments, to: payments", ["5:27 Unexpected escalation from `payments` to itself"]],
  [
    "from: payments, to: ledger, at: 2026-02-14T02:40:00Z",
    ["5:39 Unexpected time of an escalation, before the incident started (2026-03-14T02:15Z)"],
  ],
  [
    "from: payments, to: ledger, at: 2026-03-14T04:40:00Z",
    ["5:39 Unexpected time of an escalation, after it was resolved (2026-03-14T03:10Z)"],
  ],
])("%s", (fields, expected) => {
  expect(lintDocument("escalation-contradiction", escalation(fields))).toEqual(expected);
});

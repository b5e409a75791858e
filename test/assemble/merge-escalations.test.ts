import { describe, expect, test } from "vitest";
import { problemsOf, read } from "../support/context.ts";

function document(items: readonly string[], rows: readonly string[]): string {
  const list = items.length === 0 ? " []" : items.map((item) => `\n  - { ${item} }`).join("");
  return `---
title: Outage
escalations:${list}
---

## Escalations

| Time | From | To | Reason | Competency |
|---|---|---|---|---|
${rows.map((row) => `| ${row} |\n`).join("")}`;
}

/** Each escalation in words, and whether it is the frontmatter's. */
function told(text: string): readonly string[] {
  return read(text).escalations.map(({ at, from, to, reason, competency, source }) => {
    const time = at === null ? null : new Date(at.value).toISOString().slice(11, 16);
    const facts = [from, to, reason, competency].map((fact) => fact?.value ?? null);
    const values = [time, ...facts].map((value) => value ?? "–");
    return `${source.origin === "body" ? "body" : "front"}: ${values.join(" ")}`;
  });
}

const AT = "at: 2026-03-14T02:40:00Z";
const ROW = "2026-03-14T02:40Z | payments | platform | access | messaging.dead-letters";

describe("escalations of frontmatter and body", () => {
  test.each<
    [name: string, items: readonly string[], rows: readonly string[], expected: readonly string[]]
  >([
    [
      "only the body has any",
      [],
      [ROW],
      ["body: 02:40 payments platform access messaging.dead-letters"],
    ],
    [
      "one is stated again, and the body has what the frontmatter lacks",
      ["to: platform, reason: access"],
      [ROW],
      ["front: 02:40 payments platform access messaging.dead-letters"],
    ],
    [
      "the body has another as well",
      ["from: payments, to: platform, reason: access"],
      [ROW, "2026-03-14T03:10Z | ledger | platform | policy | "],
      [
        "front: 02:40 payments platform access messaging.dead-letters",
        "body: 03:10 ledger platform policy –",
      ],
    ],
    [
      "the body has it twice, at two times",
      [`${AT}, from: payments, to: platform`],
      ["2026-03-14T04:00Z | payments | platform | policy | ", ROW],
      [
        "front: 02:40 payments platform access messaging.dead-letters",
        "body: 04:00 payments platform policy –",
      ],
    ],
    [
      "one without a time does not take the row of another",
      ["from: payments, to: platform", `${AT}, from: payments, to: platform`],
      [ROW, "2026-03-14T04:00Z | payments | platform | policy | "],
      [
        "front: 04:00 payments platform policy –",
        "front: 02:40 payments platform access messaging.dead-letters",
      ],
    ],
    [
      "one without its team does not take the row of another",
      ["to: platform", "from: payments, to: platform"],
      [ROW, " | ledger | platform | policy | "],
      [
        "front: – ledger platform policy –",
        "front: 02:40 payments platform access messaging.dead-letters",
      ],
    ],
    [
      "a suggestion says nothing that the body does not",
      ["to: platform, reason: expertise, source: suggested"],
      ["2026-03-14T02:40Z | payments | platform | | "],
      ["body: 02:40 payments platform – –"],
    ],
    [
      "a suggestion hides nothing",
      ["to: ledger, source: suggested"],
      [ROW],
      ["front: – – ledger – –", "body: 02:40 payments platform access messaging.dead-letters"],
    ],
  ])("%s", (_name, items, rows, expected) => {
    expect(told(document(items, rows))).toEqual(expected);
  });

  test("one that the body states too needs no confirmation", () => {
    const text = document(
      ["to: platform, source: suggested", "to: ledger, source: suggested"],
      [ROW],
    );
    expect(read(text).escalations.map(({ confirmed }) => confirmed)).toEqual([true, false]);
  });

  test("a body is read for them only where it may have a table of them", () => {
    const table = document(["to: ledger"], [ROW]);
    expect(read(table, ["escalations"]).escalations).toHaveLength(2);
    const other = table.replace("| To |", "| Whom |").replace("## Escalations", "## Timeline");
    expect(read(other, ["escalations"]).bodyRead).toBe(false);
  });
});

describe("what is contradicted", () => {
  test.each<
    [name: string, items: readonly string[], rows: readonly string[], expected: readonly string[]]
  >([
    [
      "reason and competency of one and the same",
      ["from: payments, to: platform, reason: policy, competency: observability.tracing"],
      [ROW],
      [
        "11:45 fact-contradiction: Unexpected reason of escalation `access`: the frontmatter says `policy` (line 4)",
        "11:54 fact-contradiction: Unexpected competency of escalation `messaging.dead-letters`: the frontmatter says `observability.tracing` (line 4)",
      ],
    ],
    [
      "nothing by a reason in other letters, or in a sentence",
      [
        "from: payments, to: platform, reason: access",
        "from: payments, to: ledger, reason: policy",
      ],
      [" | payments | platform | Access | ", " | payments | ledger | They own it | "],
      [],
    ],
    [
      "two times between the same teams",
      [`${AT}, from: payments, to: platform`],
      ["2026-03-14T02:50Z | payments | platform | | "],
      [
        "11:3 fact-contradiction: Unexpected time `2026-03-14T02:50Z` of an escalation: the frontmatter says `2026-03-14T02:40Z` (line 4)",
      ],
    ],
    [
      "nothing by two times where each is stated again",
      [
        `${AT}, from: payments, to: platform`,
        "at: 2026-03-14T02:50Z, from: payments, to: platform",
      ],
      ["2026-03-14T02:50Z | payments | platform | | ", ROW],
      [],
    ],
    [
      "nothing by what nobody has confirmed",
      ["from: payments, to: platform, reason: policy, source: suggested"],
      [ROW],
      [],
    ],
    ["nothing by one that only the body has", ["to: ledger"], [ROW], []],
  ])("%s", (_name, items, rows, expected) => {
    expect(problemsOf(document(items, rows))).toEqual(expected);
  });
});

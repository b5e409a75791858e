import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

function withEntries(list: string, ...entries: readonly string[]): string {
  return `---\nstatus: draft\n${list}:\n${entries.map((entry) => `  - ${entry}\n`).join("")}---\n`;
}

const GAP = "{ competency: messaging.backpressure, evidence: Lag was read as a dip.";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["a gap that somebody stated", withEntries("gaps", `${GAP} }`), []],
  ["a confirmed gap", withEntries("gaps", `${GAP}, source: confirmed }`), []],
  [
    "a suggested gap",
    withEntries("gaps", `${GAP} }`, `${GAP}, source: suggested }`),
    ["5:5 Missing confirmation of the suggested gap `messaging.backpressure`"],
  ],
  [
    "a suggested gap that the body tags",
    `${withEntries("gaps", `${GAP}, source: suggested }`)}- Lag. (gap: messaging.backpressure)\n`,
    [],
  ],
  [
    "suggested escalations",
    withEntries(
      "escalations",
      "{ to: platform, source: suggested }",
      "{ to: ledger, source: confirmed }",
      "{ from: ledger, to: payments, source: suggested }",
    ),
    [
      "4:5 Missing confirmation of the suggested escalation to `platform`",
      "6:5 Missing confirmation of the suggested escalation from `ledger` to `payments`",
    ],
  ],
])("%s", (_, document, expected) => {
  expect(lintDocument("suggestion-unconfirmed", document)).toEqual(expected);
});

test("says what to do", () => {
  const [hint] = lintHints(
    "suggestion-unconfirmed",
    withEntries("gaps", `${GAP}, source: suggested }`),
  );
  expect(hint).toContain("run pm suggest --confirm --write");
});

test.each(["escalation-reason", "escalation-competency"])(
  "%s asks nothing of a suggestion",
  (rule) => {
    const document = withEntries("escalations", "{ to: platform, source: suggested }");
    expect(lintDocument(rule, document.replace("draft", "final"))).toEqual([]);
  },
);

import { expect, test } from "vitest";
import { problemsOf } from "../../support/context.ts";

function unreadIn(body: string): readonly string[] {
  return problemsOf(`# Checkout stalled\n\n${body}\n`).filter((one) =>
    one.includes("not-understood"),
  );
}

test.each<readonly [what: string, body: string, expected: readonly string[]]>([
  [
    "a table with times whose section nobody knows is listed",
    "## Sightings\n\n| Box | Seen |\n|---|---|\n| a | 02:15 |\n| b | 02:21 |\n",
    [
      "3:1 not-understood: The heading `Sightings` was not read",
      "5:1 not-understood: This table was not read",
    ],
  ],
  [
    "a table that stands above all sections, and one below a heading nobody knows",
    "| Zone | Clients |\n|---|---|\n| north | 12 |\n\n## Ledger of losses\n\n| Zone | Loss |\n|---|---|\n| north | 20 |\n",
    [
      "3:1 not-understood: This table was not read",
      "7:1 not-understood: The heading `Ledger of losses` was not read",
      "9:1 not-understood: This table was not read",
    ],
  ],
  [
    "a timeline, a table of actions and a table of facts are read",
    "| Field | Value |\n|---|---|\n| Severity | SEV2 |\n| Started | 2026-03-14 02:15 UTC |\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 02:15 | Errors |\n| 02:21 | Alert |\n\n## Action items\n\n| Action | Owner |\n|---|---|\n| Limit retries | platform |\n",
    [],
  ],
  [
    "a label above the story that nobody knows is listed, one that is known is not",
    "Severity: SEV2\n\nBlast grade: 3\n",
    ["5:1 not-understood: The label `Blast grade` was not read"],
  ],
  ["a sentence with a colon is no label", "The team saw this: nothing moved any more.\n", []],
  ["a heading below a known one is part of it", "## Root cause\n\n### Queue\n\nIt was full.\n", []],
  [
    "a table that only tells amounts is no fact of the incident",
    "## Impact\n\n| Region | Orders |\n|---|---|\n| north | 12 |\n",
    [],
  ],
])("%s", (_what, body, expected) => {
  expect(unreadIn(body)).toEqual(expected);
});

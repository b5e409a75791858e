import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<[name: string, document: string, expected: readonly string[]]>([
  ["an id", "---\nseverity: P1\n---\n", []],
  ["an alias", "---\nseverity: SEV1\n---\n", ["2:11 Unexpected `SEV1`, expected its id `P1`"]],
  [
    "an id in other letters",
    "---\nseverity: p1\n---\n",
    ["2:11 Unexpected `p1`, expected its id `P1`"],
  ],
  ["an unknown name, of which another rule speaks", "---\nseverity: P9\n---\n", []],
  [
    "in a list",
    "---\nteams:\n  - ledger\n  - Payments Squad\n---\n",
    ["4:5 Unexpected `Payments Squad`, expected its id `payments`"],
  ],
  [
    "a value alone for a list",
    "---\nteams: Payments Squad\n---\n",
    ["2:8 Unexpected `Payments Squad`, expected its id `payments`"],
  ],
  [
    "in a gap of the frontmatter",
    "---\ngaps:\n  - { competency: Messaging.Backpressure, team: payments squad }\n---\n",
    [
      "3:19 Unexpected `Messaging.Backpressure`, expected its id `messaging.backpressure`",
      "3:49 Unexpected `payments squad`, expected its id `payments`",
    ],
  ],
  [
    "in a tag of the body",
    "## Contributing factors\n\n- Lag was misread. (gap: Messaging.Backpressure, Knowledge, team: payments squad)\n",
    [
      "3:26 Unexpected `Messaging.Backpressure`, expected its id `messaging.backpressure`",
      "3:50 Unexpected `Knowledge`, expected its id `knowledge`",
      "3:67 Unexpected `payments squad`, expected its id `payments`",
    ],
  ],
  [
    "a competency in a table of actions, and in one of escalations",
    "## Actions\n\n| Action | Competency |\n|---|---|\n| Game day | Messaging.Backpressure |\n\n" +
      "## Escalations\n\n| Time | From | To | Reason | Competency |\n|---|---|---|---|---|\n| 03:05 | payments | platform | expertise | Messaging.Backpressure |\n",
    [
      "5:14 Unexpected `Messaging.Backpressure`, expected its id `messaging.backpressure`",
      "11:45 Unexpected `Messaging.Backpressure`, expected its id `messaging.backpressure`",
    ],
  ],
  [
    "the owner of an action in a table, which people read",
    "## Actions\n\n| Action | Owner |\n|---|---|\n| Game day | Payments Squad |\n",
    [],
  ],
])("%s", (_name, document, expected) => {
  expect(lintDocument("canonical-term", document)).toEqual(expected);
});

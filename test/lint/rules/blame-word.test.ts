import { expect, test } from "vitest";
import { lintDocument, lintHints } from "../../support/lint-document.ts";

test.each<[text: string, expected: readonly string[]]>([
  ["A careless change removed it.", ["1:3 `careless`"]],
  ["The cause was **human error**.", ["1:17 `human error`"]],
  ["It was caused by operator error.", ["1:8 `caused by operator error`"]],
  ["It was his fault.", ["1:8 `his fault`"]],
  ["It was Alice's fault.", ["1:4 `was Alice's fault`"]],
  ["Operator error; nothing else.", ["1:1 `Operator error`"]],
  ["The on-call ignored the alert.", ["1:5 `on-call ignored the alert`"]],
  ["They dismissed two earlier warnings.", ["1:1 `They dismissed two earlier warnings`"]],
  ["The engineer was simply lazy.", ["1:5 `engineer was simply lazy`"]],
  ["We forgot to renew it.", ["1:1 `We forgot to`"]],
  ["The change of the header was overlooked.", ["1:26 `was overlooked`"]],
  ["We wrongly assumed it was empty.", ["1:4 `wrongly assumed`"]],
  ["It ran despite knowing the risk.", ["1:8 `despite knowing`"]],
  ["- Be more careful with limits.", ["1:3 `Be more careful`"]],
])("%j is reported", (text, expected) => {
  expect(lintDocument("blame-word", text)).toEqual(
    expected.map((place) => place.replace(" ", " Unexpected blame ")),
  );
});

test.each([
  "The page uses lazy loading.",
  "Their fault tolerance is low.",
  "DNS was to blame.",
  "The operator error log was empty.",
  "The Kubernetes operator errored twice.",
  "It was nobody's fault.",
  "It was not Alice's fault.",
  "The proxy ignored the header.",
  "Traffic to the cluster's fault domain was low.",
  "We ruled out human error.",
  "At first we assumed user error.",
  "The client wrongly assumed an empty queue.",
  "The second try was a more careful migration.",
  'A customer called it "careless".',
  "## Human error",
])("%j is left alone", (text) => {
  expect(lintDocument("blame-word", text)).toEqual([]);
});

test("the hint is a question about the system", () => {
  expect(lintHints("blame-word", "It was human error.")).toEqual([
    "What in the system let a single slip lead to this?",
  ]);
});

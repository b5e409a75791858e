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
  ["Dana forgot to renew it.", ["1:6 `forgot to`"]],
  ["On call, Dana Meier neglected the backup.", ["1:21 `neglected the`"]],
  ["Zbigniew overlooked the second alert.", ["1:10 `overlooked the`"]],
  ["Maria ignored the page.", ["1:1 `Maria ignored the page`"]],
  ["Maria Lopes dismissed the warning.", ["1:1 `Maria Lopes dismissed the warning`"]],
  ["The blame lies with the vendor.", ["1:5 `blame lies with`"]],
  ["It was Bob's mistake.", ["1:8 `Bob's mistake`"]],
  ["The outage was due to Priya’s blunder.", ["1:23 `Priya’s blunder`"]],
  ["It was the reviewer's oversight.", ["1:4 `was the reviewer's oversight`"]],
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
  "Redis forgot to expire the key.",
  "Prometheus ignored the alert.",
  "The cache forgot about the key.",
  "Payments neglected the retry.",
  "It was not Bob's mistake.",
  "The day's mistakes are listed below.",
  "It was yesterday's error.",
  "Today's mistake is tomorrow's rule.",
  "Ignored the warning at first.",
  "The server's mistake was in its certificate.",
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

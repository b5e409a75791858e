import { expect, test } from "vitest";
import { leaderLines } from "../../../src/parse/body/leader-lines.ts";
import { rewritten } from "../../support/rewritten-lines.ts";

const shown = (...lines: readonly string[]) => rewritten(lines, leaderLines);

test.each([
  ["dots", "Severity ........ 2", "Start .......... 10:05"],
  ["dots with a colon", "Severity .......: 2", "Start ......: 10:05"],
  ["dots without blanks", "Severity........2", "Start.....10:05"],
  ["dots with blanks between", "Severity . . . . . 2", "Start . . . . . . 10:05"],
  ["ellipses", "Severity ……… 2", "Start …… 10:05"],
  ["underscores", "Severity ______ 2", "Start ________ 10:05"],
])("%s lead from a label to its value", (_, ...lines) => {
  expect(shown(...lines)).toEqual(["Severity: 2", "Start: 10:05"]);
});

test("they lead from a time to what happened, and from part to part of an entry", () => {
  expect(
    shown(
      "10:05 ........ Scanners stop",
      "a) Second link ........ Access ..... 13.03.2026 ... open",
      "Sent ..... yes",
    ),
  ).toEqual(["10:05 – Scanners stop", "a) Second link | Access | 13.03.2026 | open", "Sent: yes"]);
});

test("each part has the place that it is written at", () => {
  const found = leaderLines(["Severity .... 2", "Team .... Core"], [0, 16], [false, false]);
  expect(found.get(1)).toEqual([
    { text: "Team", at: 16 },
    { text: ": ", at: 26, isPutIn: true },
    { text: "Core", at: 26 },
  ]);
});

test.each([
  ["sentences that break off", "We waited ... and waited", "Then ... it was over"],
  ["one line", "Restarting ....... ok", "That was all."],
  ["a table of contents", "Summary ......... 2", "Timeline ........ 3", "Actions ......... 12"],
  ["fields without a value", "Name ............", "Date ............"],
])("%s stay as they are", (_, ...lines) => {
  expect(shown(...lines)).toEqual(lines);
});

import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

function namesIn(text: string): readonly string[] {
  const { full, single } = read(`# The queue stalled\n\n${text}\n`).listedNames;
  return [...full, ...single];
}

describe("who speaks in a transcript is named", () => {
  test.each([
    [
      "under a nick before a dash",
      "ferris — 14:02\nit is down\n\nmoss — Today at 14:04\nlooking\n\nferris — 03/05/2024 14:09\nback",
      ["ferris", "moss"],
    ],
    [
      "below times in brackets",
      "[10:02] Zephyra Quillmoor\nIt is down.\n\n[10:04] Quillmoor, Ozra\nLooking.\n\n[10:09] Tovar Grendle (External)\nBack.",
      ["Zephyra Quillmoor", "Ozra Quillmoor", "Tovar Grendle"],
    ],
    [
      "as a voice",
      "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Zephyra Quillmoor>It is late.</v>\n\n00:05.000 --> 00:06.000\n<v.loud Ozra>I will resync.</v>",
      ["Zephyra Quillmoor", "Ozra"],
    ],
    [
      "with a nick",
      "Zephyra Quillmoor [:zq9] 2024-05-01\n\nIt is down. ni? on Ozra (:ozzy)",
      ["Zephyra Quillmoor", "zq9", "Ozra", "ozzy"],
    ],
  ])("%s", (_, text, names) => {
    expect(namesIn(text)).toEqual(expect.arrayContaining([...names]));
  });

  test.each([
    ["too few lines", "ferris — 14:02\nit is down\n\nmoss — 14:04\nlooking"],
    ["a bot", "deploybot — 14:02\ndone\n\ndeploybot — 14:04\ndone\n\ndeploybot — 14:05\ndone"],
    [
      "a service",
      "ledger — 14:02\ndown\n\nledger — 14:04\nup\n\nledger — 14:05\nThe ledger service is back.",
    ],
    [
      "titles of rows",
      "[10:02] Alert Fired\nIt is down.\n\n[10:04] Traffic Dropped\nLooking.\n\n[10:09] Service Restored\nBack.",
    ],
    ["shortcodes", "The deploy of Friday (:fire:) failed [:link]."],
  ])("nobody: %s", (_, text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

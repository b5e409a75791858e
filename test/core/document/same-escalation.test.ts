import { expect, test } from "vitest";
import { agreement, type EscalationMarks } from "../../../src/core/document/same-escalation.ts";

function marks(from: string | null, to: string | null, at: string | null = null): EscalationMarks {
  return { from, to, at: at === null ? null : Date.parse(`2026-03-14T${at}Z`) };
}

test.each<[name: string, one: EscalationMarks, other: EscalationMarks, expected: number]>([
  ["the same", marks("a", "b", "02:40"), marks("a", "b", "02:40"), 3],
  ["the same minute", marks("a", "b", "02:40:00"), marks("a", "b", "02:40:59"), 3],
  ["another minute", marks("a", "b", "02:40"), marks("a", "b", "02:41"), 0],
  ["a time in one alone", marks("a", "b", "02:40"), marks("a", "b"), 2],
  ["one end in each", marks("a", "b"), marks(null, "b"), 1],
  ["another end", marks("a", "b"), marks("c", "b"), 0],
  ["no end in common", marks("a", null), marks(null, "b"), 0],
  ["no more than a time", marks(null, null, "02:40"), marks(null, "b", "02:40"), 0],
  ["an unknown end", marks("unknown", "b"), marks("a", "b"), 1],
  ["two unknown ends", marks("unknown", null), marks("unknown", null), 0],
  ["another spelling", marks("Core Team", "b"), marks("core-team", "b"), 2],
])("%s", (_name, one, other, expected) => {
  expect(agreement(one, other)).toBe(expected);
  expect(agreement(other, one)).toBe(expected);
});

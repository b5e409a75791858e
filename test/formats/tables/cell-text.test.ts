import { describe, expect, test } from "vitest";
import { cellText, isNumeric } from "../../../src/formats/tables/cell-text.ts";

test.each([
  [0, "0 min"],
  [0.4, "24 s"],
  [0, "0 min"],
  [45, "45 min"],
  [59.5, "1 h"],
  [60, "1 h"],
  [83, "1 h 23 min"],
  [1439, "23 h 59 min"],
  [1439.5, "1 d"],
  [1440, "1 d"],
  [51 * 60, "2 d 3 h"],
  [48 * 60 - 10, "2 d"],
  [400 * 1440, "400 d"],
  [-83, "-1 h 23 min"],
])("%d minutes read %j", (minutes, expected) => {
  expect(cellText(minutes, "minutes")).toBe(expected);
});

test.each([
  [0, "0 %"],
  [0.004, "<1 %"],
  [0.006, "1 %"],
  [0.43, "43 %"],
  [0.996, ">99 %"],
  [1, "100 %"],
  [1.25, "125 %"],
])("a share of %d reads %j", (share, expected) => {
  expect(cellText(share, "share")).toBe(expected);
});

test.each([
  [0, "×0.0"],
  [0.125, "×0.1"],
  [2.34, "×2.3"],
  [12.4, "×12"],
])("a ratio of %d reads %j", (ratio, expected) => {
  expect(cellText(ratio, "ratio")).toBe(expected);
});

describe("a cell", () => {
  test.each([
    [null, "count", "–"],
    [null, "list", "–"],
    [[], "list", "–"],
    [["payments", "a\nb"], "list", "payments, a b"],
    [1234, "count", "1234"],
    [-1, "count", "-1"],
    [83, "minutes", "1 h 23 min"],
    [0.5, "share", "50 %"],
    ["2026-03-14", "date", "2026-03-14"],
    ["2026-03-14T02:15Z", "instant", "2026-03-14T02:15Z"],
    ["", "text", ""],
    ["\u001b[0m", "text", "\\u{1b}[0m"],
  ] as const)("%j of type %s reads %j", (cell, type, expected) => {
    expect(cellText(cell, type)).toBe(expected);
  });
});

test("numbers are counts, minutes and shares", () => {
  const types = ["text", "list", "count", "minutes", "share", "date", "instant"] as const;
  expect(types.filter(isNumeric)).toEqual(["count", "minutes", "share"]);
});

import { expect, test } from "vitest";
import { drawColumns } from "../../../src/formats/tables/draw-columns.ts";

const TEXT = { label: ["Text"], isRight: false };
const COUNT = { label: ["How", "many"], isRight: true };

test("labels end at the rule, and texts begin below it", () => {
  const rows = [
    [["one"], ["1"]],
    [["two", "lines"], ["20"]],
  ];
  expect(drawColumns([TEXT, COUNT], rows)).toEqual([
    "        How",
    "Text   many",
    "─────  ────",
    "one       1",
    "two      20",
    "lines",
  ]);
});

test("a mark over a letter takes no column, and a wide character two", () => {
  expect(
    drawColumns(
      [TEXT, COUNT],
      [
        [["שָׁלוֹם"], ["1"]],
        [["決済決済"], ["2"]],
      ],
    ),
  ).toEqual([
    "           How",
    "Text      many",
    "────────  ────",
    "שָׁלוֹם         1",
    "決済決済     2",
  ]);
});

test("a column without any text is as wide as one character", () => {
  expect(drawColumns([{ label: [""], isRight: false }, TEXT], [[[""], ["one"]]])).toEqual([
    "   Text",
    "─  ────",
    "   one",
  ]);
});

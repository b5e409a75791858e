import { expect, test } from "vitest";
import { competencyColumn, tabulate } from "../../../src/core/output/tabulate.ts";
import { plainNames } from "../../../src/formats/tables/plain-names.ts";
import { report } from "./sample-reports.ts";

const NAMES = [["messaging.backpressure", "Backpressure"]] as const;

interface Item {
  readonly id: string | null;
  readonly all: readonly string[];
}

const items: readonly Item[] = [
  { id: "messaging.backpressure", all: ["messaging.backpressure", "own.skill"] },
  { id: "own.skill", all: [] },
  { id: null, all: [] },
];

function sectionOf(priority: 1 | 3) {
  return tabulate({
    ...{ key: "gaps", title: "Gaps", whenEmpty: "None.", items },
    columns: [
      competencyColumn<Item>("competency", "Competency", "text", priority, ({ id }) => id),
      competencyColumn<Item>("competencies", "Competencies", "list", 2, ({ all }) => all),
    ],
  });
}

test("names take the place of ids, which stand in a column behind", () => {
  const [section] = plainNames({ ...report({ sections: [sectionOf(1)] }), names: NAMES }).sections;
  expect(section?.columns.map(({ key, label }) => [key, label])).toEqual([
    ["competency", "Competency"],
    ["competency_id", "Competency id"],
    ["competencies", "Competencies"],
  ]);
  expect(section?.rows).toEqual([
    ["Backpressure", "messaging.backpressure", ["Backpressure", "own.skill"]],
    ["own.skill", null, []],
    [null, null, []],
  ]);
});

test("a column that is the first to give way gets no ids", () => {
  const [section] = plainNames({ ...report({ sections: [sectionOf(3)] }), names: NAMES }).sections;
  expect(section?.columns.map(({ key }) => key)).toEqual(["competency", "competencies"]);
});

test("a report of nothing that has a name stays as it is", () => {
  const one = report({ sections: [sectionOf(1)] });
  expect(plainNames(one)).toBe(one);
});

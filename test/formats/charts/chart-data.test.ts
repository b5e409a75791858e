import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Chart, Row } from "../../../src/core/table.ts";
import { axisMarks } from "../../../src/formats/charts/amounts.ts";
import { amountsOf, chartData } from "../../../src/formats/charts/chart-data.ts";
import { chartKey, describeChart, leftOutNote } from "../../../src/formats/charts/describe.ts";
import { timeOf } from "../../../src/formats/charts/time.ts";
import { column, section } from "../tables/sample-reports.ts";

const columns = [
  column({ key: "a", label: "Team" }),
  column({ key: "b", label: "Service" }),
  column({ key: "n", label: "Incidents", type: "count" }),
  column({ key: "m", label: "Before", type: "count" }),
];

const CHARTS: readonly Chart[] = [
  { kind: "ranking", label: "a", value: "n", low: "m", high: "n" },
  { kind: "distribution", label: "a", middle: "n", high: "m" },
  { kind: "series", time: "a", value: "n" },
  { kind: "change", label: "a", before: "m", after: "n" },
  { kind: "matrix", row: "a", column: "b", value: "n" },
  { kind: "flow", from: "a", to: "b", value: "n" },
];

const dataOf = (chart: Chart, rows: readonly Row[]) => chartData(section({ columns, rows, chart }));

test.each(CHARTS)("a $kind shows numbers of its rows only", (chart) => {
  const label = fc.constantFrom("x", "y", "2026-01", "2026-02", "2026-Q3");
  const amount = fc.option(fc.nat(50));
  const rows = fc.array(fc.tuple(label, label, amount, amount), { maxLength: 40 });
  fc.assert(
    fc.property(rows, (some) => {
      const data = dataOf(chart, some);
      const numbers = new Set(some.flatMap(([, , n, m]) => [n, m]));
      const shown = data ? amountsOf(data) : [];
      expect(shown.filter(({ value }) => !numbers.has(value))).toEqual([]);
      if (data) expect(data.items.length + data.leftOut).toBe(some.length);
    }),
  );
});

describe("a chart is left out", () => {
  const ranking: Chart = { kind: "ranking", label: "a", value: "n" };
  test.each([
    ["of no rows", []],
    ["of one row", [["x", "", 3, 1]]],
    [
      "of one row that is known",
      [
        ["x", "", 3, 1],
        ["y", "", null, 1],
      ],
    ],
    [
      "of nothing above 0",
      [
        ["x", "", 0, 1],
        ["y", "", 0, 1],
      ],
    ],
    [
      "of bars that are all equal",
      [
        ["x", "", 2, 1],
        ["y", "", 2, 1],
      ],
    ],
  ] as const)("%s", (_, rows) => {
    expect(dataOf(ranking, rows)).toBeNull();
  });

  test("of columns that are not there", () => {
    expect(
      dataOf({ ...ranking, value: "none" }, [
        ["x", "", 1, 1],
        ["y", "", 2, 1],
      ]),
    ).toBeNull();
  });
});

test("more than twelve rows are left to the table, and counted", () => {
  const rows = Array.from({ length: 500 }, (_, at) => [`t${at}`, "", 500 - at, 0]);
  const data = dataOf({ kind: "ranking", label: "a", value: "n" }, rows);
  expect(data?.items.length).toBe(12);
  expect(data && leftOutNote(data)).toBe("The chart shows 12 of 500 rows; the table has all.");
});

test("a chart in words has all that it shows", () => {
  const rows = [
    ["x", "s", 4, 2],
    ["y", "s", 1, 0],
  ];
  const told = CHARTS.map((chart) => {
    const data = dataOf(chart, rows);
    return data ? [describeChart(data), chartKey(data)] : null;
  });
  expect(told).toEqual([
    [
      "Incidents by team: x 4 (2 to 4); y 1 (0 to 1).",
      "Bar: incidents. Line: from before to incidents.",
    ],
    ["Incidents by team: x 4 (up to 2); y 1 (up to 0).", "Dot: incidents. Line: to before."],
    null,
    ["Incidents by team: x from 2 to 4; y from 0 to 1.", "Hollow: Before. Filled: Incidents."],
    ["Incidents by team and service: x, s 4; y, s 1.", null],
    ["Incidents, team → service: x to s 4; y to s 1.", null],
  ]);
});

test("what is said of a row stands beside its amount, where there is something", () => {
  const rows = [
    ["x", "systemic", 4, 2],
    ["y", "–", 3, 0],
    ["z", null, 1, 0],
  ];
  const data = dataOf({ kind: "ranking", label: "a", value: "n", remark: "b" }, rows);
  expect(data && describeChart(data)).toBe("Incidents by team: x 4, systemic; y 3; z 1.");
  const none = dataOf({ kind: "ranking", label: "a", value: "n", remark: "missing" }, rows);
  expect(none && describeChart(none)).toBe("Incidents by team: x 4; y 3; z 1.");
});

describe("an axis", () => {
  test.each([
    [6, "count", 5, ["0", "2", "4", "6"]],
    [1, "count", 5, ["0", "1"]],
    [128, "minutes", 5, ["0", "30 min", "1 h", "1 h 30 min", "2 h", "2 h 30 min"]],
    [3000, "minutes", 3, ["0", "1 d", "2 d", "3 d"]],
    [0.42, "share", 5, ["0", "10 %", "20 %", "30 %", "40 %", "50 %"]],
  ] as const)("up to %d of %s in %d steps has %j", (most, type, steps, marks) => {
    expect(axisMarks(most, type, steps).map(({ text }) => text)).toEqual(marks);
  });
});

test.each([
  ["2026-03", Date.UTC(2026, 2)],
  ["2026-03-14", Date.UTC(2026, 2, 14)],
  ["2026-Q3", Date.UTC(2026, 6)],
  ["2026-13", null],
  ["(not stated)", null],
])("%s begins at %d", (text, instant) => {
  expect(timeOf(text)).toBe(instant);
});

describe("a ranking of a tree", () => {
  test("compares the leaves, the highest first", () => {
    const tree = {
      ...section({
        columns,
        rows: [
          ["Domain", null, 5, null],
          ["First", null, 2, null],
          ["Second", null, 4, null],
          ["Alone", null, 3, null],
        ],
      }),
      levels: [0, 1, 1, 0],
      chart: { kind: "ranking", label: "a", value: "n" } as const,
    };
    const data = chartData(tree);
    expect(data?.kind === "ranking" && data.items.map(({ label }) => label)).toEqual([
      "Second",
      "Alone",
      "First",
    ]);
    expect(data?.leftOut).toBe(0);
  });
});

test("a grid compares the columns of its table as a matrix", () => {
  const grid = {
    ...section({
      columns,
      rows: [
        ["payments", null, 5, 1],
        ["ledger", null, 0, 2],
      ],
    }),
    chart: {
      kind: "grid",
      row: "a",
      across: "Half",
      called: "Incidents",
      values: ["n", "m"],
    } as const,
  };
  const data = chartData(grid);
  expect(data && describeChart(data)).toBe(
    "Incidents by team and half: payments, Incidents 5; payments, Before 1; ledger, Incidents 0; ledger, Before 2.",
  );
});

test("of many rows and columns, a matrix shows those with the most, in their order", () => {
  const names = Array.from({ length: 14 }, (_, at) => `c${at}`);
  const rows = names.map((name, at) => ["team", name, at === 0 || at === 5 ? 1 : 2, null]);
  const data = dataOf({ kind: "matrix", row: "a", column: "b", value: "n" }, rows);
  const shown = data?.kind === "matrix" ? data.items.map((item) => item.column) : [];
  expect(shown).toEqual(names.filter((name) => name !== "c0" && name !== "c5"));
  expect(data?.leftOut).toBe(2);
});

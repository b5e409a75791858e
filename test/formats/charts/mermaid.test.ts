import { describe, expect, test } from "vitest";
import type { Chart, Row } from "../../../src/core/table.ts";
import { markdown } from "../../../src/formats/tables/markdown.ts";
import { CHARTS, HOSTILE_REPORT } from "../tables/hostile-report.ts";
import { column, report, section } from "../tables/sample-reports.ts";

const look = { color: false, width: null };

function render(chart: Chart, rows: readonly Row[], charts = true): string {
  const columns = [
    column({ key: "from", label: "From" }),
    column({ key: "to", label: "To" }),
    column({ key: "time_minutes", label: "Time", type: "minutes" }),
  ];
  const one = report({ sections: [section({ columns, rows, chart })] });
  return markdown.render(one, { ...look, ...(charts ? {} : { charts: false }) });
}

const ROWS = [
  ["a", "b", 90],
  ["b", "a", 30],
];
const RANKING: Chart = { kind: "ranking", label: "from", value: "time_minutes" };

describe("a chart in markdown", () => {
  test("of amounts is a bar chart from 0, behind the table", () => {
    expect(render(RANKING, ROWS)).toMatch(
      /\|\n\n```mermaid\n---\n[^`]*\n---\nxychart-beta horizontal\n/,
    );
    expect(render(RANKING, ROWS)).toContain(`  title "Time by from"
  x-axis ["a", "b"]
  y-axis "Time (minutes)" 0 --> 90
  bar [90, 30]
`);
  });

  test("over time is a line", () => {
    const months = [
      ["2026-01", "", 90],
      ["2026-02", "", 30],
    ];
    expect(render({ kind: "series", time: "from", value: "time_minutes" }, months)).toContain(
      "  line [90, 30]\n",
    );
  });

  test("of what goes where has no circle", () => {
    const flow: Chart = { kind: "flow", from: "from", to: "to", value: "time_minutes" };
    expect(render(flow, ROWS)).toContain('sankey-beta\n"a","to b",90\n"b","to a",30\n```');
  });

  test("of what goes where is bars where a name is not ASCII, which Sankey charts do not take", () => {
    const flow: Chart = { kind: "flow", from: "from", to: "to", value: "time_minutes" };
    expect(render(flow, [["é", "b", 90], ...ROWS])).toContain('x-axis ["é → b", "a → b", "b → a"]');
  });

  test("leaves out what is 0, for which Mermaid would draw a bar", () => {
    expect(render(RANKING, [...ROWS, ["c", "d", 0]])).toContain('x-axis ["a", "b"]');
  });

  test("is left out with --no-charts", () => {
    expect(render(RANKING, ROWS, false)).not.toContain("mermaid");
  });
});

test.each(CHARTS)("no text of a document leaves its quotes in a $kind", (chart) => {
  const sections = HOSTILE_REPORT.sections.map((one) => ({ ...one, chart }));
  const text = markdown.render({ ...HOSTILE_REPORT, sections }, look);
  const [, mermaid = ""] = /```mermaid\n(.*?)\n```/s.exec(text) ?? [];
  const outside = mermaid.replace(/"[^"\n]*"/g, '""');
  expect(outside).not.toMatch(/[<`%;]/);
  expect(outside.split("\n").filter((line) => /^\s*(click|%%|style)/.test(line))).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { bar } from "../../../src/formats/charts/bars.ts";
import { table } from "../../../src/formats/tables/table.ts";
import { column, report, section } from "./sample-reports.ts";

const gaps = section({
  title: "Gaps",
  columns: [
    column({ key: "group", label: "Competency" }),
    column({ key: "incidents", label: "Incidents", type: "count" }),
    column({ key: "teams", label: "Teams", type: "count", priority: 2 }),
  ],
  rows: [
    ["tracing", 4, 2],
    ["caching", 1, 1],
    ["rollback", 0, 1],
    ["alerting", null, 1],
  ],
  chart: { kind: "ranking", label: "group", value: "incidents" },
});

const months = section({
  title: "Months",
  columns: [column({ key: "month" }), column({ key: "score", label: "Score", type: "count" })],
  rows: [
    ["2026-01", 0],
    ["2026-02", 50],
    ["2026-03", 100],
    ["(not stated)", 7],
  ],
  chart: { kind: "series", time: "month", value: "score" },
});

const services = section({
  title: "Services",
  columns: [
    { key: "service", label: "Service", type: "text", priority: 1 },
    { key: "months", label: "By month", type: "series", priority: 1 },
  ],
  rows: [["ledger", ["1", "0", "2"]]],
});

const terminal = { color: false, width: 60, isTerminal: true } as const;
const render = (one: typeof gaps, look = {}) =>
  table.render(report({ sections: [one] }), { ...terminal, ...look });

describe("bars in a terminal", () => {
  test("stand behind the amounts that a chart compares", () => {
    expect(render(gaps)).toBe(`Sample

Gaps

Competency  Incidents                        Teams
──────────  ─────────  ────────────────────  ─────
tracing             4  ████████████████████      2
caching             1  █████                     1
rollback            0                            1
alerting            –                            1
`);
  });

  test("are as short as the width asks for, and give way to columns", () => {
    expect(render(gaps, { width: 40 })).toContain("caching             1  ██▌");
    expect(render(gaps, { width: 32 })).not.toContain("█");
    expect(render(gaps, { width: 32 })).toContain("Teams");
  });

  test.each([
    ["in a pipe", { isTerminal: undefined }],
    ["with --no-charts", { charts: false }],
  ])("are not there %s", (_, look) => {
    expect(render(gaps, look)).not.toContain("█");
    expect(render(months, look)).not.toContain("█");
    expect(render(services, look)).toContain("ledger   1 0 2");
  });

  test("are in a column of counts", () => {
    expect(render(services)).toContain("ledger   ▅▁█");
  });
});

test("the course over time is a line of blocks", () => {
  expect(render(months)).toContain("Months\n▁▅█ Score by month, 2026-01 to 2026-03\n");
});

describe("a bar", () => {
  test.each([
    [4, 4, 10, "██████████"],
    [1, 4, 10, "██▌"],
    [1, 1000, 10, "▏"],
    [0, 4, 10, ""],
    [0, 0, 10, ""],
  ])("of %d of %d in %d characters is %s", (value, most, width, text) => {
    expect(bar(value, most, width)).toBe(text);
  });
});

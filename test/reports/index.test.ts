import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Intervention } from "../../src/core/settings/intervention.ts";
import type { Cell, Column } from "../../src/core/table.ts";
import { plainNames } from "../../src/formats/tables/plain-names.ts";
import type { AnyReport, OptionSpec, OptionValue } from "../../src/reports/define.ts";
import { meaningOf } from "../../src/reports/explain/meaning-of.ts";
import { REPORTS } from "../../src/reports/index.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { buildQuery } from "../support/build-query.ts";

const HOSTILE = ["constructor", "__proto__", "@ada", "ada@example.org"];

const INTERVENTION: Intervention = {
  ...{ id: "a", date: "2026-01-02", competency: "messaging.backpressure", teams: ["payments"] },
  ...{ kind: "course", hours: null, note: null },
};

const POSTMORTEMS = [
  // Without a gap, to compare with.
  ...["05", "06", "07"].map((day) =>
    buildPostmortem({
      ...{ id: `other-${day}`, trigger: "deploy" },
      times: { started: `2026-02-${day}T00:00Z` },
    }),
  ),
  buildPostmortem({ id: "empty" }),
  ...HOSTILE.map((name, index) =>
    buildPostmortem({
      id: `i${index}`,
      times: { started: `2026-01-0${index + 1}T00:00Z` },
      statedMinutes: { diagnose: 90, resolve: 100 },
      services: [name.includes("@") ? "checkout" : name],
      teams: [name],
      gaps: [{ competency: "messaging.backpressure", team: name }],
      escalations: [{ from: name, to: name, competency: "messaging.backpressure" }],
      actions: [{ owner: name, due: "2026-02-01", competency: "messaging.backpressure" }],
    }),
  ),
];

/** Values of an option, the default among them; where pairs are allowed, each with the one after it. */
function valuesOf(option: OptionSpec): readonly OptionValue[] {
  switch (option.kind) {
    case "flag":
      return [false, true];
    case "choice": {
      const { choices, pairs } = option;
      if (!pairs) return choices;
      const after = (at: number) => choices[(at + 1) % choices.length] ?? "";
      return [...choices, ...choices.map((choice, at) => `${choice},${after(at)}`)];
    }
    case "count":
    case "date":
      return [option.default];
    case "teams":
      return [[]];
  }
}

/** Every combination of a report's options. */
function variants(report: AnyReport): readonly Readonly<Record<string, OptionValue>>[] {
  return Object.entries(report.options).reduce<Record<string, OptionValue>[]>(
    (built, [name, option]) => {
      const values = valuesOf(option);
      return built.flatMap((chosen) => values.map((value) => ({ ...chosen, [name]: value })));
    },
    [{}],
  );
}

function fits({ type }: Column, cell: Cell): boolean {
  if (cell === null) return true;
  switch (type) {
    case "list":
      return Array.isArray(cell);
    case "series":
      return Array.isArray(cell) && cell.every((count) => /^\d+$/.test(String(count)));
    case "count":
      return Number.isInteger(cell);
    case "number":
    case "minutes":
      return Number.isFinite(cell);
    case "ratio":
      return Number.isFinite(cell);
    case "share":
      return typeof cell === "number" && cell >= 0 && cell <= 1;
    case "date":
      return typeof cell === "string" && /^\d{4}-\d{2}-\d{2}$/.test(cell);
    case "instant":
    case "text":
      return typeof cell === "string";
  }
}

/** Columns that make a row one of a team or a service: what is left of all files is that of small ones. */
const TEAMS_OR_SERVICES: ReadonlySet<string> = new Set([
  ...["team", "service", "from", "limit_low", "overdue_n", "owner_alone"],
]);

/** Sections of what no incident has, or that other sections raise. */
const COUNT_NO_FILES: ReadonlySet<string> = new Set(["untested", "questions", "decisions"]);

/** The names of the reports that the files below a folder declare, in the order of the files. */
function declaredNames(folder: URL): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  return files.flatMap((file) => {
    if (!file.endsWith(".ts")) return [];
    const text = readFileSync(new URL(file.replaceAll("\\", "/"), folder), "utf8");
    return [...text.matchAll(/= defineReport\(\{\s*name: "([\w-]+)"/g)].map(
      ([, name = ""]) => name,
    );
  });
}

test("the list has every report that a file declares", () => {
  const folder = new URL("../../src/reports/", import.meta.url);
  expect(REPORTS.map(({ name }) => name).toSorted()).toEqual(declaredNames(folder).toSorted());
});

test("an option that is left out has its default", () => {
  const query = buildQuery({ postmortems: POSTMORTEMS });
  for (const report of REPORTS) {
    const [defaults = {}] = variants(report);
    expect(report.build(query, {})).toEqual(report.build(query, defaults));
  }
});

test("a column's own meaning comes before that of its key", () => {
  const column = { key: "incidents", label: "Incidents", meaning: "Incidents of today." };
  expect(meaningOf(column)).toBe("Incidents of today.");
});

describe.each(
  REPORTS.flatMap((report) => variants(report).map((options) => ({ report, options }))),
)("$report.name $options", ({ report, options }) => {
  const built = report.build(
    buildQuery({ postmortems: POSTMORTEMS, interventions: [INTERVENTION] }),
    options,
  );

  test("has rows whose cells are of their columns' types", () => {
    expect(built.name).toBe(report.name);
    expect(built.sections[0]?.rows).not.toEqual([]);
    for (const { columns, rows } of built.sections) {
      const misfits = rows.flatMap((row) =>
        columns.filter((column, index) => !fits(column, row[index] ?? null)),
      );
      expect(misfits).toEqual([]);
      expect(rows.filter((row) => row.length !== columns.length)).toEqual([]);
    }
  });

  test("explains each of its columns", () => {
    const columns = built.sections.flatMap((section) => section.columns);
    const silent = columns.filter((one) => meaningOf(one) === null);
    const what =
      "column(…, meaning) says how a column is computed; src/reports/explain/meanings.ts for several reports";
    expect(
      silent.map(({ key }) => key),
      what,
    ).toEqual([]);
  });

  test("tells of each row which files it counts, unless that would tell of small teams", () => {
    for (const { key, columns, rows, members, places } of built.sections) {
      const isWithheld = columns.some((one) => TEAMS_OR_SERVICES.has(one.key));
      if (rows.length === 0 || isWithheld || COUNT_NO_FILES.has(key)) continue;
      expect([key, (members ?? places)?.length]).toEqual([key, rows.length]);
    }
  });

  test("has column keys in snake_case, each once in its section", () => {
    for (const { columns } of built.sections) {
      const keys = columns.map(({ key }) => key);
      expect(keys.filter((key) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key))).toEqual([]);
      expect(new Set(keys).size).toBe(keys.length);
      expect(columns.filter(({ type }) => type === "minutes").map(({ key }) => key)).toEqual(
        keys.filter((key) => /_minutes(_low|_high)?$/.test(key)),
      );
    }
  });

  test("has charts of columns and rows that are in their tables", () => {
    const amounts = ["value", "values", "low", "high", "middle", "before", "after"];
    for (const { columns, rows, chart, places } of built.sections) {
      if (places) expect(places.length).toBe(rows.length);
      const parts = Object.entries<string | readonly string[]>(chart ?? {}).filter(
        ([part]) => !["kind", "called", "across"].includes(part),
      );
      for (const [part, key] of parts.flatMap(([name, keys]) =>
        [keys].flat().map((one) => [name, one] as const),
      )) {
        const column = columns.find((one) => one.key === key);
        expect(column, key).toBeDefined();
        const isAmount = ["count", "number", "minutes", "share"].includes(column?.type ?? "");
        expect([key, isAmount]).toEqual([key, amounts.includes(part)]);
      }
    }
  });

  test("says in one plain sentence what a section with rows shows", () => {
    for (const { key, rows, finding } of built.sections) {
      if (rows.length === 0) continue;
      expect([key, finding ?? ""]).toEqual([key, expect.stringMatching(/^[^\n]{10,160}[^\n.]$/)]);
    }
  });

  test("prints no person, and names every incident that it leaves out", () => {
    expect(JSON.stringify(built)).not.toMatch(/\bada\b|@/);
    expect(built.notes).toContain("1 incident has no readable start and is left out: empty.md.");
  });

  test("is plain data", () => {
    expect(JSON.parse(JSON.stringify(built))).toEqual(built);
  });

  test("names competencies for people, in each text but the columns of ids", () => {
    const { taxonomy } = buildQuery({});
    const competencies = taxonomy.competencies.map((one) => ({ ...one, name: `<${one.id}>` }));
    const named = buildQuery({
      ...{ postmortems: POSTMORTEMS, interventions: [INTERVENTION] },
      taxonomy: { ...taxonomy, competencies },
    });
    const { sections, notes, subtitle } = plainNames(report.build(named, options));
    const texts = sections.flatMap(({ columns, rows, finding, notes: own }) => [
      ...columns.map(({ label }) => label),
      ...rows.flatMap((row) => row.filter((_, at) => !/ id$/.test(columns[at]?.label ?? ""))),
      ...[finding ?? "", ...own],
    ]);
    const bare = /(?<!<)\bmessaging\.backpressure\b/;
    expect([...texts, ...notes, subtitle].filter((text) => bare.test(String(text)))).toEqual([]);
  });

  test("builds on nothing at all, and says so", () => {
    const empty = report.build(buildQuery({}), options);
    expect(empty.sections[0]).toMatchObject({
      rows: [],
      whenEmpty: "There are no postmortems to read.",
    });
  });
});

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SQL_REPORTS } from "../../src/sql/report-sql.ts";
import { seededRandom } from "../../src/statistics/random.ts";
import { ROOT } from "../support/root.ts";
import {
  exported,
  generatedFolder,
  rowsOfReport,
  rowsOfSql,
  sharedCells,
  type Warehouse,
} from "./compare.ts";

const DOCUMENTS = 500;
const DAY = 24 * 60 * 60_000;
const at = (date: string) => Date.parse(`${date}T00:00Z`);

const WINDOWS = [
  { name: "all time", window: { since: null, until: at("2026-07-01"), prior: null } },
  {
    name: "half a year, with the one before",
    window: {
      ...{ since: at("2026-01-01"), until: at("2026-07-01") },
      prior: { since: at("2025-07-01"), until: at("2026-01-01") },
    },
  },
  {
    name: "nothing",
    window: {
      ...{ since: at("2035-01-01"), until: at("2035-02-01") },
      prior: { since: at("2035-01-01") - 31 * DAY, until: at("2035-01-01") },
    },
  },
];

let folder = "";
let warehouses: readonly Warehouse[] = [];

beforeAll(async () => {
  folder = await generatedFolder(DOCUMENTS, seededRandom(20_260_701));
  warehouses = await Promise.all([exported(join(ROOT, "examples")), exported(folder)]);
}, 120_000);

afterAll(async () => {
  await Promise.all(warehouses.map(({ remove }) => remove()));
  await rm(folder, { recursive: true, force: true });
});

describe.each([
  ["examples", 0],
  ["500 generated documents", 1],
])("on %s, every cell of SQL is that of the report", (_name, index) => {
  test.each(SQL_REPORTS.flatMap((report) => WINDOWS.map((one) => ({ report, ...one }))))(
    "$report, $name",
    async ({ report, name, window }) => {
      const { views, query } = warehouses[index] ?? { views: [], query: null };
      if (query === null) throw new Error("No export");
      const bySql = await rowsOfSql(report, views, window);
      const byReport = rowsOfReport(report, query, window);
      if (name !== "nothing") expect(bySql.size).toBeGreaterThan(5);
      expect(sharedCells(bySql, byReport)).toEqual(sharedCells(byReport, bySql));
    },
  );
});

test("SQL has most columns of each report", async () => {
  const { views, query } = warehouses[0] ?? { views: [], query: null };
  if (query === null) throw new Error("No export");
  const window = WINDOWS[0]?.window ?? { since: null, until: 0, prior: null };
  const counts = await Promise.all(
    SQL_REPORTS.map(async (report) => {
      const [sql] = [...(await rowsOfSql(report, views, window)).values()];
      const [own] = [...rowsOfReport(report, query, window).values()];
      return [...(sql?.keys() ?? [])].filter((name) => own?.has(name)).length;
    }),
  );
  expect(counts).toEqual([18, 8, 8]);
});

/** What engines write differently; everything else in `sql/` is the same for all. */
export interface Dialect {
  readonly name: string;
  /** The distinct texts of a column in a group, in order, joined by `; `. */
  readonly list: (column: string) => string;
  /** Statements without which the same SQL gives other results. */
  readonly before: readonly string[];
  /** Makes Parquet files known under a table's name; null where the engine has no statement for it. */
  readonly view: ((table: string, files: string) => string) | null;
}

/** Every engine that the SQL of reports is written for; the first is the one that pm runs. */
export const DIALECTS = [
  {
    name: "duckdb",
    list: (column) => `string_agg(distinct ${column}, '; ' order by ${column})`,
    before: [],
    view: (table, files) =>
      `create view ${table} as select * from read_parquet([${files}], union_by_name = true)`,
  },
  {
    name: "clickhouse",
    list: (column) =>
      `arrayStringConcat(arraySort(groupUniqArray(assumeNotNull(${column}))), '; ')`,
    // By default a row without a partner gets zeros and empty texts.
    before: ["set join_use_nulls = 1"],
    view: (table, files) => `create view ${table} as select * from file(${files}, Parquet)`,
  },
  {
    name: "spark",
    list: (column) => `array_join(sort_array(collect_set(${column})), '; ')`,
    before: [],
    view: (table, files) => `create temporary view ${table} using parquet options (path ${files})`,
  },
  {
    name: "trino",
    list: (column) => `array_join(array_sort(array_distinct(array_agg(${column}))), '; ')`,
    before: [],
    view: null,
  },
  {
    name: "bigquery",
    list: (column) => `string_agg(distinct ${column}, '; ' order by ${column})`,
    before: [],
    view: null,
  },
] as const satisfies readonly Dialect[];

export type DialectName = (typeof DIALECTS)[number]["name"];

/** The dialect of an engine. */
export function dialectOf(name: DialectName): Dialect {
  return DIALECTS.find((dialect) => dialect.name === name) ?? DIALECTS[0];
}

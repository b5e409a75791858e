import { group } from "d3-array";
import { compareText } from "../core/compare.ts";
import type { DataRows } from "../core/output/data-table.ts";
import type { BuiltRow, Table, TableContext } from "./define.ts";
import { TABLES } from "./index.ts";

/** What the folder of a month is called; without a month, as engines name what is not known. */
const MONTH = "started_month=";
const NO_MONTH = "__HIVE_DEFAULT_PARTITION__";

/** One file of a table. */
export interface TableFile extends DataRows {
  readonly table: string;
  /** In the folder of the export, with forward slashes and without its ending. */
  readonly path: string;
}

function filesOf(table: Table, rows: readonly BuiltRow[], isPartitioned: boolean) {
  const { name, fields, isOfIncidents } = table;
  const file = (path: string, members: readonly BuiltRow[]): TableFile => {
    return { table: name, path, fields, rows: members.map(({ values }) => values) };
  };
  if (!isPartitioned || !isOfIncidents || rows.length === 0) return [file(name, rows)];
  const months = group(rows, ({ month }) => month ?? NO_MONTH);
  return [...months]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([month, members]) => file(`${name}/${MONTH}${month}/rows`, members));
}

/** All tables as files: one each, or one for each month in which incidents started. */
export function tableFiles(context: TableContext, isPartitioned: boolean): readonly TableFile[] {
  return TABLES.flatMap((table) => filesOf(table, table.build(context), isPartitioned));
}

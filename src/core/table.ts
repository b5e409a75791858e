/**
 * What a column's cells are: text, a list of texts, a count, minutes, a share of 1, a
 * ratio of two figures, an ISO calendar date, or an ISO instant. A format decides how each is written.
 */
export type ColumnType =
  "text" | "list" | "count" | "minutes" | "share" | "ratio" | "date" | "instant";

/** Text, date and instant cells are strings; count, minutes, share and ratio numbers; null is "not known". */
export type Cell = string | number | null | readonly string[];

export interface Column {
  /** Stable name for machines: snake_case, with the unit (`time_to_diagnose_median_minutes`). */
  readonly key: string;
  /** Heading for people. */
  readonly label: string;
  readonly type: ColumnType;
  /** Its texts are shown paths of files, which a format may make links of. */
  readonly isPath?: true;
  /**
   * 1 is always shown; a table too wide for its terminal leaves out columns of the highest number
   * first, and says so. Machine formats keep all.
   */
  readonly priority: 1 | 2 | 3;
}

export type Row = readonly Cell[];

export interface Section {
  /** Stable name for machines and `--section`. */
  readonly key: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** How far each row's first cell is indented below the row that it is a part of; 0 where left out. */
  readonly levels?: readonly number[];
  /** What is said instead of a table without rows. */
  readonly whenEmpty: string;
  /** Remarks that belong to this section alone. */
  readonly notes: readonly string[];
}

/** Everything that a report prints; the first section is the main one. */
export interface Report {
  readonly name: string;
  readonly title: string;
  /** One line below the title: window and filters. */
  readonly subtitle: string;
  readonly sections: readonly Section[];
  /** What the figures rest on and what was left out; printed at the foot. */
  readonly notes: readonly string[];
}

import type { CalendarEvent } from "./time/calendar-event.ts";

/**
 * What a column's cells are: text, a list of texts, a count, any other number, minutes, a share of 1,
 * a ratio of two figures, an ISO calendar date, an ISO instant, or a series of counts. A format
 * decides how each is written.
 */
export type ColumnType =
  | "text"
  | "list"
  | "count"
  | "number"
  | "minutes"
  | "share"
  | "ratio"
  | "date"
  | "instant"
  | "series";

/**
 * Text, date and instant cells are strings; count, number, minutes, share and ratio are numbers; a
 * series is a list of whole numbers as text; null is "not known".
 */
export type Cell = string | number | null | readonly string[];

/**
 * The columns that say how sure a figure is, by their keys. Formats for people join them into its
 * cell (`4 of 11, 36 % [15–65]`); formats for machines keep them as columns.
 */
export interface Joined {
  /** The count of which a share is the share. */
  readonly part?: string;
  /** How many the figure rests on. */
  readonly of?: string;
  readonly low?: string;
  readonly high?: string;
  /** How often such bounds hold, where they are observed values: for who asks, not for each cell. */
  readonly coverage?: string;
}

export interface Column {
  /** Stable name for machines: snake_case, with the unit (`time_to_diagnose_median_minutes`). */
  readonly key: string;
  /** Heading for people. */
  readonly label: string;
  readonly type: ColumnType;
  /** How it is computed, in a sentence; left out where `reports/explain/meanings.ts` has its key. */
  readonly meaning?: string;
  readonly joined?: Joined;
  /** Its texts are shown paths of files, which a format may make links of. */
  readonly isPath?: true;
  /** Its texts are addresses of the taxonomy, which a format may make links of. */
  readonly isAddress?: true;
  /** Its texts are ids of competencies, which have plain names (`Report.names`). */
  readonly isCompetency?: true;
  /** Its texts are the ids of what the column before it names. */
  readonly isId?: true;
  /**
   * 1 is always shown; a table too wide for its terminal leaves out columns of the highest number
   * first, and says so. Machine formats keep all.
   */
  readonly priority: 1 | 2 | 3;
}

export type Row = readonly Cell[];

/** Where something that a row counts is written. */
export interface Place {
  /** As shown. */
  readonly path: string;
  /** From 1; null for the whole file. */
  readonly line: number | null;
}

/**
 * What a section's rows compare, by the keys of its columns: a chart holds no number of its own, so
 * that each stands in the table. How it is drawn is the format's affair. Optional columns are bounds.
 */
export type Chart = Comparison & {
  /** What the amounts are, where the heading of their column alone does not say it. */
  readonly called?: string;
};

type Comparison =
  /** Rows by one amount, with its interval. */
  | {
      readonly kind: "ranking";
      readonly label: string;
      readonly value: string;
      readonly low?: string;
      readonly high?: string;
      /** What is said of a row in a word or two, beside its amount. */
      readonly remark?: string;
    }
  /** How the values of each group lie: the middle one, and how far they reach. */
  | {
      readonly kind: "distribution";
      readonly label: string;
      readonly middle: string;
      readonly low?: string;
      readonly high?: string;
    }
  /** An amount from month to month, from day to day or from quarter to quarter. */
  | {
      readonly kind: "series";
      readonly time: string;
      readonly value: string;
      readonly low?: string;
      readonly high?: string;
    }
  /** The same amount in two stretches of time. */
  | {
      readonly kind: "change";
      readonly label: string;
      readonly before: string;
      readonly after: string;
    }
  /** An amount for each pair of two groupings. */
  | {
      readonly kind: "matrix";
      readonly row: string;
      readonly column: string;
      readonly value: string;
    }
  /** The same amounts of several columns for each row: a matrix whose columns are the table's. */
  | {
      readonly kind: "grid";
      readonly row: string;
      readonly values: readonly string[];
      /** What the columns are. */
      readonly across: string;
    }
  /** What goes from where to where, a band a row; the label says what a band is about. */
  | {
      readonly kind: "flow";
      readonly from: string;
      readonly to: string;
      readonly value: string;
      readonly label?: string;
    };

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
  /** What the table shows, in one sentence: the title of its slide. */
  readonly finding?: string;
  readonly chart?: Chart;
  /** Its rows are what is read, and the chart is an aside: a format that shows one of them shows the table. */
  readonly isTableFirst?: true;
  /**
   * Each row is read by itself: a format writes it as a block, with the first column as its heading and a
   * line for each other, as they would not fit side by side.
   */
  readonly isBlocks?: true;
  /** By row: where what it counts is written. */
  readonly places?: readonly (readonly Place[])[];
  /** By row: the shown paths of the files that it counts. Not for print, but by `--row`. */
  readonly members?: readonly (readonly string[])[];
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
  /** Ids of competencies with their plain names, for formats that people read; absent where none is shown. */
  readonly names?: readonly (readonly [string, string])[];
  /** Why the command ends with exit code 1; absent where it does not. */
  readonly failure?: string;
  /** What is due on which day, and when that was so, for a calendar; absent where nothing can be due. */
  readonly calendar?: { readonly events: readonly CalendarEvent[]; readonly asOf: number };
}
